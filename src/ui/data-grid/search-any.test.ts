import { expect, it } from 'vitest';
import { containsWords, searchWords } from './row-model.ts';

const patterns = ['(a+)+$', '(a|a)*b', '^(([a-z])+.)+[a-z]([a-z])+$', '.*', '[z-', '\\'];

// As a pattern, each would find other rows, or none, or keep the page busy for ages.
it.each(patterns)('[M11] a search for %j is no pattern: it finds what holds these characters', (search) => {
  const rows = ['realtek aaaaaaaaaaaa', ...patterns.map((pattern) => `driver ${pattern} 1.0`)];
  const words = searchWords(search);
  expect(rows.filter((text) => containsWords(text, words))).toEqual([`driver ${search} 1.0`]);
});

it.each(['  4711 ', '\uFEFF4711', '4711\r\n', '\u00A04711\u00A0', '\t4711\u2003', '\u200A 4711 \u3000'])(
  '[U13] what was pasted with blanks around it finds the same: %j',
  (pasted) => {
    expect(searchWords(pasted)).toEqual(['4711']);
  },
);
