/** Notices that the computer slept, or that the page was frozen: a timer of half a minute took many. */
export interface SleepWatch {
  hasSlept(): boolean;
}

const beatEvery = 30_000;
/** A page in the background has its timers run once a minute. */
const patience = 5 * 60_000;

/** @param over ends it: the run sends nothing more */
export function createSleepWatch(
  now: () => number,
  wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>,
  over: AbortSignal,
): SleepWatch {
  let last = now();
  let slept = false;
  const isLate = () => now() - last > patience;

  async function beat(): Promise<void> {
    while (!over.aborted) {
      await wait(beatEvery, over).catch(() => undefined);
      slept ||= isLate();
      last = now();
    }
  }

  void beat();
  return { hasSlept: () => slept || isLate() };
}
