import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import type { RunKnowledge } from '../devices/device-truth.ts';
import { type TasksOfIncident, tasksByIncident } from '../incident-tasks/by-incident.ts';
import {
  hasFailed,
  isClosed,
  isDone,
  isRunning,
  type Progress,
  progressOf,
} from '../incident-tasks/states.ts';
import { taskName } from '../incident-tasks/target.ts';
import { hasNoOwner, isOnDesk } from '../incidents/desk.ts';

/** What a hand-over is made of. */
export interface HandOverFacts {
  readonly tasks: readonly IncidentTask[];
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly known: RunKnowledge;
  /** What a person wrote for the next shift, by incident: the next step of it. */
  readonly notes: ReadonlyMap<string, string>;
  /** What changed from here on is told. */
  readonly since: Instant;
  readonly now: Instant;
}

/** Why the next shift must look at a task; `changed` for one that is only told. */
export type LineKind = 'failed' | 'stuck' | 'unknown' | 'running' | 'open' | 'changed';

/** A task in a hand-over. */
export interface HandOverLine {
  readonly kind: LineKind;
  readonly task: IncidentTask;
  /** Action and target; foreign text. */
  readonly name: string;
  /** Only while the action is in progress. */
  readonly progress: Progress | undefined;
  readonly hasChanged: boolean;
}

/** An incident in a hand-over, with something left to do or something changed. */
export interface HandOverIncident {
  readonly group: TasksOfIncident;
  readonly isOpen: boolean;
  readonly hasOwner: boolean;
  /** '' where nobody wrote one: then the next shift has no next step. */
  readonly note: string;
  /** Those that need a person first: failed, stuck, unknown, in progress, open, changed. */
  readonly lines: readonly HandOverLine[];
}

export interface HandOver {
  readonly since: Instant;
  readonly now: Instant;
  /** In the order of the desk. */
  readonly incidents: readonly HandOverIncident[];
}

/** What the next shift must know: by incident what failed, is stuck or unknown, is in progress or open, and what changed. */
export function handOver({ tasks, incidents, known, notes, since, now }: HandOverFacts): HandOver {
  const told = tasksByIncident(tasks, incidents).map((group): HandOverIncident => {
    const isOpen = isOnDesk(group);
    const lines = group.tasks.flatMap((task): HandOverLine[] => {
      const progress = progressOf(task, known, now);
      const hasChanged = (task.lastModifiedDateTime ?? 0) >= since;
      const kind = kindOf(task, progress, known) ?? (hasChanged ? 'changed' : undefined);
      return kind === undefined ? [] : [{ kind, task, name: taskName(task, tasks), progress, hasChanged }];
    });
    return {
      group,
      isOpen,
      hasOwner: group.incident !== undefined && !hasNoOwner(group.incident),
      note: notes.get(group.incidentId)?.trim() ?? '',
      lines: lines.toSorted((a, b) => lineKinds.indexOf(a.kind) - lineKinds.indexOf(b.kind)),
    };
  });
  const isTold = ({ lines, note }: HandOverIncident) => lines.length > 0 || note !== '';
  return { since, now, incidents: told.filter(isTold) };
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

/** What to mend before a hand-over is copied. */
export interface Gaps {
  /** Open incidents that no person owns. */
  readonly noOwner: readonly HandOverIncident[];
  /** Open incidents without a note. */
  readonly noNextStep: readonly HandOverIncident[];
}

export function gapsOf({ incidents }: HandOver): Gaps {
  const open = incidents.filter(({ isOpen }) => isOpen);
  return {
    noOwner: open.filter(({ hasOwner }) => !hasOwner),
    noNextStep: open.filter(({ note }) => note === ''),
  };
}
