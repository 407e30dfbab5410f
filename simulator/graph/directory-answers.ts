import { type GraphAnswer, GraphRefusal, type GraphRequest } from './message.ts';
import { FilterRefused } from './odata/filter.ts';
import { QueryRefused } from './odata/query.ts';
import type { Route } from './route.ts';

export const badDirectoryRequest = (text: string) => new GraphRefusal(400, 'Request_BadRequest', text);

export const noSuchResource = (id: string) =>
  new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** Turns what the query readers throw into the directory's 400. */
export function guardedDirectory(handle: Route['handle']): Route['handle'] {
  return (call) => {
    try {
      return handle(call);
    } catch (error) {
      if (error instanceof FilterRefused || error instanceof QueryRefused)
        throw new GraphRefusal(400, 'BadRequest', error.message);
      throw error;
    }
  };
}

/** A page of a collection. */
export function toDirectoryCollection(
  request: GraphRequest,
  fragment: string,
  value: readonly object[],
  nextLink: string | undefined,
): GraphAnswer {
  return {
    status: 200,
    body: {
      '@odata.context': `${request.root}/$metadata#${fragment}`,
      ...(nextLink === undefined ? {} : { '@odata.nextLink': nextLink }),
      value,
    },
  };
}

/** The members of a body; none without one. */
export function readMembers(request: GraphRequest): ReadonlyMap<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(request.body || '{}');
  } catch {
    throw new GraphRefusal(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badDirectoryRequest('The request body must be a JSON object.');
  // Annotations such as `@odata.type` are passed over.
  return new Map(Object.entries(body).filter(([name]) => !name.startsWith('@')));
}
