import { describe, expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../runs/test-runs.ts';
import { countNeeding, deletable, mergeRuns, shownState, withKept } from './rules.ts';

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

  it('is what the journal lost too, while somebody has to look after it', () => {
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

it('items that somebody has to look at are counted, and others are not', () => {
  const items = (['failed', 'unknown', 'confirmed', 'skipped', null] as const).map((outcome, index) =>
    itemOf(String(index), { outcome }),
  );
  expect(countNeeding(runOf([stepOf('1', items)]))).toBe(2);
});
