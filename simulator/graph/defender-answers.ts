import { type GraphAnswer, GraphRefusal, type GraphRequest } from './message.ts';
import { FilterRefused } from './odata/filter.ts';
import { QueryRefused, readOption } from './odata/query.ts';
import type { Route } from './route.ts';

export const badRequest = (text: string) => new GraphRefusal(400, 'BadRequest', text);

export const notFound = (kind: string, id: string) =>
  new GraphRefusal(404, 'NotFound', `${kind} '${id}' was not found.`);

/** Turns what the query readers throw into Defender's 400. */
export function guarded(handle: Route['handle']): Route['handle'] {
  return (call) => {
    try {
      return handle(call);
    } catch (error) {
      if (error instanceof FilterRefused || error instanceof QueryRefused) throw badRequest(error.message);
      throw error;
    }
  };
}

export const contextOf = (request: GraphRequest, fragment: string) =>
  `${request.root}/$metadata#security/${fragment}`;

/** @param count of all that match, on whatever page they are */
export function toCollection(
  request: GraphRequest,
  fragment: string,
  count: number,
  page: { readonly value: readonly object[]; readonly nextLink: string | undefined },
): GraphAnswer {
  const counted = readOption(request.query, 'count') === 'true';
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, fragment),
      ...(counted ? { '@odata.count': count } : {}),
      ...(page.nextLink === undefined ? {} : { '@odata.nextLink': page.nextLink }),
      value: page.value,
    },
  };
}

/** The members of a body, whichever they are. */
export function readBody(request: GraphRequest): ReadonlyMap<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(request.body);
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('The request body must be a JSON object.');
  }
  return new Map(Object.entries(body));
}
