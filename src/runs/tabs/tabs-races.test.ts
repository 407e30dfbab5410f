import { describe, expect, it, vi } from 'vitest';
import { reduceRun } from '../model/reducer.ts';
import { calm, doorOf, endOf, finished, nextId, startedRunner, workOf } from '../testing/test-runner.ts';
import { itemOf, planOf, runOf, stepOf } from '../testing/test-runs.ts';
import { accepted, endings, holdUp, pageOver, paused } from '../testing/test-tabs.ts';
import type { Work } from '../work.ts';
import { pageWasLeft } from './interrupted.ts';

describe('what another tab says of a run while this one works on it', () => {
  it.each(['read', 'hashOf'] as const)('is older than what is shown here: %s', async (method) => {
    const reading = doorOf();
    const observe: Work['observe'] = async (steps) => {
      await reading.passed;
      return steps.map(({ id }) => ({
        stepId: id,
        results: [{ id: 'a', phase: 'settled', outcome: 'confirmed' }],
      }));
    };
    const { journal, other, runner, shown } = await pageOver({ ...paused, state: 'done' }, { observe });
    await runner.takeUp();
    await calm();
    const door = holdUp(journal, method);
    await other.append(paused, 0, [{ kind: 'waiting', until: 5 }]);
    await calm();
    const checking = runner.checkAgain(paused.id);
    await calm();
    const before = shown();
    door.open();
    await calm();
    expect(shown()).toBe(before);
    reading.open();
    await checking;
    expect(shown()?.steps[0]?.items[0]?.outcome).toBe('confirmed');
  });

  it.each(['read', 'hashOf'] as const)('is older than what was done here in between: %s', async (method) => {
    const { steps: _, ...rest } = paused;
    const idle = runOf([stepOf('1', [itemOf('b')])], rest);
    const { journal, other, runner, shown } = await pageOver(idle);
    await runner.takeUp();
    await calm();
    const door = holdUp(journal, method);
    await other.append(idle, 0, [{ kind: 'waiting', until: 5 }]);
    await calm();
    await runner.cancel(idle.id);
    const seen = new Set([shown()?.cancelled]);
    runner.runs.subscribe(() => seen.add(shown()?.cancelled));
    door.open();
    await calm();
    // Not even for a moment: a person who acts on it then would act on what is over.
    expect([...seen]).toEqual([true]);
  });

  it('is followed again once this tab has done its work', async () => {
    const { runner, other, shown } = await pageOver(
      { ...paused, state: 'done' },
      { observe: async () => [] },
    );
    await runner.takeUp();
    await calm();
    await runner.checkAgain(paused.id);
    const kept = await other.read(paused.id);
    await other.append(paused, kept?.next ?? 0, [{ kind: 'waiting', until: 5 }]);
    await calm();
    expect(shown()?.waitingUntil).toBe(5);
  });

  it('is not even read', async () => {
    const reading = doorOf();
    const observe: Work['observe'] = async () => {
      await reading.passed;
      return [];
    };
    const { journal, other, runner } = await pageOver(paused, { observe });
    await runner.takeUp();
    await calm();
    const read = vi.spyOn(journal, 'read');
    // What is open stays, but every tab is told.
    await other.remove([paused.id]);
    await calm();
    expect(read).not.toHaveBeenCalled();
    reading.open();
  });

  it('is not looked at, for what this tab is about to send itself', async () => {
    const { runner, journal, story, locks } = await pageOver(paused);
    const answer = doorOf();
    const send: Work['send'] = async (_step, _ids, hooks) => {
      await hooks.onSend?.(nextId());
      await answer.passed;
      return accepted;
    };
    const second = startedRunner(workOf(story, accepted, { send }), {
      journal: journal.open(),
      locks: locks.open(),
      newId: nextId,
    });
    const { id } = await second.runner.start(planOf({ pilot: ['c'] }));
    await second.runner.takeUp();
    await calm();
    expect([...second.runner.elsewhere.get()]).toEqual([]);
    expect(second.runner.runs.get().filter((run) => run.id === id)).toHaveLength(1);
    answer.open();
    expect(endOf(await finished(second.runner, id))).toEqual(['settled confirmed']);
    expect(runner.runs.get()).toEqual([]);
  });
});

it('however often another tab writes, it is read once more for all of it', async () => {
  const { journal, other, runner, shown, locks } = await pageOver(paused);
  void locks.open().hold(`actiondesk/run/${paused.id}`, () => new Promise(() => undefined));
  await runner.takeUp();
  await calm();
  const door = holdUp(journal, 'read');
  const read = vi.spyOn(journal, 'read');
  for (let number = 0; number < 80; number += 1) {
    await other.append(paused, number, [{ kind: 'waiting', until: number }]);
  }
  await calm();
  door.open();
  await calm();
  expect(read.mock.calls.length).toBeLessThanOrEqual(3);
  expect(shown()?.waitingUntil).toBe(79);
});

describe('a run that is waited for', () => {
  describe('and whose record is gone when its tab crashes', () => {
    const sent = { attempts: [{ clientRequestId: 'c', ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' }] };
    const steps = [stepOf('1', [itemOf('a', { phase: 'sending' })], sent), stepOf('2', [itemOf('b')])];
    const running = runOf(steps, { accountKey: 'hash of anna' });

    async function begin(isInTurn: boolean) {
      const page = await pageOver(running);
      const tab = page.locks.open();
      void tab.hold(`actiondesk/run/${running.id}`, () => new Promise(() => undefined));
      if (!isInTurn) page.locks.hold = () => new Promise(() => undefined);
      await page.runner.takeUp();
      await calm();
      expect([...page.runner.elsewhere.get()]).toEqual([running.id]);
      page.journal.clear();
      tab.crash();
      return page;
    }

    it('is not shown any more: it may have been deleted when it was over', async () => {
      const { runner, shown } = await begin(true);
      await calm();
      expect(shown()).toBeUndefined();
      expect([...runner.elsewhere.get()]).toEqual([]);
    });

    it('is not shown again where it was deleted while it was read', async () => {
      const { journal, other, locks, runner, story } = await pageOver(running);
      const tab = locks.open();
      void tab.hold(`actiondesk/run/${running.id}`, () => new Promise(() => undefined));
      await runner.takeUp();
      await calm();
      await other.append(endings.reduce(reduceRun, running), 0, endings);
      await calm();
      expect(runner.runs.get()).toMatchObject([{ state: 'done' }]);
      const door = holdUp(journal, 'read');
      tab.crash();
      await calm();
      runner.forget(await other.remove([running.id]));
      door.open();
      await calm();
      expect(runner.runs.get()).toEqual([]);
      expect(story).toEqual([]);
    });

    it('is told as it was shown, to who asks before that', async () => {
      const { runner, journal, shown } = await begin(false);
      await runner.checkAgain(running.id);
      expect(shown()).toMatchObject({ state: 'paused', pausedBecause: pageWasLeft });
      expect(endOf(shown() ?? paused)).toEqual(['settled confirmed', 'planned null']);
      expect((await journal.read(running.id))?.run.state).toBe('paused');
    });
  });

  it('is waited for once, however often its tab writes', async () => {
    const { runner, other, locks, shown, story } = await pageOver(paused);
    const tab = locks.open();
    void tab.hold(`actiondesk/run/${paused.id}`, () => new Promise(() => undefined));
    await runner.takeUp();
    await calm();
    for (const [number, until] of [1, 2, 3].entries()) {
      await other.append(paused, number, [{ kind: 'waiting', until }]);
      await calm();
      expect(shown()?.waitingUntil).toBe(until);
    }
    expect(story).toEqual([]);
    tab.crash();
    await calm();
    expect(story).toEqual(['observe target 1 at 2000']);
    expect(shown()?.steps[0]?.items.map(({ outcome }) => outcome)).toEqual(['confirmed', null]);
  });
});
