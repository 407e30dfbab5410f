import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { compareUrgency, type Urgency, urgencyOf } from '../incidents/urgency.ts';
import { isClosed, isDone } from './states.ts';
import { deviceKey, fullTarget } from './target.ts';
import { isClosedByHand, wentWell } from './went-well.ts';
import { targetKind } from './words.ts';

/** The tasks of one incident, and what they say together. */
export interface TasksOfIncident {
  /** '' for the tasks whose incident Graph doesn't name. */
  readonly incidentId: string;
  /** Undefined until the incident has been read, and where it could not be. */
  readonly incident: Incident | undefined;
  readonly tasks: readonly IncidentTask[];
  /** A task is neither done nor closed. */
  readonly isOpen: boolean;
  /** When the incident began, or else its oldest task; null where Graph says neither. */
  readonly since: Instant | null;
  /** How many different devices the tasks concern, those that files are on among them. */
  readonly devices: number;
  readonly users: number;
}

/** An incident of which no task is loaded. */
export function withoutTasks(incidentId: string, incident?: Incident): TasksOfIncident {
  return { incidentId, incident, tasks: [], isOpen: false, since: null, devices: 0, users: 0 };
}

/** The ids of the incidents that tasks belong to, sorted: the read of these incidents is known by them. */
export function incidentIdsOf(tasks: readonly Pick<IncidentTask, 'incident'>[]): readonly string[] {
  return [...new Set(tasks.flatMap(({ incident }) => incident?.id ?? []))].sort();
}

/**
 * Puts tasks together by incident: first the incidents with something left to do, then by severity, then those with a
 * deadline near, then the oldest.
 * Those that have not been read come last among them, and tasks without an incident after these.
 */
export function tasksByIncident(
  all: readonly IncidentTask[],
  incidents: ReadonlyMap<string, Incident>,
  now: Instant = Date.now(),
): readonly TasksOfIncident[] {
  const byId = new Map<string, IncidentTask[]>();
  for (const task of all) {
    const id = task.incident?.id ?? '';
    const own = byId.get(id);
    if (own) own.push(task);
    else byId.set(id, [task]);
  }
  return [...byId]
    .map(([incidentId, tasks]): TasksOfIncident => {
      const incident = incidents.get(incidentId);
      return {
        incidentId,
        incident,
        tasks,
        isOpen: tasks.some((task) => !isDone(task) && !isClosed(task)),
        since: incident?.createdDateTime ?? oldestOf(tasks),
        ...targetsOf(tasks, all),
      };
    })
    .map((group) => ({ group, urgency: urgencyOf(group.incident, now) }))
    .sort(compare)
    .map(({ group }) => group);
}

interface Ranked {
  readonly group: TasksOfIncident;
  readonly urgency: Urgency | undefined;
}

function compare({ group: a, urgency }: Ranked, { group: b, urgency: other }: Ranked): number {
  return (
    Number(b.isOpen) - Number(a.isOpen) ||
    Number(a.incidentId === '') - Number(b.incidentId === '') ||
    compareUrgency(urgency, other) ||
    (a.since ?? 0) - (b.since ?? 0)
  );
}

function oldestOf(tasks: readonly IncidentTask[]): Instant | null {
  const dates = tasks.flatMap(({ createdDateTime }) => createdDateTime ?? []);
  return dates.length === 0 ? null : Math.min(...dates);
}

function targetsOf(tasks: readonly IncidentTask[], all: readonly IncidentTask[]) {
  const devices = new Set<string>();
  const users = new Set<string>();
  for (const task of tasks) {
    const { name } = fullTarget(task, all);
    if (targetKind(task) === 'User' && name !== '') users.add(name.toLowerCase());
    const device = deviceKey(task, all);
    if (device !== '') devices.add(device);
  }
  return { devices: devices.size, users: users.size };
}

/** How far the tasks of an incident are. */
export interface HowFar {
  /** Without those that a person closed although their action failed. */
  readonly done: number;
  readonly closedByHand: number;
  /** Those that are marked not relevant do not count. */
  readonly of: number;
  /** How many devices are isolated, of those that are to be; `of` is 0 where none is. */
  readonly isolated: {
    readonly done: number;
    readonly of: number;
    /** Of each that another incident's task has isolated, the id of that incident; '' where it has none. */
    readonly elsewhere: readonly string[];
  };
}

/**
 * How far the tasks of one incident are. A device counts once, however many of its tasks isolate it; and as isolated while the
 * latest that Defender did was to isolate it, for whichever incident: not because a person closed the task.
 */
export function howFar(tasks: readonly IncidentTask[], all: readonly IncidentTask[]): HowFar {
  const relevant = tasks.filter(({ status }) => status !== 'notRelevant');
  const wanting = relevant.filter(({ actionType }) => actionType === 'isolateDevice');
  const wanted = new Set(wanting.map((task) => deviceOf(task, all)));
  const now = isolatedDevices(all);
  const isolating = [...wanted].flatMap((device) => now.get(device) ?? []);
  const ownId = tasks[0]?.incident?.id;
  return {
    done: relevant.filter(wentWell).length,
    closedByHand: relevant.filter(isClosedByHand).length,
    of: relevant.length,
    isolated: {
      done: isolating.length,
      of: wanted.size,
      elsewhere: isolating.flatMap(({ incident }) => (incident?.id === ownId ? [] : (incident?.id ?? ''))),
    },
  };
}

/** A task whose device Graph doesn't name stands for a device of its own. */
function deviceOf(task: IncidentTask, all: readonly IncidentTask[]): string {
  return deviceKey(task, all) || task.id;
}

/** The devices whose latest completed task isolated them, with that task; for each list once: many incidents ask. */
const known = new WeakMap<readonly IncidentTask[], ReadonlyMap<string, IncidentTask>>();

function isolatedDevices(all: readonly IncidentTask[]): ReadonlyMap<string, IncidentTask> {
  const before = known.get(all);
  if (before) return before;
  const latest = new Map<string, IncidentTask>();
  for (const task of all) {
    const isOfIsolation = task.actionType === 'isolateDevice' || task.actionType === 'unIsolateDevice';
    if (!isOfIsolation || task.actionStatus !== 'completed') continue;
    const device = deviceOf(task, all);
    const last = latest.get(device);
    if (!last || (task.lastModifiedDateTime ?? 0) > (last.lastModifiedDateTime ?? 0))
      latest.set(device, task);
  }
  const isolated = new Map([...latest].filter(([, { actionType }]) => actionType === 'isolateDevice'));
  known.set(all, isolated);
  return isolated;
}

/** "3 of 4 isolated", "2 of 7 done", "1 closed by hand": containment first, and no number twice. */
export function howFarTexts(far: HowFar): readonly string[] {
  const { done, closedByHand, of, isolated } = far;
  if (of === 0) return ['not relevant'];
  const elsewhere = elsewhereText(far);
  const isAll = isolated.of === of && isolated.done === done;
  return [
    ...(isolated.of > 0 ? [`${isolated.done} of ${isolated.of} isolated`] : []),
    ...(elsewhere === '' ? [] : [elsewhere]),
    ...(isAll ? [] : [`${done} of ${of} done`]),
    ...(closedByHand > 0 ? [`${closedByHand} closed by hand`] : []),
  ];
}

/** "1 by incident 2972412", "2 by other incidents": of the devices that are isolated; '' where this incident did all. */
function elsewhereText({ isolated: { elsewhere } }: Pick<HowFar, 'isolated'>): string {
  const [id = '', ...others] = new Set(elsewhere);
  if (elsewhere.length === 0) return '';
  const by = id === '' || others.length > 0 ? 'other incidents' : `incident ${showHidden(id)}`;
  return `${elsewhere.length} by ${by}`;
}
