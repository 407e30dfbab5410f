import { classify } from './policy.ts';
import type { Failure } from './transport.ts';

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

/** What an answer makes the next try wait for. A 503 without `Retry-After` asks for nothing. */
export function causeOfWait(answer: Failure): WaitCause {
  const isAsked = answer.kind === 'refused' && answer.retryAfter !== null;
  const answerClass = classify(answer);
  return answerClass === 'throttled' || (answerClass === 'unavailable' && isAsked) ? 'throttled' : 'failed';
}
