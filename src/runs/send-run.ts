import { type Drive, pause, stepOf } from './drive.ts';
import { driveStep } from './drive-step.ts';
import { skipPlanned } from './left-out.ts';
import type { Step } from './model.ts';
import { plannedIds } from './work.ts';

/** Works on one target at a time, here and in every other tab; undefined when another tab has it. */
export type AtTarget = (targetId: string, work: () => Promise<void>) => Promise<'done' | 'taken'>;

/** Equal refusals in a row after which a run stops: the rest would meet the same. */
const mostRefusals = 3;

/**
 * Sends the steps of a run: in order for each target, and as many targets at once as the work allows. Ends when there
 * is nothing more to send, or nothing more may be sent.
 */
export async function sendRun(drive: Drive, atTarget: AtTarget): Promise<void> {
  const { run, record, stop, work } = drive;
  const targets = byTarget(run().steps);
  let refusals = 0;

  async function sendStep({ id, targetId }: Step): Promise<void> {
    if (plannedIds(stepOf(run(), id)).length === 0) return;
    const because = drive.whyPause();
    if (because) return pause(drive, because);
    const held = await atTarget(targetId, async () => {
      if (stop.signal.aborted) return;
      const sent = await driveStep(drive, id);
      const isForbidden = sent?.kind === 'rejected' && sent.answer.problem.kind === 'forbidden';
      refusals = isForbidden ? refusals + 1 : 0;
      if (isForbidden && refusals >= mostRefusals) await pause(drive, sent.answer.problem);
    });
    if (held === 'taken')
      await record(skipPlanned(stepOf(run(), id), 'Another tab is sending to it just now'));
  }

  async function lane(): Promise<void> {
    for (let next = targets.shift(); next; next = targets.shift()) {
      for (const step of next) {
        if (stop.signal.aborted) return;
        await sendStep(step);
      }
    }
  }

  await Promise.all(Array.from({ length: work.lanes }, lane));
  if (run().cancelled) {
    await record(...run().steps.map((step) => skipPlanned(step, 'Cancelled before it was sent')));
  }
}

function byTarget(steps: readonly Step[]): Step[][] {
  const targets = new Map<string, Step[]>();
  for (const step of steps) targets.set(step.targetId, [...(targets.get(step.targetId) ?? []), step]);
  return [...targets.values()];
}
