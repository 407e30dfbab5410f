/**
 * What a reader cannot see but what changes what is read: control characters, marks that turn the direction round,
 * blanks without width, tags. Tabs and line ends are none of them: they show as blanks.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E00FF}]|\u034F/gu;

/** Joiners belong to Persian, to the scripts of India and to emoji; after a letter of any other script they only hide. */
const strayJoiner =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)[\u200C\u200D]/gu;

const words = /[\p{L}\p{M}\p{N}]+/gu;
const latin = /\p{Script=Latin}/u;
/** The scripts whose letters look like Latin ones. */
const latinAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** Nearly every text is of these alone. */
const plain = /^[\t\n\r\x20-\x7E]*$/;

function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A foreign text in which every hidden character is seen as its code: "Audio[U+200B]" instead of "Audio". */
export function showHidden(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(hidden, codeOf).replace(strayJoiner, codeOf);
}

/** True for a text that may look like another: it holds hidden characters, or a word of letters of two scripts. */
export function mayDeceive(text: string): boolean {
  if (plain.test(text)) return false;
  if (showHidden(text) !== text) return true;
  if (!latinAlike.test(text)) return false;
  return (text.normalize('NFKC').match(words) ?? []).some(
    (word) => latin.test(word) && latinAlike.test(word),
  );
}
