import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Instant } from '../../lib/instant.ts';
import { progressOf, type TaskTimes } from '../incident-tasks/progress.ts';
import { hasFailed, isClosed, isRunning, isWaiting } from '../incident-tasks/states.ts';
import { deviceKey, fullTarget } from '../incident-tasks/target.ts';
import { targetKind } from '../incident-tasks/words.ts';
import { type DeviceFacts, deviceBy } from './device-facts.ts';

/** What response actions switch on and off on a device. */
export type Control = 'isolation' | 'restriction';

/** How a control of a device stands, as far as the tasks of all incidents tell. */
export type ControlState = 'on' | 'off' | 'turningOn' | 'turningOff' | 'failed' | 'unknown' | 'never';

export interface ControlTruth {
  readonly state: ControlState;
  /** When Graph last changed the task that says so: the latest moment from which it can be true; null where unknown. */
  readonly since: Instant | null;
  /** The task that says so; undefined for `never`. */
  readonly task: IncidentTask | undefined;
  readonly isStuck: boolean;
}

/** Tasks that can't all be right on one device. */
export interface DeviceConflict {
  /** `double`: the same twice. `opposed`: one would undo what another does now. `already`: the device has it already. */
  readonly kind: 'double' | 'opposed' | 'already';
  readonly control: Control;
  readonly tasks: readonly IncidentTask[];
  /** The result of a sending of one of them isn’t known. */
  readonly isUnknown: boolean;
}

/** Everything that the tasks of all incidents say of one device. */
export interface DeviceTruth {
  /** In lower case: the id of Defender where it is known, or else the name. */
  readonly key: string;
  readonly name: string;
  /** Undefined where no evidence is about it. */
  readonly facts: DeviceFacts | undefined;
  /** Every task on it, files on it included, over all incidents. */
  readonly tasks: readonly IncidentTask[];
  readonly isolation: ControlTruth;
  readonly restriction: ControlTruth;
  /** Tasks whose action failed or was done in part, and that no one has closed. */
  readonly failed: readonly IncidentTask[];
  readonly stuck: readonly IncidentTask[];
  readonly conflicts: readonly DeviceConflict[];
}

/** What this browser's runs add to what Graph says. */
export interface RunKnowledge extends TaskTimes {
  /** Ids of tasks whose sending has a result that nobody knows. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * One truth for each device over all incidents: what it is, what was done to it, what failed or is stuck, and what must not
 * be sent together.
 *
 * @param all every task that is loaded
 * @param facts of devices, from the evidence that is loaded; may be empty
 * @returns by key, and see `truthFor` to find the device of a task
 */
export function deviceTruths(
  all: readonly IncidentTask[],
  facts: readonly DeviceFacts[],
  known: RunKnowledge,
  now: Instant,
): ReadonlyMap<string, DeviceTruth> {
  const named = all.filter((task) => deviceNameOf(task, all) !== '');
  const byKey = groupBy(named, (task) => deviceKeyOf(task, all, facts));
  return new Map(
    [...byKey].map(([key, tasks]): [string, DeviceTruth] => {
      const own = deviceBy(key, facts);
      const [first] = tasks;
      const name = own?.name ?? (first ? deviceNameOf(first, all) : key);
      return [key, truthOf(key, name, own, tasks, known, now)];
    }),
  );
}

/** The truth of the device that a task acts on, or that the file of a task is on. */
export function truthFor(
  task: IncidentTask,
  all: readonly IncidentTask[],
  facts: readonly DeviceFacts[],
  truths: ReadonlyMap<string, DeviceTruth>,
): DeviceTruth | undefined {
  return truths.get(deviceKeyOf(task, all, facts));
}

/** The device of a task: the key of its truth; '' where Graph names none. */
export function deviceKeyOf(
  task: IncidentTask,
  all: readonly IncidentTask[],
  facts: readonly DeviceFacts[],
): string {
  const key = deviceKey(task, all);
  const own = deviceBy(fullTarget(task, all).deviceId, facts) ?? deviceBy(key, facts);
  return own?.keys[0] ?? key;
}

/** '' where a task is on no device, or Graph doesn't say on which. */
function deviceNameOf(task: IncidentTask, all: readonly IncidentTask[]): string {
  const { name, onDevice } = fullTarget(task, all);
  return targetKind(task) === 'Device' ? name : onDevice;
}

function truthOf(
  key: string,
  name: string,
  facts: DeviceFacts | undefined,
  tasks: readonly IncidentTask[],
  known: RunKnowledge,
  now: Instant,
): DeviceTruth {
  const isStuck = (task: IncidentTask) => progressOf(task, known, now)?.isStuck ?? false;
  const isolation = controlOf('isolation', tasks, known, isStuck);
  const restriction = controlOf('restriction', tasks, known, isStuck);
  return {
    key,
    name,
    facts,
    tasks,
    isolation,
    restriction,
    failed: tasks.filter((task) => hasFailed(task) && !isClosed(task)),
    stuck: tasks.filter(isStuck),
    conflicts: [
      ...conflictsOf('isolation', tasks, isolation, known),
      ...conflictsOf('restriction', tasks, restriction, known),
    ],
  };
}

const switches = {
  isolation: { on: 'isolateDevice', off: 'unIsolateDevice' },
  restriction: { on: 'restrictAppExecution', off: 'unRestrictAppExecution' },
} as const;

/** What happens now counts more than what was; of what was, the latest. A failure doesn't undo what was done before it. */
function controlOf(
  control: Control,
  tasks: readonly IncidentTask[],
  { unknown }: RunKnowledge,
  isStuck: (task: IncidentTask) => boolean,
): ControlTruth {
  const { on, off } = switches[control];
  const own = tasks.filter(({ actionType }) => actionType === on || actionType === off).toSorted(latestFirst);
  const says = (task: IncidentTask | undefined, state: ControlState): ControlTruth => ({
    state: task ? state : 'never',
    since: task?.lastModifiedDateTime ?? null,
    task,
    isStuck: task !== undefined && isStuck(task),
  });
  const running = own.find(isRunning);
  if (running) return says(running, running.actionType === on ? 'turningOn' : 'turningOff');
  const open = own.find((task) => unknown.has(task.id) && isWaiting(task));
  if (open) return says(open, 'unknown');
  const done = own.find(({ actionStatus }) => actionStatus === 'completed');
  if (done) return says(done, done.actionType === on ? 'on' : 'off');
  return says(
    own.find((task) => task.actionType === on && hasFailed(task)),
    'failed',
  );
}

function latestFirst(a: IncidentTask, b: IncidentTask): number {
  return (b.lastModifiedDateTime ?? 0) - (a.lastModifiedDateTime ?? 0);
}

function conflictsOf(
  control: Control,
  tasks: readonly IncidentTask[],
  truth: ControlTruth,
  { unknown }: RunKnowledge,
): readonly DeviceConflict[] {
  const { on, off } = switches[control];
  const live = (actionType: string) =>
    tasks.filter((task) => task.actionType === actionType && (isWaiting(task) || isRunning(task)));
  const [turningOn, turningOff] = [live(on), live(off)];
  const found: DeviceConflict[] = [];
  const add = (kind: DeviceConflict['kind'], own: readonly IncidentTask[]) =>
    found.push({
      kind,
      control,
      tasks: own,
      isUnknown: own.some((task) => unknown.has(task.id) && isWaiting(task)),
    });
  // What the device has already needs no second task, let alone one of two.
  const wanted = [truth.state === 'on' ? [] : turningOn, truth.state === 'off' ? [] : turningOff];
  for (const same of wanted) {
    if (same.length > 1) add('double', same);
  }
  // Both may wait, since one takes the other back; once one runs, the other must not.
  if (turningOn.length > 0 && turningOff.length > 0 && [...turningOn, ...turningOff].some(isRunning)) {
    add('opposed', [...turningOn, ...turningOff]);
  }
  const waiting = truth.state === 'on' ? turningOn : truth.state === 'off' ? turningOff : [];
  if (truth.task && waiting.length > 0) add('already', [truth.task, ...waiting]);
  return found;
}
