/** How much of a text is shown before a person asks for the rest. */
export interface Room {
  readonly characters: number;
  readonly lines: number;
}

/** A rest that is shorter is shown at once: to ask for it would take longer than to read it. */
const leastRest = 80;

/** The beginning of a foreign text, up to the end of a word where one is near; undefined where all of it has room. */
export function beginningOf(text: string, room: Room): string | undefined {
  const lines = text.split(/\r\n?|\n/, room.lines + 1);
  const isLong = text.length > room.characters + leastRest;
  if (!isLong && lines.length <= room.lines) return undefined;
  const head = lines.slice(0, room.lines).join('\n');
  if (head.length <= room.characters) return head.trimEnd();
  const cut = head.slice(0, room.characters);
  // Neither a word nor a character of two halves is cut.
  return cut
    .replace(/(?<=\S\s+)\S{1,40}$/, '')
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
