/** A part of a text that was written as Markdown, without its signs. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list';
      /** Undefined for bullets. */
      readonly items: readonly { readonly number: number | undefined; readonly text: string }[];
    };

/** A line of its own that only draws a rule. */
const rule = /^ {0,3}(?:-{3,}|\*{3,}|_{3,}) *$/;
/** Begins or ends code, perhaps with its language. */
const fence = /^ {0,3}(?:`{3,}|~{3,}) *[\w+#-]{0,20} *$/;
const heading = /^ {0,3}#{1,6} +(?=\S)/;
const quoteMark = /^ {0,3}> ?/;
const bullet = /^\s*[-*+•] +(?=\S)/;
const numbered = /^\s*(\d{1,6})[.)] +(?=\S)/;

/**
 * The paragraphs and lists of a foreign text that may hold Markdown, as plain text: nothing of it is ever markup of the
 * page. Signs that pair up are dropped; wildcards, paths and everything in code stay as they are. A link is its text with
 * its address beside it.
 */
export function plainBlocks(markdown: string): readonly TextBlock[] {
  const blocks: Open[] = [];
  let isFenced = false;
  let isOpen = false;
  for (const raw of markdown.replaceAll('\0', '\uFFFD').split(/\r\n?|\n/)) {
    if (fence.test(raw)) {
      isFenced = !isFenced;
      isOpen = false;
      continue;
    }
    const line = isFenced ? raw : raw.replace(quoteMark, '');
    if (!isFenced && (line.trim() === '' || rule.test(line))) {
      isOpen = false;
      continue;
    }
    const last = isOpen ? blocks.at(-1) : undefined;
    if (isFenced) addText(blocks, last, line);
    else if (bullet.test(line)) addItem(blocks, last, undefined, line.replace(bullet, ''));
    else if (numbered.test(line)) {
      addItem(blocks, last, Number(numbered.exec(line)?.[1]), line.replace(numbered, ''));
    } else
      addText(blocks, /^\s/.test(line) || last?.kind === 'paragraph' ? last : undefined, withoutSigns(line));
    isOpen = !heading.test(line) || isFenced;
  }
  return blocks;
}

/** A block to which further lines may belong. */
type Open =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: { number: number | undefined; text: string }[] };

function addText(blocks: Open[], last: Open | undefined, text: string): void {
  const item = last?.kind === 'list' ? last.items.at(-1) : last;
  if (item && 'text' in item) item.text += `\n${last?.kind === 'list' ? text.trim() : text}`;
  else blocks.push({ kind: 'paragraph', text });
}

function addItem(blocks: Open[], last: Open | undefined, number: number | undefined, line: string): void {
  const text = withoutSigns(line);
  const before = last?.kind === 'list' ? last.items.at(-1) : undefined;
  if (last?.kind !== 'list' || (before?.number === undefined) !== (number === undefined)) {
    blocks.push({ kind: 'list', items: [{ number, text }] });
    return;
  }
  // Markdown numbers a list by its first line; numbers that rise are kept, for the text may refer to them.
  const next = number === undefined ? undefined : Math.max(number, (before?.number ?? 0) + 1);
  last.items.push({ number: next, text });
}

const code = /`([^`\n]+)`/g;
const link = /!?\[([^[\]\n]{1,500})\]\(<?([^\s()<>]{1,2000})>?(?: +"[^"\n]{0,200}")?\)/g;
const autolink = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/g;
/** Signs around words: at the edge of a word outside, and at a letter inside, so that `*.exe` and `a_b_c` stay. */
const pairs: readonly RegExp[] = [
  /\*\*\*([^\s*][^*\n]*)\*\*\*/g,
  /\*\*([^\s*][^*\n]*)\*\*/g,
  /(?<![\p{L}\p{N}_/\\])__([^\s_](?:[^_\n]|_(?!_))*)__(?![\p{L}\p{N}_]|\.[\p{L}\p{N}])/gu,
  /~~([^\s~][^~\n]*)~~/g,
  /(?<![\p{L}\p{N}*/\\.])\*([\p{L}\p{N}][^*\n]*)(?<=\S)\*(?![\p{L}\p{N}*/\\]|\.[\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}_/\\.])_([\p{L}\p{N}][^_\n]*)(?<=\S)_(?![\p{L}\p{N}_/\\]|\.[\p{L}\p{N}])/gu,
];

/** A line without the signs of Markdown. */
function withoutSigns(line: string): string {
  const kept: string[] = [];
  let text = line
    .replace(heading, '')
    .replace(code, (_all, inner: string) => `\0${kept.push(inner) - 1}\0`)
    .replace(link, (_all, label: string, address: string) =>
      label === address ? address : `${label} (${address})`,
    )
    .replace(autolink, '$1');
  for (const pair of pairs) text = text.replace(pair, '$1');
  return text
    .split('\0')
    .map((part, at) => (at % 2 === 0 ? part : (kept[Number(part)] ?? '')))
    .join('');
}
