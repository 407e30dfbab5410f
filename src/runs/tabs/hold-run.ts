import { ProblemError } from '../../lib/problem.ts';
import { takenElsewhere } from '../model/problems.ts';
import type { HeldRuns } from './held-runs.ts';
import { type Locks, runLock, taken } from './locks.ts';

export interface RunHoldOptions {
  readonly locks: Locks;
  readonly held: HeldRuns;
  /** Resolved once nothing of a run is being sent here. */
  readonly whenSent: (runId: string) => Promise<void> | undefined;
  /** Shows a run as it is now, before anything is done with it. */
  readonly refresh: (runId: string) => Promise<void>;
  /** Ends a run of which nothing is left to do. */
  readonly finish: (runId: string) => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** In ms, before each try. Who holds a run for a moment only may be this page itself, taking it up or letting go of it. */
const moments = [0, 50, 250];

/**
 * Works on a run: at once if the run is ours already, else while no other tab holds the lock.
 *
 * @throws ProblemError where another tab is on it
 */
export function createRunHold(options: RunHoldOptions) {
  const { locks, held, whenSent, refresh, finish, wait } = options;
  return async (runId: string, work: () => Promise<void>): Promise<void> => {
    // A target that is being read just now, also of a run that is paused, would be planned again.
    await whenSent(runId);
    for (const moment of moments) {
      if (moment > 0) await wait(moment);
      if (held.has(runId)) return work();
      const result = await locks.tryHold(runLock(runId), () =>
        held.during(runId, async () => {
          await refresh(runId);
          await work().finally(() => finish(runId));
        }),
      );
      if (result !== taken) return;
    }
    throw new ProblemError(takenElsewhere);
  };
}
