import { describe, expect, it } from 'vitest';
import { actionOf } from '../../actions/all.ts';
import type { Sent } from '../../graph/sender.ts';
import { noon, success, successOf } from '../../graph/test-answers.ts';
import { type Problem, ProblemError } from '../../lib/problem.ts';
import { reduceRun } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import { createMemoryJournal } from '../testing/test-journal.ts';
import { calm, endOf, type Story, startedRunner, workOf } from '../testing/test-runner.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { interrupt, pageWasLeft } from './interrupted.ts';

const anna = { key: 'anna', tenantId: 'tenant' };
const yes = await successOf(success({}));
const accepted: Sent = { kind: 'accepted', answer: yes };

describe('what the journal holds when the page begins', () => {
  /** A page that begins with this run in its journal. */
  async function begin(run: Run, account: typeof anna | null = anna) {
    const journal = createMemoryJournal();
    const kept = {
      ...run,
      accountKey: run.accountKey === 'anna' ? await journal.hashOf('anna') : run.accountKey,
    };
    await journal.begin(kept);
    const story: Story = [];
    const page = startedRunner(workOf(story, accepted), { journal, account: () => account });
    await page.runner.takeUp();
    await calm();
    return { ...page, journal, story, shown: () => page.runner.runs.get().find(({ id }) => id === run.id) };
  }
  const sent = { attempts: [{ clientRequestId: 'c', ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' }] };

  it('is settled where nobody knows, and otherwise waits for a person', async () => {
    const run = runOf([stepOf('1', [itemOf('a', { phase: 'sending' })], sent), stepOf('2', [itemOf('b')])]);
    const { story, shown } = await begin(run);
    const expected = interrupt(run, actionOf).reduce(reduceRun, run);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: expected.pausedBecause });
    expect(story).toEqual(['observe target 1 at 2000']);
  });

  it('paused, with nothing to find out, is shown and left as it is', async () => {
    const because: Problem = { kind: 'cancelled', title: 'Slept', advice: 'Resume.' };
    const run = runOf([stepOf('1', [itemOf('a')])], { state: 'paused', pausedBecause: because });
    const { shown, story, journal } = await begin(run);
    expect(shown()).toMatchObject({ state: 'paused', pausedBecause: because });
    expect(story).toEqual([]);
    expect(journal.written).toEqual([`begin ${run.id}`]);
  });

  it('settling, with nothing left to settle, is over', async () => {
    const items = [itemOf('a', { phase: 'settled', outcome: 'confirmed' })];
    const { shown, story } = await begin(runOf([stepOf('1', items)], { state: 'settling' }));
    expect(shown()?.state).toBe('done');
    expect(story).toEqual([]);
  });

  it('paused, with something to find out, is read', async () => {
    const items = [itemOf('a', { phase: 'answered', outcome: 'unknown' }), itemOf('b')];
    const run = runOf([stepOf('1', items)], { state: 'paused', pausedBecause: pageWasLeft });
    const { shown } = await begin(run);
    expect(endOf(shown() ?? run)).toEqual(['settled confirmed', 'planned null']);
    expect(shown()?.state).toBe('paused');
  });

  it('over, with an outcome that nobody knows, is shown and not read by itself', async () => {
    const run = runOf([stepOf('1', [itemOf('a', { phase: 'answered', outcome: 'unknown' })])], {
      state: 'done',
      endedAt: 5,
    });
    const { shown, story } = await begin(run);
    expect(shown()?.state).toBe('done');
    expect(story).toEqual([]);
  });

  it.each(['successful', 'started', 'alreadyRunning'] as const)(
    'over, with something that was said to be %s and could not be read, is read again',
    async (outcome) => {
      const run = runOf([stepOf('1', [itemOf('a', { phase: 'answered', outcome })])], {
        state: 'done',
        endedAt: 5,
      });
      const { shown } = await begin(run);
      expect(endOf(shown() ?? run)).toEqual(['settled confirmed']);
      expect(shown()).toMatchObject({ state: 'done', endedAt: 5 });
    },
  );

  it.each([
    ['another account', { ...anna, key: 'ben' }],
    ['another tenant', { ...anna, tenantId: 'other' }],
    ['nobody', null],
  ])('is not taken up for %s', async (_who, account) => {
    const run = runOf([stepOf('1', [itemOf('a', { phase: 'sending' })], sent)]);
    const { runner, story, journal } = await begin(run, account);
    expect(runner.runs.get()).toEqual([]);
    expect(runner.trouble.get()).toBeNull();
    // Neither is it later, when another tab says that something was written.
    const other = journal.open();
    await other.append(run, 0, [{ kind: 'waiting', until: 5 }]);
    await calm();
    expect(runner.runs.get()).toEqual([]);
    expect(story).toEqual([]);
  });

  it('and cannot be read: it is said, and the page works', async () => {
    const journal = createMemoryJournal();
    const problem: Problem = { kind: 'unexpected', title: 'Broken', advice: 'Allow it.' };
    journal.readOpen = () => Promise.reject(new ProblemError(problem));
    const { runner } = startedRunner(workOf([], accepted), { journal });
    await runner.takeUp();
    expect(runner.trouble.get()).toBe(problem);
  });
});

it.each([
  ['a person', anna],
  ['nobody', null],
])('[SR-30] the old runs are pruned when the page begins, where %s is signed in', async (_who, account) => {
  const journal = createMemoryJournal();
  const { runner } = startedRunner(workOf([], accepted), { journal, account: () => account });
  const pruned: number[] = [];
  journal.prune = async (now) => void pruned.push(now);
  await runner.takeUp();
  expect(pruned).toEqual([noon]);
});
