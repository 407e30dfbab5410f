import { describe, expect, it } from 'vitest';
import { toProblem } from '../../lib/problem.ts';
import { takenElsewhere } from '../model/problems.ts';
import { createMemoryLocks } from '../testing/test-journal.ts';
import { calm, doorOf, endOf, finished, startedRunner, workOf } from '../testing/test-runner.ts';
import { planOf } from '../testing/test-runs.ts';
import { accepted } from '../testing/test-tabs.ts';
import { runLock } from './locks.ts';

/** Lets a moment pass, in which promises do what they can. */
const moment = (_milliseconds: number, signal?: AbortSignal) =>
  signal ? new Promise<void>(() => undefined) : calm();

describe('a run that another tab holds for a moment', () => {
  it('is worked on after that: this page itself goes on reading after a check', async () => {
    const { runner } = startedRunner(workOf([], accepted, { observe: async () => [] }), { wait: moment });
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    await runner.whenSent(id);
    for (let turn = 0; turn < 5; turn += 1) await calm();
    await runner.checkAgain(id);
    await runner.checkAgain(id);
    await Promise.all([runner.checkAgain(id), runner.leaveAtThat(id)]);
    expect(endOf(await finished(runner, id))).toEqual([expect.stringMatching(/^settled successful/)]);
  });

  it('is another tab’s where that holds it for longer, and is not touched', async () => {
    const locks = createMemoryLocks();
    const waits: number[] = [];
    const { runner } = startedRunner(workOf([], accepted), {
      locks,
      wait(milliseconds, signal) {
        waits.push(milliseconds);
        return moment(milliseconds, signal);
      },
    });
    const { id } = await runner.start(planOf({ pilot: ['a'] }));
    const end = await finished(runner, id);
    const held = doorOf();
    void locks.open().hold(runLock(id), () => held.passed);
    waits.length = 0;
    expect(await runner.checkAgain(id).then(() => undefined, toProblem)).toBe(takenElsewhere);
    expect(waits).toEqual([50, 250]);
    expect(runner.runs.get()).toEqual([end]);
    held.open();
  });
});
