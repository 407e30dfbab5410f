import { describe, expect, it } from 'vitest';
import type { Sent } from '../../graph/sender.ts';
import { success, successOf } from '../../graph/test-answers.ts';
import { toProblem } from '../../lib/problem.ts';
import { takenElsewhere } from '../model/problems.ts';
import type { Run } from '../model/run.ts';
import type { Runner } from '../runner.ts';
import { createMemoryJournal, createMemoryLocks } from '../testing/test-journal.ts';
import {
  calm,
  doorOf,
  endOf,
  finished,
  nextId,
  type Story,
  startedRunner,
  workOf,
} from '../testing/test-runner.ts';
import { planOf } from '../testing/test-runs.ts';
import type { Work } from '../work.ts';
import { pageWasLeft } from './interrupted.ts';

const yes = await successOf(success({}));
const accepted: Sent = { kind: 'accepted', answer: yes };
const sendingsOf = (story: Story) => story.filter((line) => line.startsWith('send'));

/** Two tabs of one browser. What the first sends has no answer until the door is opened. */
function openTabs(account = { key: 'anna', tenantId: 'tenant' }) {
  const journal = createMemoryJournal();
  const locks = createMemoryLocks();
  const answer = doorOf();
  const send: Work['send'] = async (_step, _ids, hooks) => {
    await hooks.onSend?.(nextId());
    await answer.passed;
    await hooks.onAnswer?.(yes);
    return accepted;
  };
  const story: Story = [];
  const secondStory: Story = [];
  const { runner: first } = startedRunner(workOf(story, accepted, { send }), { journal, locks });
  const { runner: second } = startedRunner(workOf(secondStory, accepted), {
    journal: journal.open(),
    locks: locks.open(),
    account: () => account,
    newId: () => nextId(),
  });
  return { journal, locks, answer, story, secondStory, first, second };
}

const shownBy = (runner: Runner, id: string): Run | undefined =>
  runner.runs.get().find((run) => run.id === id);

describe('a run that another tab carries out', () => {
  it('is shown as it goes, and nothing is sent or read for it here', async () => {
    const { first, second, answer, secondStory } = openTabs();
    await second.takeUp();
    const { id } = await first.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await calm();
    expect(endOf(await shown())).toEqual(['sending null', 'planned null']);
    expect([...second.elsewhere.get()]).toEqual([id]);

    answer.open();
    const end = await finished(first, id);
    await calm();
    expect(await shown()).toEqual(end);
    expect(endOf(end)).toEqual(['settled confirmed', 'settled confirmed']);
    expect([...second.elsewhere.get()]).toEqual([]);
    expect(secondStory).toEqual([]);

    async function shown(): Promise<Run> {
      const run = shownBy(second, id);
      if (!run) throw new Error('The second tab does not show it');
      return run;
    }
  });

  it('is found by a tab that opens later', async () => {
    const { first, second, answer } = openTabs();
    const { id } = await first.start(planOf({ pilot: ['a'] }));
    await calm();
    await second.takeUp();
    await calm();
    expect(shownBy(second, id)?.steps[0]?.items[0]?.phase).toBe('sending');
    expect([...second.elsewhere.get()]).toEqual([id]);
    answer.open();
    await finished(first, id);
  });

  it('cannot be cancelled or checked from here: a person is told where it is', async () => {
    const { first, second, answer } = openTabs();
    await second.takeUp();
    const { id } = await first.start(planOf({ pilot: ['a'] }));
    await calm();
    for (const work of [second.checkAgain(id), second.cancel(id)]) {
      expect(await work.then(() => undefined, toProblem)).toBe(takenElsewhere);
    }
    expect(shownBy(first, id)?.cancelled).toBe(false);
    answer.open();
    await finished(first, id);
  });

  it('holds its targets: what it has sent is not sent from here', async () => {
    const { first, second, answer, secondStory } = openTabs();
    await first.start(planOf({ pilot: ['a'] }));
    await calm();
    const mine = await second.start(planOf({ pilot: ['a', 'b'], broad: ['a'] }));
    const end = await finished(second, mine.id);
    const taken = 'settled skipped: Another tab is sending to it';
    expect(endOf(end)).toEqual([taken, taken, 'settled confirmed']);
    expect(sendingsOf(secondStory)).toEqual(['send a']);
    answer.open();
  });
});

it('a run that another tab has deleted is no longer shown', async () => {
  const { first, second, answer, journal } = openTabs();
  await second.takeUp();
  answer.open();
  const { id } = await first.start(planOf({ pilot: ['a'] }));
  await finished(first, id);
  await calm();
  expect(shownBy(second, id)?.state).toBe('done');
  await journal.remove([id]);
  await calm();
  expect(second.runs.get()).toEqual([]);
});

describe('[B1] a tab that crashed', () => {
  it('[B9] leaves its run to the next, which reads and never sends', async () => {
    const { first, second, locks, story, secondStory } = openTabs();
    await second.takeUp();
    const { id } = await first.start(planOf({ pilot: ['a'], broad: ['b'] }));
    await calm();
    locks.crash();
    const end = await finished(second, id);
    await calm();
    expect(endOf(end)[1]).toBe('planned null');
    expect(shownBy(second, id)).toMatchObject({ state: 'paused', pausedBecause: pageWasLeft });
    expect(endOf(shownBy(second, id) ?? end)).toEqual(['settled confirmed', 'planned null']);
    expect([...second.elsewhere.get()]).toEqual([]);
    expect(secondStory).toEqual(['observe pilot at 2000']);
    expect(sendingsOf(story)).toEqual(['send a']);
  });

  it('leaves a run of which everything was sent: it is over once it is read', async () => {
    const { first, second, locks } = openTabs();
    const { id } = await first.start(planOf({ pilot: ['a'] }));
    await calm();
    locks.crash();
    await second.takeUp();
    await calm();
    expect(shownBy(second, id)).toMatchObject({ state: 'done', pausedBecause: null });
  });
});
