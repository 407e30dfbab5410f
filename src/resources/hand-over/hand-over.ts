import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident, IncidentComment } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import type { RunKnowledge } from '../devices/device-truth.ts';
import { type TasksOfIncident, tasksByIncident, withoutTasks } from '../incident-tasks/by-incident.ts';
import { containmentRank } from '../incident-tasks/containment.ts';
import { type Progress, progressOf } from '../incident-tasks/progress.ts';
import { hasFailed, isClosed, isDone, isRunning } from '../incident-tasks/states.ts';
import { taskName } from '../incident-tasks/target.ts';
import { writtenComments } from '../incidents/comments.ts';
import type { Deadline } from '../incidents/deadline.ts';
import { deskDeadline, hasNoOwner, isOnDesk } from '../incidents/desk.ts';
import { alreadyDone } from './already-done.ts';
import { withDeviceName } from './device-names.ts';

/** Something that this browser sent for a task or an incident. */
export interface Seen {
  readonly at: Instant;
  /** "Isolate device: Started" */
  readonly text: string;
  /** Whether it took effect isn't known. */
  readonly isUnknown: boolean;
  /** The person's own note of the run, which Microsoft never gets; '' where there is none. */
  readonly note: string;
  /** A comment stands among the comments of its incident: another comment needn't tell of it. */
  readonly isComment: boolean;
}

/** What this browser sent since then, the earliest first. */
export interface SeenHere {
  readonly byTask: ReadonlyMap<string, readonly Seen[]>;
  /** What belongs to an incident and to none of the tasks that were read. */
  readonly byIncident: ReadonlyMap<string, readonly Seen[]>;
}

/** What a hand-over is made of. */
export interface HandOverFacts {
  readonly tasks: readonly IncidentTask[];
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly known: RunKnowledge;
  readonly seen: SeenHere;
  /** Names of devices by their ids, where only evidence has them. */
  readonly deviceNames: ReadonlyMap<string, string>;
  /** What a person wrote for the next shift, by incident: the next step of it. */
  readonly notes: ReadonlyMap<string, string>;
  /** What could not be read, in sentences: the hand-over says so. */
  readonly missing: readonly string[];
  /** What changed from here on is told. */
  readonly since: Instant;
  readonly now: Instant;
  /** Of the reader: comments name a time of day. */
  readonly timeZone: string;
}

/** Why the next shift must look at a task; `changed` for one that is only told. */
export type LineKind = 'failed' | 'stuck' | 'unknown' | 'running' | 'open' | 'changed';

/** A task in a hand-over. */
export interface HandOverLine {
  readonly kind: LineKind;
  readonly task: IncidentTask;
  /** Action and target; foreign text. */
  readonly name: string;
  /** What another task does or did to its device, as a sentence; '' where none does: then there may be nothing to start. */
  readonly already: string;
  /** Only while the action is in progress. */
  readonly progress: Progress | undefined;
  readonly hasChanged: boolean;
  /** What this browser sent for the task since then. */
  readonly seen: readonly Seen[];
}

/** Whether a person has an incident; `unread` where the incident has not been read, or Graph names none. */
export type Owner = 'person' | 'nobody' | 'unread';

/** An incident in a hand-over, with something left to do, something changed, or a note. */
export interface HandOverIncident {
  readonly group: TasksOfIncident;
  readonly isOpen: boolean;
  readonly owner: Owner;
  /** '' where there is none: then the next shift has no next step. */
  readonly note: string;
  /** Those that need a person first: failed, stuck, unknown, in progress, open, changed; of each, containment first. */
  readonly lines: readonly HandOverLine[];
  /** The time that a comment names while something is left to do. */
  readonly deadline: Deadline | undefined;
  /** Comments that were written since then. */
  readonly comments: readonly IncidentComment[];
  /** How many comments could not be read, whenever they were written. */
  readonly commentsLeftOut: number;
  /** What this browser sent for the incident itself since then. */
  readonly sent: readonly Seen[];
}

export interface HandOver {
  readonly since: Instant;
  readonly now: Instant;
  /** In which the times of its texts are: "Europe/Berlin". */
  readonly timeZone: string;
  readonly missing: readonly string[];
  /** In the order of the desk. */
  readonly incidents: readonly HandOverIncident[];
}

/** What the next shift must know: by incident what failed, is stuck or unknown, is in progress or open, and what changed. */
export function handOver(facts: HandOverFacts): HandOver {
  const { tasks, incidents, notes, seen, missing, since, now, timeZone } = facts;
  const groups = tasksByIncident(tasks, incidents);
  const ids = new Set(groups.map(({ incidentId }) => incidentId));
  // A note outlives the tasks that it was written about, and so does what was sent.
  const named = new Set([...notes.keys(), ...seen.byIncident.keys()]);
  const others = [...named].filter((id) => !ids.has(id)).map((id) => withoutTasks(id, incidents.get(id)));
  const alreadyOf = alreadyDone(facts);
  const told = [...groups, ...others].map((group) => incidentOf(group, facts, alreadyOf));
  const isTold = ({ lines, note, comments, sent }: HandOverIncident) =>
    lines.length > 0 || note !== '' || comments.length > 0 || sent.length > 0;
  return { since, now, timeZone, missing, incidents: told.filter(isTold) };
}

function incidentOf(
  group: TasksOfIncident,
  facts: HandOverFacts,
  alreadyOf: (task: IncidentTask) => string,
): HandOverIncident {
  const { tasks, known, seen, notes, since, now } = facts;
  const { incident, incidentId } = group;
  const lines = group.tasks.flatMap((task): HandOverLine[] => {
    const progress = progressOf(task, known, now);
    const hasChanged = (task.lastModifiedDateTime ?? 0) >= since;
    const own = seen.byTask.get(task.id) ?? [];
    const kind = kindOf(task, progress, known) ?? (hasChanged || own.length > 0 ? 'changed' : undefined);
    if (kind === undefined) return [];
    const name = taskName(withDeviceName(task, facts.deviceNames), tasks);
    const already = kind === 'open' ? alreadyOf(task) : '';
    return [{ kind, task, name, already, progress, hasChanged, seen: own }];
  });
  return {
    group,
    isOpen: isOnDesk(group),
    owner: incident === undefined ? 'unread' : hasNoOwner(incident) ? 'nobody' : 'person',
    note: notes.get(incidentId)?.trim() ?? '',
    lines: lines.toSorted(
      (a, b) =>
        lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind) ||
        containmentRank(a.task) - containmentRank(b.task),
    ),
    deadline: deskDeadline(group, facts.timeZone),
    comments: writtenComments(incident?.comments ?? []).filter(
      ({ createdDateTime }) => (createdDateTime ?? 0) >= since,
    ),
    commentsLeftOut: incident?.commentsLeftOut ?? 0,
    sent: seen.byIncident.get(incidentId) ?? [],
  };
}

export const lineKinds: readonly LineKind[] = ['failed', 'stuck', 'unknown', 'running', 'open', 'changed'];

/** Undefined for a task with which nothing is left to do. */
function kindOf(
  task: IncidentTask,
  progress: Progress | undefined,
  { unknown }: RunKnowledge,
): LineKind | undefined {
  if (isClosed(task)) return undefined;
  if (isRunning(task)) return progress?.isStuck ? 'stuck' : 'running';
  if (isDone(task)) return undefined;
  if (hasFailed(task)) return 'failed';
  return unknown.has(task.id) ? 'unknown' : 'open';
}

/** True where a task of an incident changed, or this browser sent something else than comments. */
export function hasNews({ lines, sent }: Pick<HandOverIncident, 'lines' | 'sent'>): boolean {
  return (
    lines.some(({ hasChanged, seen }) => hasChanged || seen.length > 0) ||
    sent.some(({ isComment }) => !isComment)
  );
}

/** How many tasks of each kind a hand-over tells. */
export function countKinds({ incidents }: Pick<HandOver, 'incidents'>): Readonly<Record<LineKind, number>> {
  const counts = { failed: 0, stuck: 0, unknown: 0, running: 0, open: 0, changed: 0 };
  for (const { lines } of incidents) for (const { kind } of lines) counts[kind] += 1;
  return counts;
}

/** How many changes and comments were sent for incidents themselves whose result isn't known. */
export function countUnknownSent({ incidents }: Pick<HandOver, 'incidents'>): number {
  return incidents.flatMap(({ sent }) => sent).filter(({ isUnknown }) => isUnknown).length;
}

/** What to mend before a hand-over is copied. */
export interface Gaps {
  /** Open incidents that no person owns. */
  readonly noOwner: readonly HandOverIncident[];
  /** Open incidents of which nobody knows whether a person owns them: deleted, merged, or not read. */
  readonly unknownOwner: readonly HandOverIncident[];
  /** Open incidents without a note. */
  readonly noNextStep: readonly HandOverIncident[];
}

/** Tasks without an incident have no owner and no note. */
export function gapsOf({ incidents }: Pick<HandOver, 'incidents'>): Gaps {
  const open = incidents.filter(({ isOpen, group }) => isOpen && group.incidentId !== '');
  return {
    noOwner: open.filter(({ owner }) => owner === 'nobody'),
    unknownOwner: open.filter(({ owner }) => owner === 'unread'),
    noNextStep: open.filter(({ note }) => note === ''),
  };
}
