import type { Instant } from '../../lib/instant.ts';
import { countOf, formatMinute } from '../../ui/format.ts';

/** How far the data of a hand-over could be read. */
export interface ReadSoFar {
  /** How many tasks were loaded, and whether these are all. */
  readonly tasks: number;
  readonly isWhole: boolean;
  /** Tasks of a shape that can't be read. */
  readonly setAside: number;
  /** Of when the tasks are, where the last refresh failed; undefined otherwise. */
  readonly oldFrom: Instant | undefined;
  /** Incidents of which only the number is known. */
  readonly unreadIncidents: number;
  readonly isHistoryRead: boolean;
}

/** What a hand-over lacks, in sentences; empty where all was read. */
export function missingTexts(read: ReadSoFar): readonly string[] {
  const { tasks, isWhole, setAside, oldFrom, unreadIncidents, isHistoryRead } = read;
  return [
    ...(isWhole ? [] : [`only ${countOf(tasks, 'task')} could be loaded, and there may be more.`]),
    ...(setAside === 0 ? [] : [`${countOf(setAside, 'task')} couldn’t be read.`]),
    ...(oldFrom === undefined ? [] : [`the last refresh failed. Tasks are as of ${formatMinute(oldFrom)}.`]),
    ...(unreadIncidents === 0
      ? []
      : [
          `${countOf(unreadIncidents, 'incident')} couldn’t be loaded: title, severity, owner and comments are missing.`,
        ]),
    ...(isHistoryRead ? [] : ['the history of this browser couldn’t be read: earlier changes are missing.']),
  ];
}
