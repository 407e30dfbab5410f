/** The parameters of a path pattern: `{ profileId: string }` for `/profiles/$profileId`. */
export type ParamsOf<Pattern extends string> = Pattern extends `${infer Segment}/${infer Rest}`
  ? ParamsOf<Segment> & ParamsOf<Rest>
  : Pattern extends `$${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown;

/** Where a page is and what it reads, declared once, apart from the page: reads begin before its code is there. */
export interface PageReads<Context, Pattern extends string, Reads> {
  /** The pattern of the page's path, as the router writes it: `/profiles/$profileId`. */
  readonly path: Pattern;
  /** The reads of the page, by name. */
  readonly of: (context: Context, params: ParamsOf<Pattern>) => Reads;
  /** What it reads when the app begins at an address; undefined where another page is, or none. */
  readonly at: (context: Context, pathname: string) => Reads | undefined;
}

/**
 * Declares a page. What it needs of the app around it is the type of `context`.
 *
 * @param atStart what the page reads when the app begins there, where that is more than what it reads each time that it opens
 */
export function pageReads<Context, const Pattern extends string, Reads>(
  path: Pattern,
  of: (context: Context, params: ParamsOf<Pattern>) => Reads,
  atStart = of,
): PageReads<Context, Pattern, Reads> {
  return {
    path,
    of,
    at(context, pathname) {
      const params = matchPath(path, pathname);
      return params && atStart(context, params as ParamsOf<Pattern>); // `matchPath` found each name of the pattern
    },
  };
}

/** The parameters of a path that fits a pattern; undefined for every other path. */
export function matchPath(pattern: string, pathname: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = pathname.replace(/(?<=.)\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const params: [string, string][] = [];
  for (const [index, part] of wanted.entries()) {
    const segment = decodeSegment(given[index] ?? '');
    if (part.startsWith('$') && segment) params.push([part.slice(1), segment]);
    else if (part !== segment) return undefined;
  }
  return Object.fromEntries(params);
}

/** Undefined for what is no text when it is decoded, such as half of an encoded letter. */
function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
