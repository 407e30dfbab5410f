/** So many requests in any window of so many ms. */
export interface Budget {
  readonly limit: number;
  readonly windowMs: number;
}

/** Requests of one kind. */
export interface Load {
  readonly count: number;
  /** How long one is on the way, in ms. */
  readonly latency: number;
  /** How many may be on the way at once. */
  readonly inFlight: number;
  readonly budget: Budget;
}

/** The least time for them all, in ms: their latency shared among those in flight, or the windows of the budget. */
function timeOf({ count, latency, inFlight, budget }: Load): number {
  const windows = Math.floor((count - 1) / budget.limit);
  return Math.max((count * latency) / inFlight, windows * budget.windowMs + latency);
}

/** The least time for reads and actions side by side, where each action follows a read: the last one, the last read. */
export function timeInParallel(reads: Load, actions: Load): number {
  return Math.max(timeOf(reads) + actions.latency, timeOf(actions));
}

/** The least time for requests one after the other, all out of one budget. */
export function timeInTurn(count: number, budget: Budget, latency: number): number {
  const windows = Math.floor((count - 1) / budget.limit);
  const rest = (count - 1) % budget.limit;
  return windows * Math.max(budget.windowMs, budget.limit * latency) + (rest + 1) * latency;
}
