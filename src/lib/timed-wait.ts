/**
 * Why a request waits. `pacing`: our own rate, which keeps the app below the service's limits. `throttled`: the service
 * asked for it. `failed`: the last try brought no usable answer, and the next one comes a little later.
 */
export const waitCauses = ['pacing', 'throttled', 'failed'] as const;
export type WaitCause = (typeof waitCauses)[number];

/** That a request waits. */
export interface TimedWait {
  /** Epoch ms. */
  readonly until: number;
  readonly because: WaitCause;
}

/** The one that ends last; undefined for none. */
export function longestOf(waits: Iterable<TimedWait>): TimedWait | undefined {
  return [...waits].reduce<TimedWait | undefined>((a, b) => (a && a.until >= b.until ? a : b), undefined);
}
