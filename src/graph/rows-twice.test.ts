import * as v from 'valibot';
import { expect, it } from 'vitest';
import { idField, readRows, textField } from './rows.ts';

const schema = v.object({ id: idField, name: textField });

it('[D5] an id that one page has twice, with other content, is one row: the later', () => {
  const page = [
    { id: 'a', name: 'first' },
    { id: 'b', name: 'between' },
    { id: 'a', name: 'second' },
    { id: 'a', name: ['no text'] },
  ];
  const { rows, setAside } = readRows(schema, page);
  expect(rows).toEqual([
    { id: 'a', name: 'second' },
    { id: 'b', name: 'between' },
  ]);
  // What cannot be read takes nothing away from what can.
  expect(setAside.map(({ id }) => id)).toEqual(['a']);
});
