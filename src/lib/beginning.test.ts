import { expect, it } from 'vitest';
import { beginningOf } from './beginning.ts';

const room = { characters: 20, lines: 3 };

it('a text that has room, or nearly so, is shown whole', () => {
  expect(beginningOf('', room)).toBeUndefined();
  expect(beginningOf('one\ntwo\nthree', room)).toBeUndefined();
  expect(beginningOf('a '.repeat(50), room)).toBeUndefined();
});

it('a long one is cut at the end of a word, and a word without end anywhere', () => {
  const long = 'x'.repeat(120);
  expect(beginningOf(`Isolate the four devices ${long}`, room)).toBe('Isolate the four');
  expect(beginningOf(long, room)).toBe('x'.repeat(20));
  expect(beginningOf(`${'x'.repeat(19)}🦊${long}`, room)).toBe('x'.repeat(19));
});

it('one of many lines is cut after some of them', () => {
  expect(beginningOf('a\r\nb\rc\nd', room)).toBe('a\nb\nc');
  expect(beginningOf('a\n\n\nd', room)).toBe('a');
});
