import { createStore, type Store } from '../../lib/store.ts';

/** The runs that this page works on: it holds their locks, and nobody else writes of them. */
export interface HeldRuns {
  /** Their ids. */
  readonly ids: Store<ReadonlySet<string>>;
  has(runId: string): boolean;
  /** Works on a run; `stop` is aborted when nothing further of it is to be sent. */
  during<Result>(runId: string, work: (stop: AbortController) => Promise<Result>): Promise<Result>;
  stop(runId: string): void;
}

export function createHeldRuns(): HeldRuns {
  const stops = new Map<string, AbortController>();
  const ids = createStore<ReadonlySet<string>>(new Set());
  const tell = () => ids.set(new Set(stops.keys()));
  return {
    ids,
    has: (runId) => stops.has(runId),
    async during(runId, work) {
      const stop = new AbortController();
      stops.set(runId, stop);
      tell();
      try {
        return await work(stop);
      } finally {
        stops.delete(runId);
        tell();
      }
    },
    stop: (runId) => stops.get(runId)?.abort(),
  };
}
