import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { type GraphAnswer, GraphRefusal, type GraphRequest, toErrorAnswer } from './message.ts';
import { splitPath } from './paths.ts';

/** https://learn.microsoft.com/graph/json-batching */
const largestBatch = 20;

const item = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  method: v.pipe(v.string(), v.toUpperCase()),
  url: v.pipe(v.string(), v.nonEmpty()),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.optional(v.unknown()),
  dependsOn: v.optional(v.array(v.string()), []),
});
const batch = v.object({ requests: v.array(item) });
type Item = v.InferOutput<typeof item>;

type Send = (item: GraphRequest) => Promise<GraphAnswer>;

export function isBatch(request: Pick<GraphRequest, 'method' | 'segments'>): boolean {
  return (
    request.method === 'POST' &&
    request.segments.length === 1 &&
    request.segments[0]?.toLowerCase() === '$batch'
  );
}

const badRequest = (text: string) => new GraphRefusal(400, 'BadRequest', text);

function readItems(body: string): readonly Item[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw badRequest('Invalid batch payload format.');
  }
  const read = v.safeParse(batch, json);
  if (!read.success) throw badRequest('Invalid batch payload format.');
  const { requests } = read.output;
  if (requests.length > largestBatch) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${largestBatch}.`);
  }
  const ids = new Set(requests.map(({ id }) => id.toLowerCase()));
  if (ids.size < requests.length) throw badRequest('Batch request ids must be unique.');
  if (requests.some(({ url }) => /^\/?(\$|%24)batch\b/i.test(url)))
    throw badRequest('A batch cannot hold another one.');
  const untyped = requests.find((one) => one.body !== undefined && !hasType(one));
  // Seen, word for word: such an item fails the whole batch.
  if (untyped)
    throw badRequest(`Write request with id '${untyped.id}' does not contain a Content-Type header.`);
  const known = (one: Item) => one.dependsOn.every((id) => ids.has(id.toLowerCase()));
  if (!requests.every(known)) throw badRequest('A batch request depends on an id that is not in the batch.');
  return requests;
}

function hasType({ headers }: Item): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
}

function readHeaders(one: Item): Headers {
  try {
    return new Headers(one.headers);
  } catch {
    throw badRequest('A header of the request is not valid.');
  }
}

function toRequest(outer: GraphRequest, one: Item): GraphRequest {
  const headers = readHeaders(one);
  const requestId = randomUUID();
  const { path, segments, query } = splitPath(one.url.startsWith('/') ? one.url : `/${one.url}`);
  const isEmpty =
    one.body === undefined || (typeof one.body === 'object' && JSON.stringify(one.body) === '{}');
  return {
    ...outer,
    method: one.method,
    path,
    segments,
    query,
    headers,
    body: isEmpty ? '' : JSON.stringify(one.body),
    requestId,
    clientRequestId: headers.get('client-request-id') ?? outer.clientRequestId,
    inBatch: true,
  };
}

/** The items in an order in which each comes after those it depends on. */
function inOrder(items: readonly Item[]): readonly Item[] {
  const placed = new Set<string>();
  const ordered: Item[] = [];
  let open = items;
  while (open.length > 0) {
    const ready = open.filter((one) => one.dependsOn.every((id) => placed.has(id.toLowerCase())));
    if (ready.length === 0) throw badRequest('The batch requests depend on each other in a circle.');
    for (const one of ready) placed.add(one.id.toLowerCase());
    ordered.push(...ready);
    open = open.filter((one) => !ready.includes(one));
  }
  return ordered;
}

/** An address or a header that cannot be read is refused to this item alone. */
async function sendOne(outer: GraphRequest, one: Item, send: Send): Promise<GraphAnswer> {
  let request: GraphRequest;
  try {
    request = toRequest(outer, one);
  } catch (error) {
    if (error instanceof GraphRefusal) return toErrorAnswer(error, outer, Date.now());
    throw error;
  }
  return send(request);
}

/** Runs each item through `send` and answers them last first: replies come in any order. */
export async function answerBatch(request: GraphRequest, send: Send): Promise<GraphAnswer> {
  const statuses = new Map<string, number>();
  const responses: object[] = [];
  for (const one of inOrder(readItems(request.body))) {
    const blocked = one.dependsOn.some((id) => (statuses.get(id.toLowerCase()) ?? 0) >= 400);
    const answer = blocked ? failedDependency(request) : await sendOne(request, one, send);
    statuses.set(one.id.toLowerCase(), answer.status);
    const headers = {
      ...answer.headers,
      ...(answer.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    responses.unshift({ id: one.id, status: answer.status, headers, body: answer.body ?? null });
  }
  return { status: 200, body: { responses } };
}

function failedDependency(request: GraphRequest): GraphAnswer {
  const text = 'A request that this one depends on failed.';
  return toErrorAnswer(new GraphRefusal(424, 'FailedDependency', text), request, Date.now());
}
