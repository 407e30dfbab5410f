import type { ActionType, IncidentTask } from '../../graph/incident-tasks.ts';

/** What stops an attacker before what only looks, and that before what takes something back or is done by hand. */
const order: readonly string[] = [
  'isolateDevice',
  'restrictAppExecution',
  'disableUser',
  'requireSignIn',
  'forceUserPasswordReset',
  'markUserAsCompromised',
  'stopAndQuarantineFile',
  'submitIocRule',
  'hardDeleteEmail',
  'softDeleteEmail',
  'runAntiVirusScan',
  'collectInvestigationPackage',
  'unIsolateDevice',
  'unRestrictAppExecution',
  'enableUser',
] satisfies ActionType[];

/** For sorting: containment comes first, and what this version does not know last. */
export function containmentRank({ actionType }: Pick<IncidentTask, 'actionType'>): number {
  const at = order.indexOf(actionType);
  return at < 0 ? order.length : at;
}
