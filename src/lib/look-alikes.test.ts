import { describe, expect, it } from 'vitest';
import { lookAlikesAmong, mayDeceive, skeletonOf } from './look-alikes.ts';

describe('a name that may be taken for another one', () => {
  it.each([
    ['[M7] letters of two scripts in one word', 'Reаltek'],
    ['letters of two scripts in one word', 'ΟneDrive'],
    ['letters of two scripts in full width', 'Ｒｅаltek'],
    ['Cyrillic with a digit', 'р1y'],
    ['a word of Cyrillic alone', 'СОМ port'],
    ['a word of Greek alone', 'ΗΡ driver'],
    ['a word of Cherokee alone', 'ᎠᎬᏞᏞ'],
    ['Lisu', 'ꓓꓰꓡꓡ'],
    ['mathematical letters', '𝐃𝐞𝐥𝐥 𝟙'],
    ['letters in full width', 'Ｄｅｌｌ'],
    ['letterlike signs', 'ℂontoso'],
    ['a Roman numeral', 'Ring Ⅳ'],
  ])('%s: %j', (_what, name) => {
    expect(mayDeceive(name)).toBe(true);
  });

  it.each([
    'Отдел продаж, с 1 мая',
    'Αθήνα και Θεσσαλονίκη',
    'Realtek™ Audio (TM)',
    'Größe, Ñandú, 日本語, 한국어',
    'm², 30 ℃',
  ])('is not %j', (name) => {
    expect(mayDeceive(name)).toBe(false);
  });
});

describe('[M7] names that look the same have one skeleton', () => {
  it.each([
    ['Realtek Audio', 'Reаltek Audio'],
    ['Realtek Audio', 'Realtek\u00A0 Audio '],
    ['Realtek Audio', 'Real\u200Btek Audio\uFE00'],
    ['COM 10', 'СОМ lO'],
    ['Dell 1', '𝐃𝐞𝐥𝐥 𝟙'],
    ['DELL', 'ꓓꓰꓡꓡ'],
    ['Intel', 'lntel'],
    ['modem', 'rnodern'],
    ['Büro', 'Bu\u0308ro'],
  ])('%j and %j', (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
    const looksAlike = lookAlikesAmong([one, other, 'Surface']);
    expect([one, other, 'Surface'].map(looksAlike)).toEqual([true, true, false]);
  });

  it('and others have not', () => {
    expect(skeletonOf('Pilot ring')).not.toBe(skeletonOf('pilot ring'));
    expect(skeletonOf('10.0.1')).not.toBe(skeletonOf('10.0.2'));
    expect(skeletonOf('Buro')).not.toBe(skeletonOf('Büro'));
  });
});

it('a name that is there twice looks like another, and one alone does not', () => {
  const looksAlike = lookAlikesAmong(['Dell', 'Dell', 'Audio', 'constructor']);
  expect(['Dell', 'Audio', 'constructor', 'toString'].map(looksAlike)).toEqual([true, false, false, false]);
});
