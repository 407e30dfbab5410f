import { describe, expect, it } from 'vitest';
import type { Item, Outcome, Run } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { deletable, isLookedAfter, mergeRuns, resultsIn, shownState, withKept } from './rules.ts';

const over = (id: string) =>
  runOf([stepOf('1', [itemOf('a', { phase: 'settled', outcome: 'confirmed' })])], { id, state: 'done' });
const open = (id: string) =>
  runOf([stepOf('1', [itemOf('a', { phase: 'answered', outcome: 'unknown' })])], { id, state: 'done' });
const ids = (runs: readonly { id: string }[]) => runs.map(({ id }) => id);

describe('what there is to show', () => {
  it('is the journal, with runs as this page has them', () => {
    const newer = { ...over('b'), note: 'as shown' };
    expect(mergeRuns([over('c'), over('b'), over('a')], [newer])).toEqual([over('c'), newer, over('a')]);
  });

  it('is what the journal lost too, while it is open', () => {
    expect(ids(mergeRuns([over('a')], [open('c'), over('b')]))).toEqual(['c', 'a']);
  });
});

describe('a run that was read again', () => {
  const history = { runs: [over('b'), over('a')], unreadable: 1 };

  it('takes its place, or comes first', () => {
    const changed = { ...over('a'), note: 'changed' };
    expect(withKept(history, 'a', changed)).toEqual({ runs: [over('b'), changed], unreadable: 1 });
    expect(ids(withKept(history, 'c', over('c')).runs)).toEqual(['c', 'b', 'a']);
  });

  it('goes when it is gone, or was never a run of this person', () => {
    expect(ids(withKept(history, 'b', undefined).runs)).toEqual(['a']);
    expect(withKept(history, 'x', undefined)).toBe(history);
  });
});

it('only what is over may be deleted', () => {
  const running = { ...over('c'), state: 'running' as const };
  const paused = { ...over('d'), state: 'paused' as const };
  expect(ids(deletable([running, paused, open('b'), over('a')]))).toEqual(['a']);
});

it('a run of another tab is told as such, whatever it does', () => {
  expect(shownState(over('a'), new Set(['a']))).toBe('elsewhere');
  expect(shownState(over('a'), new Set(['b']))).toBe('done');
});

describe('what needs attention', () => {
  const settled = (id: string, outcome: Outcome, rest: Partial<Item> = {}) =>
    itemOf(id, { phase: 'settled', outcome, ...rest });
  const countOf = (run: Run) => resultsIn([run]).attention;
  const runWith = (items: readonly Item[], rest: Parameters<typeof runOf>[1] = {}) =>
    runOf([stepOf('1', items)], { id: 'a', state: 'done', ...rest });

  it.each([
    ['failed', 1],
    // A person stopped the tracking.
    ['unknown', 0],
    ['rejected', 1],
    ['notApplied', 1],
    ['contradicted', 1],
    ['notFound', 1],
    ['partiallyCompleted', 1],
    ['confirmed', 0],
    ['started', 0],
    ['changedByOther', 0],
  ] as const)('%s: %i', (outcome, expected) => {
    expect(countOf(runWith([settled('x', outcome)]))).toBe(expected);
  });

  it('is an unknown result, as long as it is open', () => {
    const lost = itemOf('a', { phase: 'answered', outcome: 'unknown' });
    expect(countOf(runWith([lost]))).toBe(1);
    expect(countOf(runWith([lost], { state: 'settling' }))).toBe(1);
  });

  it('is what was skipped without being done, unless a person canceled it', () => {
    const items = [
      settled('a', 'skipped'),
      settled('b', 'skipped', { left: 'refusedForNow' }),
      settled('c', 'skipped', { left: 'alreadySo' }),
      settled('d', 'skipped', { left: 'later' }),
      settled('e', 'skipped', { left: 'canceled' }),
    ];
    expect(countOf(runWith(items))).toBe(2);
    expect(countOf(runWith(items, { cancelled: true }))).toBe(0);
  });

  it('is an action that never ended while it was followed, and then it is stuck', () => {
    const begun = itemOf('a', { phase: 'answered', outcome: 'started' });
    expect(resultsIn([runWith([begun])])).toMatchObject({ attention: 1, isFailure: true });
    expect(countOf(runWith([begun], { state: 'settling' }))).toBe(0);
  });

  it('is what an interrupted run holds, and not what a running one has yet to send', () => {
    expect(resultsIn([runWith([itemOf('a')], { state: 'paused' })])).toMatchObject({
      attention: 1,
      isFailure: false,
    });
    expect(countOf(runWith([itemOf('a')], { state: 'running' }))).toBe(0);
  });

  it('counts once over a run and its retry, in the run that decides', () => {
    const first = runWith([settled('a', 'failed'), settled('b', 'confirmed')], { id: 'first' });
    const retry = runWith([settled('a', 'contradicted')], { id: 'retry', follows: 'first' });
    const { needing, attention, isFailure } = resultsIn([retry, first]);
    expect([...needing]).toEqual([['retry', 1]]);
    // The retry has not been seen to work: the failure stands.
    expect({ attention, isFailure }).toEqual({ attention: 1, isFailure: true });
  });

  it('is over when a later run has done it, and goes on in another target', () => {
    const first = runWith([settled('a', 'failed'), settled('b', 'failed')], { id: 'first' });
    const retry = runWith([settled('a', 'confirmed')], { id: 'retry', follows: 'first' });
    const elsewhere = runOf([{ ...stepOf('1', [settled('b', 'confirmed')]), targetId: 'other' }], {
      id: 'x',
      follows: 'first',
      state: 'done',
    });
    expect([...resultsIn([elsewhere, retry, first]).needing]).toEqual([['first', 1]]);
  });

  it('stands with the run that resumed it, and the list says which run that is', () => {
    const left = settled('b', 'skipped', { left: 'later' });
    const first = runWith([settled('a', 'failed'), left], { id: 'first' });
    const rest = runWith([settled('b', 'failed')], { id: 'rest', follows: 'first' });
    const { entries, continued, related, needing, attention } = resultsIn([rest, first]);
    expect(entries.get('first')?.map(({ item }) => item.id)).toEqual(['a']);
    expect(entries.get('rest')?.map(({ item }) => item.id)).toEqual(['b']);
    expect([...continued]).toEqual([['first', 1]]);
    expect([...needing].toSorted()).toEqual([
      ['first', 1],
      ['rest', 1],
    ]);
    expect(attention).toBe(2);
    expect(related.get('first')).toEqual({ before: undefined, after: [rest] });
    expect(related.get('rest')).toEqual({ before: first, after: [] });
  });

  it('stays with the approval when what it approved is paused', () => {
    const approval = runWith([settled('a', 'confirmed')], { id: 'approval' });
    const pause = runWith([settled('a', 'confirmed')], {
      id: 'pause',
      follows: 'approval',
      intent: { kind: 'driver-approval', action: 'suspend', deployAt: null },
    });
    const { entries, continued } = resultsIn([pause, approval]);
    expect([...entries.values()].map(({ length }) => length)).toEqual([1, 1]);
    expect([...continued]).toEqual([]);
  });

  it('an undo of an undo does not continue the first run', () => {
    const intentOf = (status: string) => ({ kind: 'task-status', status });
    const runs = [
      runWith([settled('a', 'confirmed')], { id: 'again', follows: 'undo', intent: intentOf('completed') }),
      runWith([settled('a', 'confirmed')], { id: 'undo', follows: 'first', intent: intentOf('open') }),
      runWith([settled('a', 'confirmed')], { id: 'first', intent: intentOf('completed') }),
    ];
    expect([...resultsIn(runs).continued]).toEqual([]);
  });

  it('is counted again only where a run has changed', () => {
    const first = runWith([settled('a', 'failed')], { id: 'first' });
    const other = runWith([settled('a', 'failed')], { id: 'other' });
    const before = resultsIn([other, first]).entries;
    const after = resultsIn([{ ...other }, first]).entries;
    expect(after.get('first')).toBe(before.get('first'));
    expect(after.get('other')).not.toBe(before.get('other'));
  });
});

it('a run is looked after by this tab or by another', () => {
  const around = { elsewhere: new Set(['a']), busy: new Set(['b']) };
  expect(['a', 'b', 'c'].map((id) => isLookedAfter(over(id), around))).toEqual([true, true, false]);
});
