import { type ActionType, actionTypes } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { actionText } from '../../resources/incident-tasks/words.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import type { TaskFacts } from './reviewed.ts';

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

/** "Restricts 209 devices" where all tasks run one action, else "Acts on 16 targets". */
export function blastText(tasks: readonly Pick<TaskFacts, 'actionType'>[], targets: number): string {
  const [only, ...others] = new Set(tasks.map(({ actionType }) => actionType));
  const blast =
    others.length === 0 && isKnown(actionTypes, only ?? '') ? blasts[only as ActionType] : undefined;
  return blast ? `${blast[0]} ${countOf(targets, blast[1])}` : `Acts on ${countOf(targets, 'target')}`;
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
