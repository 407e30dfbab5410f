import { QueryRefused } from './query.ts';

/** How one property of an item is read; keyed by its name in lower case. */
export type SearchFields<T> = Readonly<Record<string, (item: T) => string | null>>;

type Predicate<T> = (item: T) => boolean;

const tokenPattern = /\s*(?:"((?:[^"\\]|\\.)*)"|(AND|OR)(?=[\s"]))/y;

/** The words of a text: at blanks, other signs, digits, and where capitals begin. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** `displayName:pilot ring`: each word begins a word of the property. */
function compileClause<T>(clause: string, fields: SearchFields<T>): Predicate<T> {
  const [, property = '', text = ''] = /^\s*(\w+)\s*:(.*)$/s.exec(clause) ?? [];
  const key = property.toLowerCase();
  const read = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (!read) throw new QueryRefused(`Unrecognized query argument specified: '${property}'.`);
  const wanted = wordsOf(text);
  if (wanted.length === 0) throw new QueryRefused(`A search clause is empty: '${clause}'.`);
  return (item) => {
    const words = wordsOf(read(item) ?? '');
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
}

/**
 * Compiles a `$search` on directory objects: clauses in double quotes, joined by AND and OR in capitals; AND binds closer.
 * https://learn.microsoft.com/graph/search-query-parameter
 */
export function compileSearch<T>(source: string, fields: SearchFields<T>): Predicate<T> {
  const anyOf: Predicate<T>[][] = [[]];
  let expectsClause = true;
  tokenPattern.lastIndex = 0;
  const text = source.trim();
  while (tokenPattern.lastIndex < text.length) {
    const at = tokenPattern.lastIndex;
    const [, clause, joint] = tokenPattern.exec(text) ?? [];
    if ((clause !== undefined) !== expectsClause || (clause === undefined && joint === undefined)) {
      const wrong = /[^\w\s]/.exec(text.slice(at));
      const position = at + (wrong?.index ?? 0);
      throw new QueryRefused(
        `Syntax error: character '${text[position]}' is not valid at position ${position} in '${text}'.`,
      );
    }
    if (clause !== undefined) anyOf.at(-1)?.push(compileClause(clause.replaceAll(/\\(.)/gs, '$1'), fields));
    if (joint === 'OR') anyOf.push([]);
    expectsClause = !expectsClause;
  }
  if (expectsClause) throw new QueryRefused(`A search clause is missing at the end of '${text}'.`);
  return (item) => anyOf.some((allOf) => allOf.every((holds) => holds(item)));
}
