import { describe, expect, it } from 'vitest';
import { layOutLines } from './grid-lines.ts';
import { viewOf } from './test-view.ts';

const rows = ['ant', 'ape', 'bee', 'cat', 'cow', 'cub'];
const view = viewOf(rows, [0, 1, 2, 3, 4, 5]);
const byLetter = (row: string) => ({ id: row.charAt(0), label: row.charAt(0).toUpperCase() });

describe('layOutLines', () => {
  it('shows one row on each line without groups', () => {
    const lines = layOutLines(view, undefined);
    expect(lines.count).toBe(6);
    expect(lines.groupAt(0)).toBeUndefined();
    expect([lines.positionAt(4), lines.lineOf(4)]).toEqual([4, 4]);
  });

  it('puts a header with its size before each group', () => {
    const lines = layOutLines(view, byLetter);
    const shown = Array.from({ length: lines.count }, (_, line) => {
      const group = lines.groupAt(line);
      return group ? `${group.label} ${group.size}` : view.at(lines.positionAt(line));
    });
    expect(shown).toEqual(['A 2', 'ant', 'ape', 'B 1', 'bee', 'C 3', 'cat', 'cow', 'cub']);
  });

  it('finds the line of each row again', () => {
    const lines = layOutLines(view, byLetter);
    for (let position = 0; position < rows.length; position++) {
      expect(lines.positionAt(lines.lineOf(position))).toBe(position);
    }
  });

  it('shows only the header of a collapsed group, which stands for its rows', () => {
    const lines = layOutLines(view, byLetter, new Set(['a', 'c']));
    const shown = Array.from({ length: lines.count }, (_, line) => {
      const group = lines.groupAt(line);
      return group ? `${group.label} ${group.size}` : view.at(lines.positionAt(line));
    });
    expect(shown).toEqual(['A 2', 'B 1', 'bee', 'C 3']);
    expect(rows.map((_, position) => lines.lineOf(position))).toEqual([0, 0, 2, 3, 3, 3]);
    expect(lines.groupAt(3)).toMatchObject({ isCollapsed: true, from: 3, to: 5 });
    expect(lines.groupAt(1)).toMatchObject({ isCollapsed: false, from: 2, to: 2 });
  });

  it('shows a row that stands alone without a header, also beside a collapsed group', () => {
    const groupOf = (row: string) => ({ ...byLetter(row), isAlone: row === 'bee' });
    const lines = layOutLines(view, groupOf, new Set(['a', 'b']));
    const shown = Array.from({ length: lines.count }, (_, line) => {
      const group = lines.groupAt(line);
      return group ? `${group.label} ${group.size}` : view.at(lines.positionAt(line));
    });
    expect(shown).toEqual(['A 2', 'bee', 'C 3', 'cat', 'cow', 'cub']);
    expect(rows.map((_, position) => lines.lineOf(position))).toEqual([0, 0, 1, 3, 4, 5]);
  });

  it('shows nothing of nothing', () => {
    expect(layOutLines(viewOf<string>([], []), byLetter).count).toBe(0);
  });
});
