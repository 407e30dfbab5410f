import { describe, expect, it } from 'vitest';
import { mayDeceive } from './look-alikes.ts';
import { showHidden, showName } from './visible-text.ts';

describe('[M7] a hidden character is shown as its code', () => {
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
    ['Audio\uFE00', 'Audio[U+FE00]'],
    ['Audio\uFE0F, 1\uFE0F', 'Audio[U+FE0F], 1[U+FE0F]'],
    ['Audio\u{E0100}', 'Audio[U+E0100]'],
    ['Audio\u2800', 'Audio[U+2800]'],
    ['Audio\u17B4', 'Audio[U+17B4]'],
    ['Audio\u180B', 'Audio[U+180B]'],
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
  '✔\uFE0F and 1\uFE0F\u20E3',
  '東京\u3000端末',
  'Intel(R) m² № 5, ①',
])('what people write stays as it is: %j', (text) => {
  expect(showHidden(text)).toBe(text);
  expect(mayDeceive(text.replace(/\s+/g, ' '))).toBe(false);
});

describe('[M7] in a name, a blank that a page does not show is shown as its code', () => {
  it.each([
    ['Realtek  Audio', 'Realtek [U+0020]Audio'],
    ['Realtek Audio ', 'Realtek Audio[U+0020]'],
    [' Realtek Audio', '[U+0020]Realtek Audio'],
    ['   ', '[U+0020][U+0020][U+0020]'],
    ['Realtek\u00A0Audio', 'Realtek[U+00A0]Audio'],
    ['Realtek\u2009Audio', 'Realtek[U+2009]Audio'],
    ['Realtek\u3000Audio', 'Realtek[U+3000]Audio'],
    ['Realtek\tAudio\r\n', 'Realtek[U+0009]Audio[U+000D][U+000A]'],
  ])('%j', (name, shown) => {
    expect(showName(name)).toBe(shown);
    expect(showName(shown)).toBe(shown);
    expect(mayDeceive(name)).toBe(true);
  });

  it('and the usual ones stay', () => {
    for (const name of ['', 'Realtek Audio 6.0', '東京\u3000端末']) expect(showName(name)).toBe(name);
  });
});

// Where time grew with the square of the length, these would take minutes, and the runner calls a minute too long.
it.each(['W', 'Wа', 'ł', '\u200B', ' ', '\uFE0F'])('takes a text of a million letters: %j', (part) => {
  expect(mayDeceive(`${part.repeat(1_000_000 / part.length)} Wа`)).toBe(true);
});
