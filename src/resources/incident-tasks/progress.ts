import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import { isRunning } from './states.ts';

/** An action is never called stuck before this time, in ms. */
const leastStuck = 30 * 60_000;

/** True when an action has been in progress for longer than half an hour, and five times as long as usual. */
export function isStuck(age: number, usual: number | undefined): boolean {
  return age > Math.max(leastStuck, 5 * (usual ?? 0));
}

/** Times that only this browser's history knows. */
export interface TaskTimes {
  /** How long an action usually takes, in ms, by its type. */
  readonly usual: Readonly<Record<string, number>>;
  /** When this browser started a task, by its id: epoch ms. */
  readonly started: Readonly<Record<string, Instant>>;
}

/** How long an action has been in progress. */
export interface Progress {
  readonly since: Instant;
  /** This browser started it; else the time is that of the task's last change. */
  readonly isStartedHere: boolean;
  /** In ms. */
  readonly age: number;
  /** How long the action usually takes, in ms; undefined where the history has none. */
  readonly usual: number | undefined;
  readonly isStuck: boolean;
}

/** Undefined unless the action is in progress, and where Graph gives no time. */
export function progressOf(task: IncidentTask, times: TaskTimes, now: Instant): Progress | undefined {
  if (!isRunning(task)) return undefined;
  const started = times.started[task.id];
  const since = started ?? task.lastModifiedDateTime;
  if (since === null) return undefined;
  const age = Math.max(0, now - since);
  const usual = times.usual[task.actionType];
  return { since, isStartedHere: started !== undefined, age, usual, isStuck: isStuck(age, usual) };
}
