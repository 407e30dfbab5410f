import { notADate, parseDateTimeOffset } from './date-time.ts';

/** A `$filter` that is malformed, or uses more than the service takes. The message is for the 400. */
export class FilterRefused extends Error {
  override readonly name = 'FilterRefused';
}

export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'startswith';

/** How one property may be filtered. */
export interface FilterField<T> {
  readonly read: (item: T) => string | null | undefined;
  readonly operators: readonly Operator[];
  /** An enum takes only its members; a date is compared as an instant and is written without quotes. */
  readonly kind: 'text' | 'dateTime' | readonly string[];
  /** Letter case of a text does not matter, as everywhere in the directory. */
  readonly caseless?: true;
}
/** Keyed by the property path in lower case: `status`, `incident/id`. */
export type FilterFields<T> = Readonly<Record<string, FilterField<T>>>;

type Predicate<T> = (item: T) => boolean;

const tokenPattern = /\s*(?:(\()|(\))|(,)|'((?:[^']|'')*)'|([^\s(),']+))/y;

interface Token {
  readonly kind: 'open' | 'close' | 'comma' | 'string' | 'word';
  readonly text: string;
}

function tokenize(source: string): Token[] {
  const text = source.trim();
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const at = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (!match) throw new FilterRefused(`Syntax error at position ${at} in '${text}'.`);
    const [, open, close, comma, string, word] = match;
    if (open) tokens.push({ kind: 'open', text: open });
    else if (close) tokens.push({ kind: 'close', text: close });
    else if (comma) tokens.push({ kind: 'comma', text: comma });
    else if (string !== undefined) tokens.push({ kind: 'string', text: string.replaceAll("''", "'") });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

type Comparison = Exclude<Operator, 'startswith'>;

function isOperator(text: string): text is Comparison {
  return ['eq', 'ne', 'gt', 'ge', 'lt', 'le'].includes(text);
}

function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
  }
}

/** A day alone stands for its first moment. */
function readInstant(text: string): number | undefined {
  return parseDateTimeOffset(text.includes('T') ? text : `${text}T00:00:00Z`);
}

function compare<T>(fields: FilterFields<T>, path: string, operator: Operator, literal: Token): Predicate<T> {
  const field = Object.hasOwn(fields, path.toLowerCase()) ? fields[path.toLowerCase()] : undefined;
  if (!field) throw new FilterRefused(`Could not find a property named '${path}' that can be filtered.`);
  if (!field.operators.includes(operator)) {
    throw new FilterRefused(`The operator '${operator}' is not supported for '${path}'.`);
  }
  if (field.kind === 'dateTime') {
    const wanted = literal.kind === 'word' ? readInstant(literal.text) : undefined;
    if (wanted === undefined) throw new FilterRefused(notADate(literal.text));
    return (item) =>
      operator !== 'startswith' && holds(operator, Math.sign(Date.parse(field.read(item) ?? '') - wanted));
  }
  if (literal.kind !== 'string')
    throw new FilterRefused(`A quoted literal is expected in place of '${literal.text}'.`);
  if (field.kind !== 'text' && !field.kind.includes(literal.text)) {
    throw new FilterRefused(`The string '${literal.text}' is not a valid enumeration type constant.`);
  }
  const fold = (text: string) => (field.caseless ? text.toLowerCase() : text);
  const wanted = fold(literal.text);
  if (operator === 'startswith') return (item) => fold(field.read(item) ?? '').startsWith(wanted);
  return (item) => {
    const value = field.read(item) ?? undefined;
    return holds(operator, value !== undefined && fold(value) === wanted ? 0 : 1);
  };
}

/**
 * Compiles the subset of `$filter` seen in use: comparisons, and `startswith` where a property takes it, joined by `and`
 * and `or`, with parentheses; `and` binds closer.
 * https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_SystemQueryOptionfilter
 */
export function compileFilter<T>(source: string, fields: FilterFields<T>): Predicate<T> {
  const tokens = tokenize(source);
  let position = 0;
  const next = (expected: string): Token => {
    const token = tokens[position];
    if (!token) throw new FilterRefused(`Expected ${expected} at the end of '${source}'.`);
    position += 1;
    return token;
  };
  const takeWord = (word: string): boolean => {
    const token = tokens[position];
    if (token?.kind !== 'word' || token.text !== word) return false;
    position += 1;
    return true;
  };
  /** What follows `startswith`. */
  const parseStart = (): Predicate<T> => {
    const [, path, comma, literal, close] = Array.from({ length: 5 }, () => next("a part of 'startswith'"));
    if (
      path?.kind !== 'word' ||
      comma?.kind !== 'comma' ||
      literal?.kind !== 'string' ||
      close?.kind !== 'close'
    )
      throw new FilterRefused(`'startswith' takes a property and a quoted literal in '${source}'.`);
    return compare(fields, path.text, 'startswith', literal);
  };
  const parseTerm = (): Predicate<T> => {
    const first = next('a comparison');
    if (first.kind === 'open') {
      const inner = parseOr();
      if (next("')'").kind !== 'close') throw new FilterRefused(`Expected ')' in '${source}'.`);
      return inner;
    }
    if (first.text.toLowerCase() === 'startswith' && tokens[position]?.kind === 'open') return parseStart();
    const operator = next('an operator');
    if (first.kind !== 'word' || operator.kind !== 'word' || !isOperator(operator.text)) {
      throw new FilterRefused(`'${first.text} ${operator.text}' is not a supported comparison.`);
    }
    return compare(fields, first.text, operator.text, next('a literal'));
  };
  const parseAnd = (): Predicate<T> => {
    let left = parseTerm();
    while (takeWord('and')) {
      const [a, b] = [left, parseTerm()];
      left = (item) => a(item) && b(item);
    }
    return left;
  };
  const parseOr = (): Predicate<T> => {
    let left = parseAnd();
    while (takeWord('or')) {
      const [a, b] = [left, parseAnd()];
      left = (item) => a(item) || b(item);
    }
    return left;
  };
  const filter = parseOr();
  const rest = tokens[position];
  if (rest) throw new FilterRefused(`Unexpected '${rest.text}' in '${source}'.`);
  return filter;
}
