import { showName } from './visible-text.ts';

/**
 * Letters and the Latin letter or digit that each looks like: the part of Unicode's confusables.txt (UTS #39, version 14)
 * that maps one letter of a script close to Latin to one ASCII character and that NFKC doesn't map already. The whole
 * table has 6,000 entries, most of them about scripts that look like one another.
 * https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
const table: readonly (readonly [latin: string, letters: string])[] = [
  ['2', '\uA75A\u01A7\u03E8\uA644'],
  ['3', '\uA7AB\u021C\u01B7\uA76A\u2CCC\u0417\u04E0'],
  ['4', '\u13CE'],
  ['5', '\u01BC'],
  ['6', '\u2CD2\u0431\u13EE'],
  ['8', '\u0223\u0222'],
  ['9', '\uA76E\u2CCA'],
  ['A', '\u0391\u0410\u13AA\uA4EE'],
  ['B', '\uA7B4\u0392\u0412\u13F4\uA4D0'],
  ['C', '\u2CA4\u0421\u13DF\uA4DA'],
  ['D', '\u13A0\uA4D3'],
  ['E', '\u0395\u0415\u13AC\uA4F0'],
  ['F', '\uA798\u03DC\uA4DD'],
  ['G', '\u050C\u13C0\u13F3\uA4D6'],
  ['H', '\u0397\u2C8E\u041D\u13BB\uA4E7'],
  ['J', '\uA7B2\u037F\u0408\u13AB\uA4D9'],
  ['K', '\u039A\u2C94\u041A\u13E6\uA4D7'],
  ['L', '\u2CD0\u13DE\uA4E1'],
  ['M', '\u039C\u03FA\u2C98\u041C\u13B7\uA4DF'],
  ['N', '\u039D\u2C9A\uA4E0'],
  ['O', '\u039F\u2C9E\u041E\u0555\uA4F3'],
  ['P', '\u03A1\u2CA2\u0420\u13E2\uA4D1'],
  ['R', '\u01A6\u13A1\u13D2\uA4E3'],
  ['S', '\u0405\u054F\u13D5\u13DA\uA4E2'],
  ['T', '\u03A4\u2CA6\u0422\u13A2\uA4D4'],
  ['U', '\u054D\uA4F4'],
  ['V', '\u0474\u13D9\uA4E6'],
  ['W', '\u051C\u13B3\u13D4\uA4EA'],
  ['X', '\uA7B3\u03A7\u2CAC\u0425\uA4EB'],
  ['Y', '\u03A5\u2CA8\u0423\u04AE\u13A9\u13BD\uA4EC'],
  ['Z', '\u0396\u13C3\uA4DC'],
  ['a', '\u0251\u03B1\u0430'],
  ['b', '\u0184\u042C\u13CF'],
  ['c', '\u1D04\u2CA5\u0441\uABAF'],
  ['d', '\u0501\u13E7\uA4D2'],
  ['e', '\uAB32\u0435\u04BD'],
  ['f', '\uAB35\uA799\u1E9D\u0584'],
  ['g', '\u0261\u1D83\u018D\u0581'],
  ['h', '\u04BB\u0570\u13C2'],
  ['i', '\u0131\u026A\u0269\u03B9\u0456\uA647\u04CF\uAB75\u13A5'],
  ['j', '\u03F3\u0458'],
  ['l', '\u0196\u01C0\u0399\u2C92\u0406\u04C0\uA4F2'],
  ['n', '\u0578\u057C'],
  ['o', '\u1D0F\u1D11\uAB3D\u03BF\u03C3\u2C9F\u043E\u0585'],
  ['p', '\u03C1\u2CA3\u0440'],
  ['q', '\u051B\u0563\u0566'],
  ['r', '\uAB47\uAB48\u1D26\u2C85\u0433\uAB81'],
  ['s', '\uA731\u01BD\u0455\uABAA'],
  ['u', '\uA79F\u1D1C\uAB4E\uAB52\u028B\u03C5\u057D'],
  ['v', '\u1D20\u03BD\u0475\uABA9'],
  ['w', '\u026F\u1D21\u0461\u051D\u0561\uAB83'],
  ['x', '\u0445'],
  ['y', '\u0263\u1D8C\u028F\u1EFF\uAB5A\u03B3\u0443\u04AF'],
  ['z', '\u1D22\uAB93'],
];

/** What the ASCII characters themselves are taken for, as UTS #39 has it. */
const ascii: Readonly<Record<string, string>> = { '0': 'O', '1': 'l', I: 'l', '|': 'l', m: 'rn' };

const latinFor: ReadonlyMap<string, string> = new Map(
  table.flatMap(([latin, letters]) => [...letters].map((letter) => [letter, latin] as const)),
);

const words = /[\p{L}\p{M}\p{N}]+/gu;
const latin = /\p{Script=Latin}/u;
/** The scripts whose letters look like Latin ones. */
const latinAlike =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;
/** Signs that are ASCII letters or digits in another dress: letterlike, Roman numerals, full width, mathematical. */
const dressed = /[\u2100-\u214F\u2160-\u217F\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]/gu;
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/gu;
const plain = /^[\t\n\r\x20-\x7E]*$/;

/** True for a name that alone gives reason to doubt: hidden characters or blanks, or letters that pass for Latin ones. */
export function mayDeceive(name: string): boolean {
  if (showName(name) !== name) return true;
  if (plain.test(name)) return false;
  if ((name.match(dressed) ?? []).some(isDressedUp)) return true;
  if (!latinAlike.test(name)) return false;
  return (name.normalize('NFKC').match(words) ?? []).some(
    (word) => latinAlike.test(word) && (latin.test(word) || passesForLatin(word)),
  );
}

/** Not for signs that stand for a word, such as ™ and №. */
function isDressedUp(sign: string): boolean {
  return /^([A-Za-z0-9]|[IVX]+)$/i.test(sign.normalize('NFKC'));
}

/** True for a word of two or more letters, each of which looks like a Latin one: "СОМ", "ΗΡ". Single ones are words of Russian. */
function passesForLatin(word: string): boolean {
  const letters = [...word];
  return letters.length > 1 && letters.every((letter) => latinFor.has(letter) || /[0-9]/.test(letter));
}

/**
 * One text for all names that look the same: the skeleton of UTS #39, over the letters of the table above. For comparison
 * only, never to be shown.
 */
export function skeletonOf(name: string): string {
  const visible = plain.test(name)
    ? name
    : name.replace(invisible, '').normalize('NFKC').replace(invisible, '');
  const letters = Array.from(visible, (letter) => {
    const seen = latinFor.get(letter) ?? letter;
    return ascii[seen] ?? seen;
  });
  return letters.join('').replaceAll(/\s+/g, ' ').trim();
}

/** @returns a test that is true for a name that looks like another one of these, or may deceive by itself */
export function lookAlikesAmong(names: readonly string[]): (name: string) => boolean {
  const counts = new Map<string, number>();
  for (const name of names) {
    const skeleton = skeletonOf(name);
    counts.set(skeleton, (counts.get(skeleton) ?? 0) + 1);
  }
  return (name) => (counts.get(skeletonOf(name)) ?? 0) > 1 || mayDeceive(name);
}
