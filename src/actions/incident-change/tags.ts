/** The tags of an incident are a set: letter case and blanks around them tell none apart. */

const keyOf = (tag: string) => tag.trim().toLowerCase();

export function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => keyOf(other) === keyOf(tag));
}

/** The tags of one list without those of another. */
export function withoutTags(tags: readonly string[], others: readonly string[]): readonly string[] {
  return tags.filter((tag) => !hasTag(others, tag));
}

/**
 * The whole list that Graph is to get: as it was read, without those to be removed, with those to be added that it lacks.
 * Graph replaces the list, so this is made of a read right before the sending: what a colleague has added stays.
 */
export function mergedTags(
  read: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  return [...withoutTags(read, removed), ...withoutTags(added, read)];
}

/** Tags as one text, as an intent holds them: trimmed, each once. */
export function tagList(tags: readonly string[]): string {
  const once = tags
    .map((tag) => tag.trim())
    .filter((tag, at, all) => tag !== '' && !hasTag(all.slice(0, at), tag));
  return JSON.stringify(once);
}

/** @returns undefined for a text that `tagList` does not write */
export function readTagList(text: string): readonly string[] | undefined {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list)) return undefined;
  const tags = list.filter((tag) => typeof tag === 'string');
  return tagList(tags) === text ? tags : undefined;
}

/** What a person typed, with commas between: each tag once. */
export function typedTags(text: string): readonly string[] {
  return readTagList(tagList(text.split(','))) ?? [];
}
