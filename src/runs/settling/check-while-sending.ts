import type { Outcome, Run, Step } from '../model/run.ts';
import { lastAnswer, observe, openSteps, type Settling } from './settle-run.ts';

/** How often, in ms, what was sent is looked after while the rest is still being sent. */
const checkEvery = 30_000;

const inDoubt: readonly Outcome[] = ['unknown', 'started', 'alreadyRunning'];

/**
 * Looks now and then, until everything is sent, after what was sent and is in doubt. Sending the rest may take long, with
 * the waits that Graph asks for; nobody should have to wait for the last item to learn of the first.
 *
 * @param over aborted when everything is sent
 */
export async function checkWhileSending(settling: Settling, over: AbortSignal): Promise<void> {
  const { workOf, now, wait } = settling;
  const isInDoubt = ({ items }: Step) =>
    items.some(({ outcome }) => outcome !== null && inDoubt.includes(outcome));
  // What was answered a moment ago is not read yet: Graph's reads lag behind.
  const isDue = (step: Step) => now() - lastAnswer(step) >= (workOf(step).readAt[0] ?? 0);
  for (;;) {
    await wait(checkEvery, over).catch(() => undefined);
    if (over.aborted) return;
    // As if no time had passed: what is seen to be done is told, and only the schedule afterwards takes "as before" for
    // an answer. A read that fails proves nothing.
    const steps = (run: Run) => openSteps(run).filter((step) => isInDoubt(step) && isDue(step));
    await observe(settling, steps, 0).catch(() => undefined);
  }
}
