import { describe, expect, it } from 'vitest';
import { findPosition, type Selecting, selectionState, selectMatching, selectRange } from './selection.ts';
import { viewOf } from './test-view.ts';

const rows = ['a', 'b', 'c', 'd', 'e'];
/** Shown: e, c, b, a. A filter hides d. */
const view = viewOf(rows, [4, 2, 1, 0]);
const all: Selecting<string> = { rowId: (row) => row };
const notB: Selecting<string> = { rowId: (row) => row, selectable: (row) => row !== 'b' };

describe('selectRange', () => {
  it('selects what is shown between two rows, in either direction', () => {
    const forward = selectRange(view, new Set(), all, { from: 1, to: 3, selected: true });
    const backward = selectRange(view, new Set(), all, { from: 3, to: 1, selected: true });
    expect([...forward].sort()).toEqual(['a', 'b', 'c']);
    expect(backward).toEqual(forward);
  });

  it('leaves out rows that may not be selected, but unselects them', () => {
    const range = { from: 0, to: 3 };
    expect(selectRange(view, new Set(), notB, { ...range, selected: true }).has('b')).toBe(false);
    expect(selectRange(view, new Set(['b']), notB, { ...range, selected: false }).size).toBe(0);
  });

  it('keeps what a filter hides, and does not touch the set it was given', () => {
    const before = new Set(['d', 'e']);
    expect([...selectRange(view, before, all, { from: 0, to: 0, selected: false })]).toEqual(['d']);
    expect(before.size).toBe(2);
  });

  it('stays within the view', () => {
    expect(selectRange(view, new Set(), all, { from: -5, to: 50, selected: true }).size).toBe(4);
  });
});

describe('selectMatching and selectionState', () => {
  it('[U2] selects every matching row and says all', () => {
    const selection = selectMatching(view, new Set(), all, true);
    expect([...selection].sort()).toEqual(['a', 'b', 'c', 'e']);
    expect(selectionState(view, selection, all)).toBe('all');
  });

  it('unselects matching rows only', () => {
    const selection = selectMatching(view, new Set(rows), all, false);
    expect([...selection]).toEqual(['d']);
    expect(selectionState(view, selection, all)).toBe('none');
  });

  it('says some when one row is missing, unless that row may not be selected', () => {
    const selection = new Set(['a', 'c', 'e']);
    expect(selectionState(view, selection, all)).toBe('some');
    expect(selectionState(view, selection, notB)).toBe('all');
  });

  it('looks at a part of the rows, where asked', () => {
    const selection = new Set(['c', 'b']);
    expect(selectionState(view, selection, all, { from: 1, to: 2 })).toBe('all');
    expect(selectionState(view, selection, all, { from: 2, to: 3 })).toBe('some');
    expect(selectionState(view, selection, all, { from: 3, to: 3 })).toBe('none');
  });

  it('says none when nothing matches', () => {
    const nothing = viewOf(rows, []);
    expect(selectionState(nothing, new Set(['a']), all)).toBe('none');
    expect(selectMatching(nothing, new Set(['a']), all, true)).toEqual(new Set(['a']));
  });
});

describe('findPosition', () => {
  it('finds a row with and without a hint, and with a wrong one', () => {
    expect(findPosition(view, all.rowId, 'b')).toBe(2);
    expect(findPosition(view, all.rowId, 'b', 2)).toBe(2);
    expect(findPosition(view, all.rowId, 'b', 40)).toBe(2);
    expect(findPosition(view, all.rowId, 'd')).toBe(-1);
  });
});
