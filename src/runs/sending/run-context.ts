import type { OnWait } from '../../graph/client.ts';
import { type Problem, ProblemError } from '../../lib/problem.ts';
import { longestOf, type TimedWait } from '../../lib/timed-wait.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { readTooSlow, waitsTooLong } from '../model/problems.ts';
import type { RunEvent } from '../model/reducer.ts';
import type { Run, Step } from '../model/run.ts';
import type { Work } from '../work.ts';
import { type Allowance, longestWaiting } from './allowance.ts';

/** What carrying out one run needs. There is one for each run that this page drives. */
export interface RunContext {
  /** As it is now. */
  readonly run: () => Run;
  readonly workOf: (step: Pick<Step, 'intent'>) => Work;
  readonly fingerprint: Fingerprint;
  /** Records what happened, and shows it then. */
  readonly record: (...events: readonly RunEvent[]) => Promise<void>;
  /** Records what must be on disk before anything else happens. @throws ProblemError */
  readonly require: (...events: readonly RunEvent[]) => Promise<void>;
  /** Aborted when nothing further is to be sent: the run was cancelled, or is paused. */
  readonly stop: AbortController;
  /** Why nothing may be sent now although nobody has stopped the run, or undefined. */
  readonly whyPause: () => Problem | undefined;
  /**
   * The items of a target that another run has sent, and of which nobody knows yet what became.
   * @throws ProblemError
   */
  readonly openElsewhere: (step: Pick<Step, 'targetId' | 'intent'>) => Promise<ReadonlySet<string>>;
  readonly allowance: Allowance;
  /** Until when each step has to wait (epoch ms), and why, by its id. */
  readonly waits: Map<string, TimedWait>;
  readonly now: () => number;
  /** Ms that have passed, whatever the clock of the computer is set to meanwhile. */
  readonly elapsed: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Sends nothing further until a person says so. The first reason is the one that is told. */
export async function pause({ run, record, stop }: RunContext, because: Problem): Promise<void> {
  stop.abort();
  if (run().state === 'running' && !run().cancelled) await record({ kind: 'paused', because });
}

/**
 * Carries out a read that a sending depends on. It waits too when Graph asks for it, and no longer than a run may.
 *
 * @throws ProblemError when it takes too long; and whatever the read throws
 */
export async function readInTime<Found>(
  { stop, allowance, now, elapsed, wait }: RunContext,
  read: (signal: AbortSignal, onWait: OnWait) => Promise<Found>,
  onWait: OnWait,
): Promise<Found> {
  const began = elapsed();
  const isOver = new AbortController();
  const late = new AbortController();
  const giveUp = () => late.abort(new ProblemError(readTooSlow));
  wait(longestWaiting, isOver.signal).then(giveUp, () => undefined);
  try {
    const found = await read(AbortSignal.any([stop.signal, late.signal]), (until, because) => {
      if (allowance.mayWait(until - now())) onWait(until, because);
      else late.abort(new ProblemError(waitsTooLong(until)));
    });
    // No timer runs while the computer sleeps.
    if (!allowance.mayWait(elapsed() - began)) throw new ProblemError(readTooSlow);
    return found;
  } finally {
    isOver.abort();
  }
}

/** Tells until when the run waits: several of its steps may, and the longest wait is told. */
export function waiting({ waits }: RunContext, stepId: string, wait: TimedWait | null): RunEvent {
  if (wait) waits.set(stepId, wait);
  else waits.delete(stepId);
  return { kind: 'waiting', until: null, ...longestOf(waits.values()) };
}
