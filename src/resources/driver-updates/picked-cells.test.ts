import { describe, expect, it } from 'vitest';
import { changeBlock, noCells, writeCells } from '../../ui/data-grid/cells/cell-set.ts';
import { leftAfter, pickCells, pickedFacts, pickedText, skippedText } from './picked-cells.ts';
import { mergedOf } from './test-fleet.ts';

const { columns, updates, byName } = mergedOf({
  a1: { in: { pilot: { approvalStatus: 'approved' }, early: {}, broad: {} } },
  b2: { in: { pilot: {}, early: { approvalStatus: 'suspended' }, broad: { approvalStatus: 'paused?' } } },
  c3: { in: { pilot: { approvalStatus: 'declined' } } },
});
const [a, b, c] = ['a1', 'b2', 'c3'].map((name) => {
  const update = byName[name];
  if (!update) throw new Error(name);
  return update;
}) as [
  NonNullable<(typeof byName)[string]>,
  NonNullable<(typeof byName)[string]>,
  NonNullable<(typeof byName)[string]>,
];
const profileIds = ['pilot', 'early', 'broad', 'lab'];
const everything = { matching: updates, all: updates, shownIds: profileIds, profileIds };
const none: ReadonlySet<string> = new Set();
const factsOf = (cells: typeof noCells, missingIds = none) =>
  pickedFacts(pickCells(cells, everything).shown, { columns, missingIds });
const nameOf = (id: string) => id.toUpperCase();

describe('the selected cells of the matrix', () => {
  it('stand in the order of rows and rings, whatever the order of selecting', () => {
    const cells = changeBlock(changeBlock(noCells, [b.id], ['early', 'pilot'], true), [a.id], ['lab'], true);
    const { shown, hidden } = pickCells(cells, { ...everything, matching: [a, b, c] });
    expect(shown).toEqual([
      { update: a, profileIds: ['lab'] },
      { update: b, profileIds: ['pilot', 'early'] },
    ]);
    expect(hidden).toBe(0);
  });

  it('are hidden with their row or their column', () => {
    const cells = changeBlock(noCells, [a.id, b.id], ['pilot', 'early'], true);
    const { shown, hidden } = pickCells(cells, {
      ...everything,
      matching: [b],
      shownIds: ['early', 'broad'],
    });
    expect(shown).toEqual([{ update: b, profileIds: ['early'] }]);
    expect(hidden).toBe(3);
  });

  it('count for nothing once the driver update or the profile is gone', () => {
    const cells = changeBlock(noCells, ['gone', a.id], ['pilot', 'gone'], true);
    expect(pickCells(cells, everything)).toMatchObject({ shown: [{ profileIds: ['pilot'] }], hidden: 0 });
    expect(pickCells(noCells, everything)).toEqual({ shown: [], hidden: 0 });
  });
});

describe('after a decision', () => {
  it('hidden cells stay selected, and those of profiles that are still loading', () => {
    const cells = changeBlock(noCells, [a.id, b.id], ['pilot', 'early', 'broad'], true);
    const picks = [{ update: a, profileIds: ['pilot', 'early', 'broad'] }];
    expect(writeCells(leftAfter(cells, picks, new Set(['early'])))).toEqual([
      [a.id, 'early'],
      [b.id, 'pilot', 'early', 'broad'],
    ]);
    expect(writeCells(leftAfter(cells, picks, none))).toEqual([[b.id, 'pilot', 'early', 'broad']]);
  });
});

describe('how selected cells stand', () => {
  it('is told by status, with what a decision skips, and with what is hidden', () => {
    const facts = factsOf(changeBlock(noCells, [a.id, b.id, c.id], profileIds, true), new Set(['lab']));
    expect(pickedText(facts, { hidden: 0, nameOf })).toBe(
      '12 cells in 4 profiles: 3 need review, 1 approved, 1 paused, 1 declined, 1 paused?, 2 not listed, 3 not loaded',
    );
    expect(pickedText(facts, { hidden: 5, nameOf })).toMatch(/, and 5 more hidden$/);
    expect(skippedText(facts)).toBe('5 of 12 selected cells are skipped: 2 not listed, 3 not loaded.');
  });

  it('is not loaded in a profile of which only some drivers have come', () => {
    const facts = factsOf(changeBlock(noCells, [a.id, b.id], ['pilot'], true), new Set(['pilot']));
    expect(pickedText(facts, { hidden: 0, nameOf })).toBe('2 cells in PILOT: 2 not loaded');
    expect(skippedText(facts)).toBe('2 of 2 selected cells are skipped: not loaded.');
  });

  it('names the profile where there is one, and counts no single cell', () => {
    expect(pickedText(factsOf(changeBlock(noCells, [a.id], ['early'], true)), { hidden: 0, nameOf })).toBe(
      '1 cell in EARLY: needs review',
    );
    const facts = factsOf(changeBlock(noCells, [c.id, a.id], ['early'], true));
    expect(pickedText(facts, { hidden: 0, nameOf })).toBe('2 cells in EARLY: 1 needs review, 1 not listed');
    expect(skippedText(facts)).toBe('1 of 2 selected cells is skipped: not listed.');
    const notListed = factsOf(changeBlock(noCells, [c.id], ['early', 'broad'], true));
    expect(skippedText(notListed)).toBe('2 of 2 selected cells are skipped: not listed.');
  });

  it('is nothing where none is selected, and says where all are hidden', () => {
    const facts = factsOf(noCells);
    expect(pickedText(facts, { hidden: 0, nameOf })).toBe('');
    expect(pickedText(facts, { hidden: 2, nameOf })).toBe('2 selected cells hidden');
    expect(skippedText(facts)).toBeUndefined();
  });
});
