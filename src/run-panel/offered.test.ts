import { describe, expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { rollUp } from '../runs/model/rolled-up.ts';
import type { Item, Run } from '../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { afterTheSignIn, foremost, nextStep, offeredBy } from './offered.ts';

const here = { isElsewhere: false, isBusy: false, now: 0 };
const failed = itemOf('a', { phase: 'settled', outcome: 'failed', pre: 'x' });
const runWith = (items: readonly Item[], rest: Parameters<typeof runOf>[1] = {}) =>
  runOf([stepOf('1', items)], { state: 'done', ...rest });
const offers = (run: Run, chain = [run]) => offeredBy(run, rollUp(chain), here);

describe('Retry', () => {
  it('is offered by the run that holds the failure, and by one run alone', () => {
    const first = runWith([failed], { id: 'first' });
    const retry = runWith([failed], { id: 'retry', follows: 'first' });
    expect(offers(first).toRetry).toBe(1);
    expect(offers(first, [retry, first]).toRetry).toBe(0);
    expect(offers(retry, [retry, first]).toRetry).toBe(1);
  });

  it('is not offered for what a person canceled', () => {
    const items = [
      itemOf('a', { phase: 'settled', outcome: 'skipped', left: 'canceled' }),
      itemOf('b', { phase: 'settled', outcome: 'skipped', left: 'refusedForNow' }),
      failed,
    ];
    expect(offers(runWith(items, { cancelled: true })).toRetry).toBe(1);
  });
});

it('one command at most is the foremost: what is left to send, then what is unknown, or else the undo', () => {
  const all = {
    toResume: 3,
    toRetry: 2,
    toUndo: 5,
    toCheck: 1,
    toLeave: 1,
    mayCancel: true,
    whyNot: undefined,
  };
  const none = { ...all, toResume: 0, toRetry: 0, toUndo: 0, toCheck: 0, toLeave: 0, mayCancel: false };
  expect(foremost(all, [])).toEqual({ ...none, toResume: 3 });
  expect(foremost({ ...all, toResume: 0 }, [])).toEqual({ ...none, toRetry: 2 });
  expect(foremost({ ...all, toResume: 0, toRetry: 0 }, [])).toEqual({ ...none, toUndo: 5 });
  expect(foremost({ ...none, toCheck: 1 }, [])).toEqual(none);
  // Whether there is anything to retry, or to undo, depends on what is unknown.
  const unknown = [failed, itemOf('b', { outcome: 'unknown' })];
  expect(foremost(all, unknown)).toEqual({ ...none, toResume: 3 });
  expect(foremost({ ...all, toResume: 0 }, unknown)).toEqual({ ...none, toCheck: 1 });
  expect(foremost({ ...all, toResume: 0, toCheck: 0 }, unknown)).toEqual({ ...none, toRetry: 2 });
});

it('a run of another tab offers nothing here', () => {
  const run = runWith([itemOf('a')], { state: 'paused' });
  expect(offeredBy(run, rollUp([run]), { ...here, isElsewhere: true })).toMatchObject({
    toResume: 0,
    mayCancel: false,
  });
});

it('a run whose date has passed says why neither Resume nor Retry can send', () => {
  const dated = runWith([itemOf('a')], {
    state: 'paused',
    intent: { kind: 'driver-approval', action: 'approve', deployAt: 1_000 },
  });
  const at = (now: number) => offeredBy(dated, rollUp([dated]), { ...here, now });
  expect(at(1_000)).toMatchObject({ toResume: 1, whyNot: undefined });
  const late = at(1_001);
  expect(late).toMatchObject({
    toResume: 1,
    mayCancel: true,
    whyNot: 'This run’s date has passed. Start again from the profile.',
  });
  expect(nextStep(dated, late)).toBe(late.whyNot);
});

describe('the next step of an interrupted run', () => {
  const stepOfRun = (run: Run) => nextStep(run, offers(run));

  it('names Resume only where it is there', () => {
    expect(stepOfRun(runWith([itemOf('a')], { state: 'paused' }))).toMatch(/^Resume /);
    const deferred = itemOf('a', { phase: 'answered', outcome: 'skipped' });
    expect(stepOfRun(runWith([deferred], { state: 'paused' }))).not.toMatch(/Resume|Retry/);
  });

  it('names Retry where that is what there is', () => {
    expect(stepOfRun(runWith([failed]))).toMatch(/^Retry /);
    expect(stepOfRun(runWith([itemOf('a', { phase: 'settled', outcome: 'confirmed' })]))).toBe('');
  });
});

describe('a run that asks for a sign-in', () => {
  const problem: Problem = { kind: 'signInNeeded', title: 'Your session has ended', advice: '' };
  const offersAfter = (pausedBecause: Problem, isOfThisPage: boolean) => {
    const run = runWith([itemOf('a')], { state: 'paused', pausedBecause });
    return afterTheSignIn(run, isOfThisPage, offers(run));
  };

  it('offers Resume only after it; the rest can be canceled before', () => {
    expect(offersAfter(problem, true)).toMatchObject({ toResume: 0, mayCancel: true });
    expect(offersAfter(problem, false)).toMatchObject({ toResume: 1, mayCancel: true });
  });

  it('is told from one that stopped for another reason, which offers Resume at once', () => {
    expect(offersAfter({ ...problem, kind: 'throttled' }, true)).toMatchObject({ toResume: 1 });
  });
});
