import uFuzzy from '@leeoniya/ufuzzy';
import { deviceStates } from './device-entries.ts';
import { type Entry, type Found, type Kind, kinds, type Section } from './entry.ts';

/** So many of one kind are shown; more letters bring up the others. */
const mostOfKind = 6;
/** Beyond so many matches, those that come later in the list are not ranked. */
const mostRanked = 1_000;
/** Words are found in any order; the orders of more words than this would take too long to try. */
const mostWords = 4;

const fuzzy = new uFuzzy({
  // Names come from people all over the world.
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  // One slip in a word: a letter too many, too few, wrong, or in the wrong place.
  intraMode: 1,
  // Of equal matches, the first in the list is the best.
  compare: () => 0,
});

const headOf = ({ label, detail }: Entry) => `${label} ${detail}`;

/**
 * Finds entries by what is typed.
 *
 * @param recents ids, the latest first: they win over equal matches, and stand first while nothing is typed
 */
export function createFinder(
  entries: readonly Entry[],
  recents: readonly string[],
): (typed: string) => readonly Section[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const recent = recents.flatMap((id) => byId.get(id) ?? []);
  const ordered = [...new Set([...recent, ...entries])];
  const haystack = uFuzzy.latinize(ordered.map((entry) => `${headOf(entry)} ${entry.synonyms ?? ''}`));
  return (typed) => {
    const needle = uFuzzy.latinize(typed.trim());
    return needle === ''
      ? atRest(entries, recent)
      : sectionsOf(match(ordered, haystack, needle).filter(inAskedState(needle)));
  };
}

/** Who asks for what is isolated wants no task that would isolate, and no device that isn’t. A title may have the word itself. */
function inAskedState(needle: string): (found: Found) => boolean {
  const words = needle.toLowerCase().split(/\s+/);
  const asked = deviceStates.filter((state) => words.includes(state));
  return ({ entry: { kind, label, states = [] } }) =>
    (kind !== 'task' && kind !== 'device') ||
    asked.every((state) => states.includes(state) || label.toLowerCase().includes(state));
}

/** Before anything is typed: what was chosen lately, what this page can do, where one can go. */
function atRest(entries: readonly Entry[], recent: readonly Entry[]): readonly Section[] {
  const unmarked = (list: readonly Entry[]) => list.map((entry) => ({ entry, marks: [] }));
  const section = (title: string, list: readonly Entry[]) => ({
    title,
    found: unmarked(list),
    total: list.length,
  });
  const ofKind = (kind: Kind) =>
    section(
      kinds[kind],
      entries.filter((entry) => entry.kind === kind),
    );
  return [
    section('Recent', recent.slice(0, mostOfKind)),
    ofKind('command'),
    ofKind('page'),
    ofKind('view'),
    ofKind('app'),
  ].filter(({ total }) => total > 0);
}

function match(entries: readonly Entry[], haystack: string[], needle: string): readonly Found[] {
  const [some, info, order] = fuzzy.search(haystack, needle, mostWords, mostRanked);
  if (some === null || some.length === 0) return [];
  if (info) return order.flatMap((place) => foundAt(entries, info, place));
  // Too many to rank: the first ones in the list, which are pages and commands.
  const first = (fuzzy.filter(haystack, needle) ?? []).slice(0, mostRanked);
  const ranked = fuzzy.info(first, haystack, needle);
  return fuzzy.sort(ranked, haystack, needle).flatMap((place) => foundAt(entries, ranked, place));
}

function foundAt(entries: readonly Entry[], { idx, ranges }: uFuzzy.Info, place: number): readonly Found[] {
  const entry = entries[idx[place] ?? -1];
  if (!entry) return [];
  const end = headOf(entry).length;
  return [{ entry, marks: (ranges[place] ?? []).map((at) => Math.min(at, end)) }];
}

/** By kind: the kind with the best match first. */
function sectionsOf(found: readonly Found[]): readonly Section[] {
  return [...new Set(found.map(({ entry }) => entry.kind))].map((kind) => {
    const list = found.filter(({ entry }) => entry.kind === kind);
    return { title: kinds[kind], found: list.slice(0, mostOfKind), total: list.length };
  });
}

/** Where tasks match, their list is offered, searched for the same. @param entry leads to that list */
export function withTaskSearch(
  sections: readonly Section[],
  typed: string,
  entry: Entry,
): readonly Section[] {
  const isAboutTasks = sections.some(({ found }) => found.some((each) => each.entry.kind === 'task'));
  if (!isAboutTasks || typed === '') return sections;
  return [...sections, { title: 'Search', found: [{ entry, marks: [] }], total: 1 }];
}

/** A text in parts, as it is matched and not: `marks` are starts and ends, counted from `from`. */
export function partsOf(
  text: string,
  marks: readonly number[],
  from = 0,
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const parts: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  const take = (to: number, isMarked: boolean) => {
    const end = Math.max(at, Math.min(to - from, text.length));
    if (end > at) parts.push({ text: text.slice(at, end), isMarked });
    at = end;
  };
  for (const [index, mark] of marks.entries()) take(mark, index % 2 === 1);
  take(text.length + from, false);
  return parts;
}
