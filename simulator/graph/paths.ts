import { GraphRefusal } from './message.ts';

export interface SplitPath {
  /** As it was sent, without the query. */
  readonly path: string;
  /** Decoded, without empty ones. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** Splits what follows the version: `/security/incidentTasks?$top=5`. Throws a 400 for a broken percent-encoding. */
export function splitPath(relative: string): SplitPath {
  const [path = '', ...rest] = relative.split('?');
  try {
    const segments = path
      .split('/')
      .filter((part) => part !== '')
      .map((part) => decodeURIComponent(part));
    return { path, segments, query: new URLSearchParams(rest.join('?')) };
  } catch {
    throw new GraphRefusal(400, 'BadRequest', 'The request URI is not valid.');
  }
}
