import { describe, expect, it } from 'vitest';
import type { Sent } from '../graph/sender.ts';
import { connectionLost, failureOf, success, successOf } from '../graph/test-answers.ts';
import { notKnownYet } from './model/left-out.ts';
import type { Outcome } from './model/run.ts';
import { createMemoryJournal } from './testing/test-journal.ts';
import {
  allOf,
  doorOf,
  endOf,
  finished,
  nextId,
  type Story,
  startedRunner,
  workOf,
} from './testing/test-runner.ts';
import { itemOf, planOf, runOf, stepOf } from './testing/test-runs.ts';
import type { Work } from './work.ts';

const answer = await successOf(success({}));
const accepted: Sent = { kind: 'accepted', answer };
const unknown: Sent = { kind: 'unknown', answer: await failureOf(connectionLost) };
const busy = `settled skipped: ${notKnownYet}`;

const sendingsOf = (story: Story) => story.filter((line) => line.startsWith('send'));

describe('two runs on one target', () => {
  it('at once: the second reads when the first has its answer, and nothing is sent twice', async () => {
    const story: Story = [];
    const token = doorOf();
    const changed = new Set<string>();
    const { runner } = startedRunner(
      workOf(story, accepted, {
        inspect: async ({ items }) =>
          items
            .filter(({ id }) => changed.has(id))
            .map(({ id }) => ({ id, phase: 'settled', outcome: 'skipped', reason: 'Already in that state' })),
        send: async (_step, ids, hooks) => {
          // Until the token is there, no other run can tell that this one is about to send.
          await token.passed;
          await hooks.onSend?.(nextId());
          for (const id of ids) changed.add(id);
          return accepted;
        },
      }),
    );
    const first = await runner.start(planOf({ pilot: ['a'] }));
    const second = await runner.start(planOf({ pilot: ['a', 'b'] }));
    const third = await runner.start(planOf({ broad: ['c'] }));
    token.open();
    const ends = await Promise.all([first, second, third].map(({ id }) => finished(runner, id)));
    const ofPilot = story.filter((line) => /pilot$| a$| b$/.test(line));
    expect(ofPilot.slice(0, 4)).toEqual(['inspect pilot', 'send a', 'account a', 'inspect pilot']);
    expect(sendingsOf(story).sort()).toEqual(['send a', 'send b', 'send c']);
    expect(ends.map(endOf)).toEqual([
      ['settled confirmed'],
      ['settled skipped: Already in that state', 'settled confirmed'],
      ['settled confirmed'],
    ]);
  });

  /** A first run that has sent "a" to pilot, and settles only when the door is opened; then a second run. */
  async function startSecond(
    sent: Sent,
    changes: Partial<Work> = {},
    targets: Record<string, string[]> = { pilot: ['a', 'b'] },
  ) {
    const story: Story = [];
    const settling = doorOf();
    const { runner } = startedRunner(workOf(story, sent, changes), { wait: () => settling.passed });
    const first = await runner.start(planOf({ pilot: ['a'] }));
    await runner.whenSent(first.id);
    const second = await runner.start(planOf(targets));
    await runner.whenSent(second.id);
    settling.open();
    const ends = await Promise.all([first, second].map(({ id }) => finished(runner, id)));
    return { runner, story, ends: ends.map(endOf) };
  }

  it.each([
    ['no answer', unknown],
    ['a success that no read shows yet', accepted],
  ])(
    'one after the other, the first with %s: what it sent is left out of the second',
    async (_what, sent) => {
      // A read before sending finds "a" untouched, as an eventually consistent service may show it.
      const { story, ends } = await startSecond(sent);
      expect(sendingsOf(story)).toEqual(['send a', 'send b']);
      expect(ends).toEqual([['settled confirmed'], [busy, 'settled confirmed']]);
    },
  );

  it('send nothing at all when the first holds everything that the second wants', async () => {
    const { story, ends, runner } = await startSecond(unknown, {}, { pilot: ['a'] });
    expect(sendingsOf(story)).toEqual(['send a']);
    expect(ends[1]).toEqual([busy]);
    expect(runner.runs.get()[0]?.steps[0]).toMatchObject({ attempts: [], problem: null });
  });

  it.each<Outcome>(['failed', 'skipped'])(
    'one after the other, and Graph said "%s" to the first: sends again',
    async (outcome) => {
      const account: Work['account'] = (ids) => allOf(ids, { phase: 'answered', outcome });
      const { story } = await startSecond(accepted, { account });
      expect(sendingsOf(story)).toEqual(['send a', 'send a b']);
    },
  );

  it('leave the same id in another target alone', async () => {
    const { story } = await startSecond(unknown, {}, { broad: ['a'] });
    expect(sendingsOf(story)).toEqual(['send a', 'send a']);
  });

  it('the second after the first is settled: sends what was not applied', async () => {
    const story: Story = [];
    const observe: Work['observe'] = async ([step]) =>
      step ? [{ stepId: step.id, results: allOf(['a'], { phase: 'settled', outcome: 'notApplied' }) }] : [];
    const { runner } = startedRunner(workOf(story, unknown, { observe }));
    for (let count = 0; count < 2; count += 1) {
      const { id } = await runner.start(planOf({ pilot: ['a'] }));
      expect(endOf(await finished(runner, id))).toEqual(['settled notApplied']);
    }
    expect(sendingsOf(story)).toEqual(['send a', 'send a']);
  });
});

it('what is open elsewhere is asked before each sending without reading the runs themselves', async () => {
  const journal = createMemoryJournal();
  const sending = itemOf('a', { phase: 'sending' });
  await journal.begin(runOf([stepOf('1', [sending], { targetId: 'pilot' })], { id: 'elsewhere' }));
  journal.readOpen = () => Promise.reject(new Error('Runs were read'));
  const story: Story = [];
  const { runner } = startedRunner(workOf(story, accepted), { journal });
  const { id } = await runner.start(planOf({ pilot: ['a', 'b'], broad: ['a'] }));
  expect(endOf(await finished(runner, id))).toEqual([busy, 'settled confirmed', 'settled confirmed']);
  expect(sendingsOf(story).sort()).toEqual(['send a', 'send b']);
});
