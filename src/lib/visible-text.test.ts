import { describe, expect, it } from 'vitest';
import { mayDeceive, showHidden } from './visible-text.ts';

describe('a hidden character is shown as its code', () => {
  it.each([
    ['Audio\u200B', 'Audio[U+200B]'],
    ['\u202Egnp.exe', '[U+202E]gnp.exe'],
    ['a\u2066b\u2069', 'a[U+2066]b[U+2069]'],
    ['nul\u0000', 'nul[U+0000]'],
    ['bell\u0007 escape\u001B[31m', 'bell[U+0007] escape[U+001B][31m'],
    ['soft\u00ADhyphen', 'soft[U+00AD]hyphen'],
    ['\uFEFFmark', '[U+FEFF]mark'],
    ['ta\u{E0067}g', 'ta[U+E0067]g'],
    ['Au\u200Ddio', 'Au[U+200D]dio'],
    ['\u3164', '[U+3164]'],
  ])('%j', (text, shown) => {
    expect(showHidden(text)).toBe(shown);
    expect(mayDeceive(text)).toBe(true);
    // What is shown hides nothing any more.
    expect(showHidden(shown)).toBe(shown);
  });
});

it.each([
  'Realtek - Extension - Audio Effects',
  'two\tcolumns\r\nof text',
  'Größe, Ñandú, 日本語, 한국어',
  'می\u200Cخواهم',
  'क्\u200Dष',
  'שלום עולם',
  'Отдел продаж, Realtek',
  '👩\u200D💻 and 👍🏽',
])('what people write stays as it is: %j', (text) => {
  expect(showHidden(text)).toBe(text);
  expect(mayDeceive(text)).toBe(false);
});

describe('letters of two scripts in one word', () => {
  it.each(['Reаltek', 'ΟneDrive', 'Ｒｅаltek', 'р1y'])('may look like another: %j', (text) => {
    expect(mayDeceive(text)).toBe(true);
    expect(showHidden(text)).toBe(text);
  });
});

// Where time grew with the square of the length, these would take minutes, and the runner calls a minute too long.
it.each(['W', 'Wа', 'ł', '\u200B'])('takes a text of a million letters: %j', (part) => {
  expect(mayDeceive(`${part.repeat(1_000_000 / part.length)} Wа`)).toBe(true);
});
