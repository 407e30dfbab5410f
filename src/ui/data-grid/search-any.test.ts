import { expect, it } from 'vitest';
import { expectFasterThan } from '../../lib/test-times.ts';
import { containsWords, searchWords } from './row-model.ts';

// So many a, and no more: as patterns, these searches would take a thousand times longer, and still come to an end.
const rows = Array.from(
  { length: 500 },
  (_, index) =>
    `realtek - extension - audio effects ${'a'.repeat(12)} 13.195.${index}.61\nmanufacturer ${index}`,
);
const find = (search: string) => {
  const words = searchWords(search);
  return rows.filter((text) => containsWords(text, words));
};

it.each(['(a+)+$', '(a|a)*b', '^(([a-z])+.)+[A-Z]([a-z])+$', `${'a'.repeat(200)}!`, '.*'.repeat(20), '\\'])(
  'a search for %j takes no longer than one for a word',
  async (search) => {
    expect(find(search)).toEqual([]);
    await expectFasterThan(
      5,
      () => find('nothing'),
      () => find(search),
    );
  },
);

it.each(['  4711 ', '\uFEFF4711', '4711\r\n', '\u00A04711\u00A0', '\t4711\u2003', '\u200A 4711 \u3000'])(
  'what was pasted with blanks around it finds the same: %j',
  (pasted) => {
    expect(searchWords(pasted)).toEqual(['4711']);
  },
);
