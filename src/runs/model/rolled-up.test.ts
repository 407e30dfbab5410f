import { describe, expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { chainsOf, rolledUpItems, rollUp } from './rolled-up.ts';
import type { Item, Outcome, Run } from './run.ts';

const settled = (id: string, outcome: Outcome, rest: Partial<Item> = {}) =>
  itemOf(id, { phase: 'settled', outcome, ...rest });
const skipped = (id: string, left: Item['left'] = null) => settled(id, 'skipped', { left });
const runWith = (id: string, follows: string | null, items: readonly Item[], rest: Partial<Run> = {}) =>
  runOf([stepOf('1', items)], { id, follows, state: 'done', ...rest });
const resultsOf = (chain: readonly Run[]) =>
  [...rollUp(chain).values()]
    .map(({ run, item }) => `${item.id} ${item.outcome ?? item.phase} in ${run.id}`)
    .sort();

describe('a chain', () => {
  const first = runWith('first', null, []);
  const retry = runWith('retry', 'first', []);
  const again = runWith('again', 'retry', []);
  const other = runWith('other', null, []);
  const ids = (runs: readonly Run[] | undefined) => runs?.map(({ id }) => id);

  it('is a run and all that follow from it, whichever of them is asked about', () => {
    const chains = chainsOf([again, other, retry, first]);
    for (const id of ['first', 'retry', 'again'])
      expect(ids(chains.get(id))).toEqual(['again', 'retry', 'first']);
    expect(ids(chains.get('other'))).toEqual(['other']);
  });

  it('holds together where its first run was deleted', () => {
    const second = runWith('second', 'first', []);
    expect(ids(chainsOf([second, again, retry]).get('again'))).toEqual(['second', 'again', 'retry']);
  });

  it('ends where damaged records lead in a circle', () => {
    const one = runWith('one', 'two', []);
    const two = runWith('two', 'one', []);
    expect(chainsOf([two, one]).size).toBe(2);
  });
});

describe('the result of an item', () => {
  it('is that of the latest run that has it', () => {
    const first = runWith('first', null, [settled('a', 'failed'), settled('b', 'failed')]);
    const retry = runWith('retry', 'first', [settled('a', 'confirmed')]);
    expect(resultsOf([retry, first])).toEqual(['a confirmed in retry', 'b failed in first']);
  });

  it('is that of the run that resumed it, and a failure stays where it is', () => {
    const first = runWith('first', null, [
      settled('server', 'failed'),
      skipped('b', 'later'),
      skipped('c', 'later'),
    ]);
    const rest = runWith('rest', 'first', [settled('b', 'completed'), settled('c', 'completed')]);
    expect(resultsOf([rest, first])).toEqual([
      'b completed in rest',
      'c completed in rest',
      'server failed in first',
    ]);
  });

  it.each([
    ['was canceled', { cancelled: true }, skipped('a', 'canceled')],
    ['was interrupted', { state: 'paused' }, itemOf('a')],
    ['was deferred', { state: 'paused' }, skipped('a', 'refusedForNow')],
    ['could not check it', {}, skipped('a')],
  ] as const)('stays a failure where the retry %s before it sent anything', (_what, rest, item) => {
    const first = runWith('first', null, [settled('a', 'failed')]);
    expect(resultsOf([runWith('retry', 'first', [item], rest), first])).toEqual(['a failed in first']);
  });

  it.each([
    ['is about to send', { state: 'running' }, itemOf('a')],
    ['sends', { state: 'running' }, itemOf('a', { phase: 'sending' })],
    [
      'has no reliable response',
      { state: 'settling' },
      itemOf('a', { phase: 'answered', outcome: 'unknown' }),
    ],
    ['was accepted', { state: 'settling' }, itemOf('a', { phase: 'answered', outcome: 'started' })],
    ['is no longer tracked', {}, settled('a', 'unknown')],
    ['was accepted without an effect', {}, settled('a', 'contradicted')],
  ] as const)('stays a failure, which is offered no retry, while the retry %s', (_what, rest, item) => {
    const first = runWith('first', null, [settled('a', 'failed')]);
    const retry = runWith('retry', 'first', [item], rest);
    expect(resultsOf([retry, first])).toEqual(['a failed in first']);
    expect([...rollUp([retry, first]).values()].map(({ retriedBy }) => retriedBy?.id)).toEqual(['retry']);
    const canceled = runWith('again', 'retry', [skipped('a', 'canceled')], { cancelled: true });
    expect(resultsOf([canceled, retry, first])).toEqual(['a failed in first']);
  });

  it.each([
    ['was unknown', { state: 'settling' }, itemOf('a', { phase: 'answered', outcome: 'unknown' })],
    ['was skipped', {}, skipped('a')],
  ] as const)('is that of the retry, as before, where what %s is sent again', (_what, rest, item) => {
    const first = runWith('first', null, [item], rest);
    const retry = runWith('retry', 'first', [itemOf('a', { phase: 'sending' })], { state: 'running' });
    expect(resultsOf([retry, first])).toEqual(['a sending in retry']);
  });

  it.each([
    ['found it done already', {}, skipped('a', 'alreadySo')],
    ['found it changed', {}, settled('a', 'changedByOther')],
    ['failed again', {}, settled('a', 'failed')],
    ['was rejected', { state: 'settling' }, itemOf('a', { phase: 'answered', outcome: 'rejected' })],
    ['is stuck', {}, itemOf('a', { phase: 'answered', outcome: 'started' })],
    ['completed', {}, settled('a', 'completed')],
  ] as const)('is that of the retry where the retry %s', (_what, rest, item) => {
    const first = runWith('first', null, [settled('a', 'failed')]);
    const [entry] = rollUp([runWith('retry', 'first', [item], rest), first]).values();
    expect([entry?.run.id, entry?.retriedBy]).toEqual(['retry', undefined]);
  });

  it('is that of the latest run where none has anything to say', () => {
    const first = runWith('first', null, [skipped('a', 'later')]);
    const rest = runWith('rest', 'first', [itemOf('a')], { state: 'paused' });
    expect(resultsOf([rest, first])).toEqual(['a planned in rest']);
  });

  it('is kept apart for drivers of the same id in two profiles', () => {
    const first = runOf([stepOf('1', [settled('a', 'failed')]), stepOf('2', [settled('a', 'failed')])], {
      id: 'first',
    });
    const retry = runOf([stepOf('2', [settled('a', 'confirmed')])], { id: 'retry', follows: 'first' });
    expect(resultsOf([retry, first])).toEqual(['a confirmed in retry', 'a failed in first']);
  });
});

it('the items of a run come with what later runs made of them, in its own order', () => {
  const first = runWith('first', null, [settled('a', 'failed'), settled('b', 'confirmed')]);
  const retry = runWith('retry', 'first', [settled('a', 'confirmed')]);
  const rolledUp = rollUp([retry, first]);
  expect(rolledUpItems(first, rolledUp).map(({ run, item }) => `${item.id} ${run.id}`)).toEqual([
    'a retry',
    'b first',
  ]);
  expect(rolledUpItems(retry, rolledUp).map(({ run }) => run.id)).toEqual(['retry']);
});

it('a retry that is open shows its own result, and the run before it the failure', () => {
  const first = runWith('first', null, [settled('a', 'failed')]);
  const item = itemOf('a', { phase: 'answered', outcome: 'unknown' });
  const retry = runWith('retry', 'first', [item], { state: 'settling' });
  const rolledUp = rollUp([retry, first]);
  expect(rolledUpItems(retry, rolledUp)).toMatchObject([{ run: retry, item: { outcome: 'unknown' } }]);
  expect(rolledUpItems(first, rolledUp)).toMatchObject([{ run: first, item: { outcome: 'failed' } }]);
});

it('of a run that no chain knows, its own items are the results', () => {
  const run = runWith('alone', null, [settled('a', 'failed')]);
  expect(rolledUpItems(run, new Map()).map(({ item, run: by }) => [item.id, by.id])).toEqual([
    ['a', 'alone'],
  ]);
});
