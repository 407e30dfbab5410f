/** Work on one target waits for the work before it; other targets go on. */
export interface Queues {
  take<Result>(target: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * Two runs on one profile or task must not read it, both find it untouched, and both send: the second reads when the
 * first has its answer, and then finds nothing left to do.
 */
export function createQueues(): Queues {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(target, work) {
      const mine = (last.get(target) ?? Promise.resolve()).then(work);
      const settled = mine.catch(() => undefined);
      last.set(target, settled);
      return mine;
    },
  };
}
