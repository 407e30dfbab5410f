import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import { countOf, formatMinute } from '../../ui/format.ts';
import { isClosed, isDone } from '../incident-tasks/states.ts';

/** How far the data of a hand-over could be read. */
export interface ReadSoFar {
  /** How many tasks were loaded, and whether these are all. */
  readonly tasks: number;
  readonly isWhole: boolean;
  /** Tasks of a shape that can't be read. */
  readonly setAside: number;
  /** Tasks that are over, and of which Graph doesn't say when they changed: `undatedAmong`. */
  readonly undated: number;
  /** Of when the tasks are, where the last refresh failed; undefined otherwise. */
  readonly oldFrom: Instant | undefined;
  /** Incidents of which only the number is known. */
  readonly unreadIncidents: number;
  readonly isHistoryRead: boolean;
}

/** What a hand-over lacks, in sentences; empty where all was read. */
export function missingTexts(read: ReadSoFar): readonly string[] {
  const { tasks, isWhole, setAside, undated, oldFrom, unreadIncidents, isHistoryRead } = read;
  return [
    ...(isWhole ? [] : [`only ${countOf(tasks, 'task')} could be loaded, and there may be more.`]),
    ...(setAside === 0 ? [] : [`${countOf(setAside, 'task')} couldn’t be read.`]),
    ...(undated === 0
      ? []
      : [
          `${countOf(undated, 'finished task')} without a date of change: whether it was since then isn’t known.`,
        ]),
    ...(oldFrom === undefined ? [] : [`the last refresh failed. Tasks are as of ${formatMinute(oldFrom)}.`]),
    ...(unreadIncidents === 0
      ? []
      : [
          `${countOf(unreadIncidents, 'incident')} couldn’t be loaded: title, severity, owner and comments are missing.`,
        ]),
    ...(isHistoryRead ? [] : ['the history of this browser couldn’t be read: earlier changes are missing.']),
  ];
}

/** How many tasks are done or closed without a date: a hand-over can't tell whether they changed since its beginning. */
export function undatedAmong(tasks: readonly IncidentTask[]): number {
  return tasks.filter((task) => task.lastModifiedDateTime === null && (isDone(task) || isClosed(task)))
    .length;
}
