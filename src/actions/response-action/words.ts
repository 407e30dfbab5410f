import { type ActionType, actionTypes } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { actionText } from '../../resources/incident-tasks/words.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { type TaskFacts, targetKey } from './reviewed.ts';

/** What an action does to its targets, as a reason to be careful begins: "Restricts 209 devices". */
const blasts: Partial<Record<ActionType, readonly [verb: string, noun: string]>> = {
  isolateDevice: ['Isolates', 'device'],
  runAntiVirusScan: ['Scans', 'device'],
  collectInvestigationPackage: ['Collects from', 'device'],
  restrictAppExecution: ['Restricts', 'device'],
  unIsolateDevice: ['Releases', 'device'],
  unRestrictAppExecution: ['Lifts restrictions on', 'device'],
  stopAndQuarantineFile: ['Quarantines', 'file'],
  disableUser: ['Disables', 'user'],
  enableUser: ['Enables', 'user'],
  forceUserPasswordReset: ['Resets the password of', 'user'],
  markUserAsCompromised: ['Marks as compromised', 'user'],
  requireSignIn: ['Requires sign-in of', 'user'],
  softDeleteEmail: ['Soft-deletes', 'email'],
  hardDeleteEmail: ['Hard-deletes', 'email'],
};

/** What tasks do, each action with the number of its targets: "Isolates 3 devices, quarantines 1 file". */
export function blastText(tasks: readonly Pick<TaskFacts, 'actionType' | 'responseAction'>[]): string {
  const types = countBy(tasks, ({ actionType }) => actionType).map(([actionType]) => {
    const same = tasks.filter((task) => task.actionType === actionType);
    const [verb, noun] = (isKnown(actionTypes, actionType) && blasts[actionType]) || ['Acts on', 'target'];
    return `${verb} ${countOf(countTargets(same), noun)}`;
  });
  return types.map((text, at) => (at === 0 ? text : lowerFirst(text))).join(', ');
}

/** One target twice is one; each that Graph doesn't provide may be another. */
export function countTargets(tasks: readonly Pick<TaskFacts, 'actionType' | 'responseAction'>[]): number {
  const keys = tasks.map(targetKey);
  return (
    new Set(keys.filter((key) => key !== undefined)).size + keys.filter((key) => key === undefined).length
  );
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** How many tasks run each action: "211 × Isolate device", the most frequent first. */
export function countsByAction(tasks: readonly Pick<TaskFacts, 'actionType'>[]): readonly string[] {
  return countBy(tasks, (task) => actionText(task)).map(([text, count]) => `${formatCount(count)} × ${text}`);
}

function countBy<Entry>(entries: readonly Entry[], textOf: (entry: Entry) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(textOf(entry), (counts.get(textOf(entry)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
