import type { ActionType, IncidentTask } from '../../graph/incident-tasks.ts';
import { beginningOf } from '../../lib/beginning.ts';
import { groupBy } from '../../lib/group-by.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { conflictText } from '../../resources/devices/conflict-words.ts';
import type { DeviceTruth } from '../../resources/devices/device-truth.ts';
import { isClosed, isRunning } from '../../resources/incident-tasks/states.ts';
import { taskTitle, withLastChange } from '../../resources/incident-tasks/words.ts';
import { conflictsOf } from './conflicts.ts';
import { isInvited } from './next-step.ts';
import { otherTasksOn } from './opposed.ts';
import { accountActionFor } from './right-way.ts';
import { whyNot } from './rules.ts';

/** A task that does not go along, and why: `reasonsText` of `ui/count-reasons.ts` counts reasons. */
export interface SkippedTask {
  readonly task: IncidentTask;
  readonly reason: string;
}

/** What "Run this incident's runnable tasks" would do. */
export interface IncidentRun {
  /** In the order of sending; `planTasks` makes the plan of them. */
  readonly run: readonly IncidentTask[];
  readonly skipped: readonly SkippedTask[];
}

/** Containment first: what stops an attacker before what only looks. */
const order: readonly string[] = [
  'isolateDevice',
  'restrictAppExecution',
  'stopAndQuarantineFile',
  'runAntiVirusScan',
  'collectInvestigationPackage',
] satisfies ActionType[];

/** These take something back, which is a decision by itself. */
const releases: readonly string[] = ['unIsolateDevice', 'unRestrictAppExecution'] satisfies ActionType[];

/** What is known of tasks beside themselves. */
export interface RunFacts {
  /** Why Microsoft has refused a task for good; undefined where it hasn't. */
  readonly whyRefused: (task: IncidentTask) => string | undefined;
  /** The result of its last sending is unknown. */
  readonly isUnknown: (task: IncidentTask) => boolean;
  /** The truth of the device that a task is about, over all incidents. */
  readonly truthOf: (task: IncidentTask) => DeviceTruth | undefined;
  /** What Defender Experts write against acting on the target of a task at once; undefined where they don't. */
  readonly warningOf: (task: IncidentTask) => string | undefined;
}

/**
 * Which tasks of an incident run together, and in which order; and why each of the others does not. Nothing that Graph is
 * likely to reject goes along, nothing that takes back, nothing that Defender Experts warn of, and of tasks that do the same on one target the first one alone.
 *
 * @param tasks of one incident, in the order on screen
 */
export function incidentRun(tasks: readonly IncidentTask[], facts: RunFacts): IncidentRun {
  const skipped: SkippedTask[] = [];
  const able: IncidentTask[] = [];
  for (const task of tasks) {
    const reason = whySkipped(task, facts);
    if (reason === undefined) able.push(task);
    else skipped.push({ task, reason });
  }
  const left = new Set(able);
  for (const { tasks: same } of conflictsOf(able)) {
    for (const { task, reason } of whichOf(same)) {
      left.delete(task);
      skipped.push({ task, reason });
    }
  }
  const byPlace = groupBy(left, ({ actionType }) => order.indexOf(actionType));
  const run = order.flatMap((_type, place) => byPlace.get(place) ?? []);
  return { run, skipped: inOrderOf(tasks, skipped) };
}

/** Undefined for a task that can go along. */
function whySkipped(
  task: IncidentTask,
  { whyRefused, isUnknown, truthOf, warningOf }: RunFacts,
): string | undefined {
  const { actionType, actionStatus } = task;
  if (isClosed(task)) return 'The task is closed';
  const never = whyNot(task);
  if (never !== undefined) return never;
  const refused = whyRefused(task);
  if (refused !== undefined) return refused;
  if (isUnknown(task)) return 'Sent before: its result is unknown';
  if (actionStatus !== 'notStarted') return 'Ran before: Defender may refuse to run it again';
  if (accountActionFor(task)) return 'Microsoft Graph will probably reject it: use the user action';
  if (!isInvited(task)) return 'Microsoft Graph will probably reject it: do it in Defender';
  if (releases.includes(actionType)) return releaseText(task, truthOf(task)?.tasks ?? []);
  // Another incident may have isolated the device, or isolates it now.
  const conflicts = (truthOf(task)?.conflicts ?? []).filter(({ tasks }) =>
    tasks.some(({ id }) => id === task.id),
  );
  const conflict = conflicts.find(({ kind }) => kind !== 'double');
  if (conflict) return conflictText(conflict, task.incident?.id ?? '');
  const running = conflicts
    .flatMap(({ tasks }) => tasks)
    .find((other) => other.id !== task.id && isRunning(other));
  if (running) return withLastChange('Done by another task on the device now', running);
  const warning = warningOf(task);
  return warning === undefined ? undefined : warningText(warning);
}

/** "Takes back what “Isolate device SRV-FILE-02” does in incident 2972395: run it by itself" */
function releaseText(task: IncidentTask, onDevice: readonly IncidentTask[]): string {
  const [opposite] = otherTasksOn(task, onDevice).filter(({ kind }) => kind === 'opposite');
  if (!opposite) return 'Takes back what another task does: run it by itself';
  const id = opposite.other.incident?.id ?? '';
  const where = id === '' || id === task.incident?.id ? '' : ` in incident ${showHidden(id)}`;
  return `Takes back what “${taskTitle(opposite.other)}” does${where}: run it by itself`;
}

/** “Warning by Defender Experts: “Contain DC-02 last, when a second domain controller answers.”” */
function warningText(warning: string): string {
  const beginning = beginningOf(warning, { characters: 120, lines: 1 });
  return `Warning by Defender Experts: “${showHidden(beginning === undefined ? warning : `${beginning}…`)}”`;
}

/** Of tasks that do exactly the same, the first stays; where they differ, a person has to choose. */
function whichOf(same: readonly IncidentTask[]): readonly SkippedTask[] {
  const [first, ...others] = same;
  if (!first) return [];
  const isAlike = others.every(
    (other) => other.actionType === first.actionType && isolationOf(other) === isolationOf(first),
  );
  return isAlike
    ? others.map((task) => ({ task, reason: 'The same as another task of this incident' }))
    : same.map((task) => ({ task, reason: 'In conflict with another task on this target: choose one' }));
}

function isolationOf({ responseAction }: IncidentTask): string {
  return responseAction?.isolationType.toLowerCase() ?? '';
}

function inOrderOf(tasks: readonly IncidentTask[], skipped: readonly SkippedTask[]): readonly SkippedTask[] {
  return skipped.toSorted((a, b) => tasks.indexOf(a.task) - tasks.indexOf(b.task));
}
