/**
 * What a reader cannot see but what changes what is read: control characters, marks that turn the direction round, and all
 * that Unicode lets a font ignore. Tabs and line ends are none of them: they show as blanks.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028-\u202E\u2800\uFFF9-\uFFFB]|(?![\u200C\u200D]|[\u180B-\u180D\u180F\uFE0E\uFE0F])\p{Default_Ignorable_Code_Point}/gu;

/** Joiners belong to Persian, to the scripts of India and to emoji; after a letter of any other script they only hide. */
const strayJoiner =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)[\u200C\u200D]/gu;

/** Selectors of a variant belong to emoji, to keys such as 1️⃣, and to Mongolian. */
const straySelector =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])(?!(?<=[#*0-9])\uFE0F\u20E3)[\uFE0E\uFE0F]|(?<!\p{Script=Mongolian})[\u180B-\u180D\u180F]/gu;

/** Blanks that look like the usual one, or are wider or narrower; the wide one is usual after letters as wide as it. */
const oddBlank =
  /[\t\n\r]|(?![ \u3000])\p{Zs}|(?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\u3000/gu;

/** A page shows one blank for several, and none at the ends. */
const extraBlank = /(?<=^| ) | $/g;

/** Nearly every text is of these alone. */
const plain = /^[\t\n\r\x20-\x7E]*$/;

function codeOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A foreign text in which every hidden character is seen as its code: "Audio[U+200B]" instead of "Audio". */
export function showHidden(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(hidden, codeOf).replace(strayJoiner, codeOf).replace(straySelector, codeOf);
}

/** The same for a name, in which blanks must be seen too: "Realtek [U+0020]Audio" for two of them. */
export function showName(name: string): string {
  return showHidden(name).replace(oddBlank, codeOf).replace(extraBlank, codeOf);
}
