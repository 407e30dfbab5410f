import { describe, expect, it } from 'vitest';
import { allOf, calm, doorOf, endOf, finished, startedRunner, workOf } from './testing/test-runner.ts';
import { planOf } from './testing/test-runs.ts';
import { accepted } from './testing/test-tabs.ts';
import type { Work } from './work.ts';

describe('a run that was deleted', () => {
  it('is not shown any more, unless it is carried out still', async () => {
    const reading = doorOf();
    const waits: Promise<void>[] = [Promise.resolve(), reading.passed];
    const { runner } = startedRunner(workOf([], accepted, { readAt: [1] }), {
      wait: async () => waits.shift(),
    });
    const over = await runner.start(planOf({ pilot: ['a'] }));
    await finished(runner, over.id);
    const going = await runner.start(planOf({ pilot: ['a'] }));
    await runner.whenSent(going.id);
    runner.forget([over.id, going.id, 'never was']);
    expect(runner.runs.get().map(({ id }) => id)).toEqual([going.id]);
    reading.open();
    expect(endOf(await finished(runner, going.id))).toEqual(['settled confirmed']);
  });

  it('stays while it is checked again', async () => {
    const reading = doorOf();
    const observe: Work['observe'] = async (steps) => {
      if (hasEnded) await reading.passed;
      return steps.map(({ id }) => ({
        stepId: id,
        results: allOf(['a'], { phase: 'settled', outcome: 'notApplied', pre: 'as it was' }),
      }));
    };
    let hasEnded = false;
    const { runner } = startedRunner(workOf([], accepted, { observe }));
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    await finished(runner, id);
    hasEnded = true;
    const checking = runner.checkAgain(id);
    await calm();
    runner.forget([id]);
    expect(runner.runs.get()).toHaveLength(1);
    reading.open();
    await checking;
    runner.forget([id]);
    expect(runner.runs.get()).toEqual([]);
  });
});
