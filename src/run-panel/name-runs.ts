import type { Run } from '../runs/model/run.ts';
import { formatClock, formatDay } from '../ui/format.ts';

/**
 * The names by which a person chooses among runs, by id: no two are the same, also where two tabs began the same run in
 * the same second. The time comes first, as the chooser cuts long titles.
 *
 * @param runs newest first
 * @param elsewhere the ids of runs that another tab handles
 */
export function nameRuns(
  runs: readonly Pick<Run, 'id' | 'title' | 'startedAt'>[],
  elsewhere: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const used = new Map<string, number>();
  const names = runs.map(({ id, title, startedAt }) => {
    const tab = elsewhere.has(id) ? ', in another tab' : '';
    const name = `${formatDay(startedAt)}, ${formatClock(startedAt)}${tab}: ${title}`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return [id, times === 1 ? name : `${name} (${times})`] as const;
  });
  return new Map(names);
}
