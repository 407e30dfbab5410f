import { inLanes } from '../../lib/lanes.ts';
import { canceledBefore, sendingElsewhere, skipPlanned } from '../model/left-out.ts';
import { type Step, stepOf } from '../model/run.ts';
import { plannedIds } from '../work.ts';
import type { AtTarget } from './at-target.ts';
import { pause, type RunContext } from './run-context.ts';
import { sendStep } from './send-step.ts';

/** Equal refusals in a row after which a run stops: the rest would meet the same. */
const mostRefusals = 3;

/**
 * Sends the steps of a run: in order for each target, and as many targets at once as its actions allow. Ends when there
 * is nothing more to send, or nothing more may be sent.
 */
export async function sendRun(context: RunContext, atTarget: AtTarget): Promise<void> {
  const { run, record, stop } = context;
  let refusals = 0;

  async function sendNext({ id, targetId }: Step): Promise<void> {
    if (plannedIds(stepOf(run(), id)).length === 0) return;
    const because = context.whyPause();
    if (because) return pause(context, because);
    const held = await atTarget(targetId, async () => {
      if (stop.signal.aborted) return;
      const sent = await sendStep(context, id);
      const isForbidden = sent?.kind === 'rejected' && sent.answer.problem.kind === 'forbidden';
      refusals = isForbidden ? refusals + 1 : 0;
      if (isForbidden && refusals >= mostRefusals) await pause(context, sent.answer.problem);
    });
    if (held === 'taken') await record(...skipPlanned(stepOf(run(), id), { reason: sendingElsewhere }));
  }

  // Of several actions, the most careful one sets how many targets are sent to at once.
  const lanes = Math.min(...run().steps.map((step) => context.workOf(step).lanes));
  await inLanes(byTarget(run().steps), lanes, async (steps) => {
    try {
      for (const step of steps) if (!stop.signal.aborted) await sendNext(step);
    } catch (error) {
      // The others end what they have begun; nothing is sent by a run that is told to have failed.
      stop.abort();
      throw error;
    }
  });
  // A pause is recorded by now, so a person has just canceled it, and the record of that is on its way.
  const isCancelled = run().cancelled || (stop.signal.aborted && run().state === 'running');
  if (isCancelled) await record(...run().steps.flatMap((step) => skipPlanned(step, canceledBefore)));
}

function byTarget(steps: readonly Step[]): Step[][] {
  const targets = new Map<string, Step[]>();
  for (const step of steps) targets.set(step.targetId, [...(targets.get(step.targetId) ?? []), step]);
  return [...targets.values()];
}
