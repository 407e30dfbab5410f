import { entriesOf } from '../../run-panel/summary.ts';
import { isFailure, needsAttention } from '../../runs/model/attention.ts';
import type { Run } from '../../runs/model/run.ts';

/** A run that has ended with results that need a person, and that no one was looking at. */
export interface RunNotice {
  readonly run: Run;
  readonly isFailure: boolean;
}

/** Where runs were when they were looked at before, and where the person was when each began. */
export interface Watched {
  /** The path of the page on which a run was first seen under way, by the run's id. */
  readonly begunOn: ReadonlyMap<string, string>;
  readonly notices: readonly RunNotice[];
}

export const nothingWatched: Watched = { begunOn: new Map(), notices: [] };

/** True while a run goes on by itself. */
function isGoingOn({ state }: Run): boolean {
  return state === 'running' || state === 'settling';
}

/** The page of a run in the history. */
export function runPath(id: string): string {
  return `/history/${id}`;
}

/**
 * Follows the runs of this tab: one that ends with something that needs attention gets a notice, unless the person looks at
 * the page on which it began, or at its own.
 *
 * @param runs those that this tab handles
 * @param path of the page that is open
 * @param isHidden the tab is in the background
 */
export function watchRuns(before: Watched, runs: readonly Run[], path: string, isHidden: boolean): Watched {
  const begunOn = new Map(before.begunOn);
  const told: RunNotice[] = [];
  for (const run of runs) {
    const begun = begunOn.get(run.id);
    if (isGoingOn(run)) {
      if (begun === undefined) begunOn.set(run.id, path);
    } else if (begun !== undefined) {
      begunOn.delete(run.id);
      const needing = entriesOf(run).filter(needsAttention);
      const isSeen = !isHidden && (path === begun || path === runPath(run.id));
      if (needing.length > 0 && !isSeen) told.push({ run, isFailure: needing.some(isFailure) });
    }
  }
  if (told.length === 0) return { begunOn, notices: before.notices };
  const isTold = (id: string) => told.some(({ run }) => run.id === id);
  // Checked again, a run ends a second time: what was said before is old.
  return { begunOn, notices: [...told, ...before.notices.filter(({ run }) => !isTold(run.id))] };
}

/** The notices without those of a run. */
export function withoutRun(watched: Watched, id: string): Watched {
  return watched.notices.some(({ run }) => run.id === id)
    ? { ...watched, notices: watched.notices.filter(({ run }) => run.id !== id) }
    : watched;
}
