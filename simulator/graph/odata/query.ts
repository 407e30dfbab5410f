/** A query option that the service does not take as it is. The message is for the 400. */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused';
}

/** A system query option; on beta the `$` may be left out. Undefined when it is absent or empty. */
export function readOption(query: URLSearchParams, name: string): string | undefined {
  return query.get(`$${name}`) || query.get(name) || undefined;
}

function readWholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = readOption(query, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw new QueryRefused(`Invalid value '${text}' for $${name} query option found.`);
  return Number(text);
}

/** The members of a comma-separated option, checked against those that exist; letter case of the schema is kept. */
function readNames(query: URLSearchParams, name: string, known: readonly string[]): string[] | undefined {
  const text = readOption(query, name);
  return text?.split(',').map((part) => {
    const wanted = part.trim().toLowerCase();
    const found = known.find((candidate) => candidate.toLowerCase() === wanted);
    if (!found)
      throw new QueryRefused(
        `Parsing OData Select and Expand failed: Could not find a property named '${part.trim()}'.`,
      );
    return found;
  });
}

/** What `$select` and `$expand` ask of an entity. */
export interface Shape {
  readonly select: readonly string[] | undefined;
  readonly expand: readonly string[];
}

export function readShape(
  query: URLSearchParams,
  properties: readonly string[],
  navigations: readonly string[],
): Shape {
  return {
    select: readNames(query, 'select', [...properties, ...navigations]),
    expand: readNames(query, 'expand', navigations) ?? [],
  };
}

/** Keeps the selected members. Expanded ones and annotations stay, whether they are selected or not. */
export function pick(entity: object, shape: Shape): object {
  const { select } = shape;
  if (!select) return entity;
  const keep = (name: string) => select.includes(name) || shape.expand.includes(name) || name.includes('@');
  return Object.fromEntries(Object.entries(entity).filter(([name]) => keep(name)));
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextLink: string | undefined;
}

/** `$skiptoken` is opaque to callers: it holds the number of items sent before. */
const encodeToken = (offset: number) => Buffer.from(`after=${offset}`).toString('base64url');

function decodeToken(token: string): number {
  const match = /^after=(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString('utf8'));
  if (!match) throw new QueryRefused('The skip token is not valid, or has expired.');
  return Number(match[1]);
}

const placesOfPage = ['$skiptoken', 'skiptoken', '$skip', 'skip'];

/**
 * One page. `$top` sets its size, up to `largest`, and `$skip` where the first one begins. The link to the next one is
 * absolute, repeats the caller's other options and ends with `$skiptoken`, as Intune's do.
 */
export function paginate<T>(
  items: readonly T[],
  query: URLSearchParams,
  address: string,
  largest: number,
): Page<T> {
  const top = readWholeNumber(query, 'top');
  const skip = readWholeNumber(query, 'skip') ?? 0;
  if (top === 0) return { items: [], nextLink: undefined };
  const size = Math.min(top ?? largest, largest);
  const token = readOption(query, 'skiptoken');
  const start = token === undefined ? skip : decodeToken(token);
  const end = start + size;
  if (end >= items.length) return { items: items.slice(start), nextLink: undefined };
  const options = [...query]
    .filter(([name]) => !placesOfPage.includes(name))
    .map(([name, value]) => `${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`);
  const next = [...options, `$skiptoken=${encodeToken(end)}`].join('&');
  return { items: items.slice(start, end), nextLink: `${address}?${next}` };
}
