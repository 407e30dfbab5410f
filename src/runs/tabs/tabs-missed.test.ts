import { describe, expect, it } from 'vitest';
import { reduceRun } from '../model/reducer.ts';
import { calm, doorOf } from '../testing/test-runner.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { endings, holdUp, pageOver, paused } from '../testing/test-tabs.ts';
import type { Work } from '../work.ts';
import { pageWasLeft } from './interrupted.ts';

describe('what another tab writes of a run that this one has in hand', () => {
  it('is shown after it was taken over, of which nothing was left to do', async () => {
    const run = runOf([stepOf('1', [itemOf('a', { phase: 'settled' })]), stepOf('2', [itemOf('b')])], {
      state: 'paused',
      pausedBecause: pageWasLeft,
      accountKey: 'hash of anna',
    });
    const { journal, other, locks, runner, shown } = await pageOver(run);
    const tab = locks.open();
    void tab.hold(`actiondesk/run/${run.id}`, () => new Promise(() => undefined));
    await runner.takeUp();
    await calm();
    const door = holdUp(journal, 'read');
    tab.crash();
    await calm();
    // What a full disk had kept that tab from writing.
    await other.append(endings.reduce(reduceRun, run), 0, endings);
    await calm();
    door.open();
    await calm();
    expect(shown()).toEqual(endings.reduce(reduceRun, run));
  });

  it('is shown after it was checked, since it was written first', async () => {
    const reading = doorOf();
    let isChecking = false;
    const observe: Work['observe'] = async (steps) => {
      if (!isChecking) return [];
      await reading.passed;
      return steps.map(({ id }) => ({
        stepId: id,
        results: [{ id: 'a', phase: 'settled', outcome: 'notApplied' }],
      }));
    };
    const { other, runner, shown } = await pageOver(paused, { observe });
    await runner.takeUp();
    await calm();
    isChecking = true;
    const checking = runner.checkAgain(paused.id);
    await calm();
    await other.append(paused, 0, [{ kind: 'waiting', until: 5 }]);
    await calm();
    reading.open();
    await checking;
    await calm();
    expect(shown()?.waitingUntil).toBe(5);
    // What it had found is found again, and written after that.
    expect(shown()?.steps[0]?.items[0]?.outcome).toBe('notApplied');
    expect((await other.read(paused.id))?.run).toEqual(shown());
    expect(runner.trouble.get()).toBeNull();
  });
});
