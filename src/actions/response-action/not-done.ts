import { type ActionType, actionTypes, type IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';

const notDone: Partial<Record<ActionType, string>> = {
  isolateDevice: 'Not isolated',
  unIsolateDevice: 'Not released from isolation',
  restrictAppExecution: 'Not restricted',
  unRestrictAppExecution: 'Restriction not removed',
  stopAndQuarantineFile: 'Not quarantined',
  runAntiVirusScan: 'Not scanned',
  collectInvestigationPackage: 'Package not collected',
  forceUserPasswordReset: 'Password not reset',
  disableUser: 'Not disabled',
  enableUser: 'Not enabled',
  markUserAsCompromised: 'Not marked as compromised',
  requireSignIn: 'Not signed out',
  hardDeleteEmail: 'Not deleted',
  softDeleteEmail: 'Not deleted',
};

/** That the action of a task was not carried out: "Not isolated". */
export function notDoneText({ actionType }: Pick<IncidentTask, 'actionType'>): string {
  return (isKnown(actionTypes, actionType) ? notDone[actionType] : undefined) ?? 'Not carried out';
}
