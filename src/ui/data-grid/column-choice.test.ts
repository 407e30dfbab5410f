import { expect, it } from 'vitest';
import { chooseColumn } from './choose-column.ts';
import { asDesigned, isWanted } from './column-choice.ts';
import type { Column } from './row-model.ts';

const column = (id: string, isOptional = false): Column<string> => ({
  id,
  header: id,
  width: 100,
  text: (row) => row,
  isOptional,
});
const [name, status, version] = [column('name'), column('status'), column('version', true)];

it('the columns are those of the page, until a person shows or hides one; the first one always stays', () => {
  const shownOf = (choice: typeof asDesigned) =>
    [name, status, version].filter((each, index) => isWanted(each, index, choice)).map(({ id }) => id);
  expect(shownOf(asDesigned)).toEqual(['name', 'status']);
  const withVersion = chooseColumn(asDesigned, version, true);
  expect(shownOf(withVersion)).toEqual(['name', 'status', 'version']);
  expect(shownOf(chooseColumn(chooseColumn(withVersion, status, false), name, false))).toEqual([
    'name',
    'version',
  ]);
});

it('what the page does anyway is no choice, and a choice of a column that is gone harms nothing', () => {
  expect(chooseColumn(chooseColumn(asDesigned, version, true), version, false).shown.size).toBe(0);
  expect(isWanted(status, 1, { ...asDesigned, shown: new Map([['gone', true]]) })).toBe(true);
});
