import { randomUUID } from 'node:crypto';
import type { Fault, FaultOf } from '../faults/fault.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { elsewhereOf } from './elsewhere.ts';
import type { GraphAnswer, GraphRequest } from './message.ts';

/** Faults that change what Graph really answered. A refusal goes through as it is. */

type Json = Readonly<Record<string, unknown>>;

const idLists = ['successfulDriverIds', 'failedDriverIds', 'notFoundDriverIds'] as const;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Changes the body of a good answer. */
function change(answer: GraphAnswer, edit: (body: Json) => Json): GraphAnswer {
  const { body, status } = answer;
  return status < 300 && isRecord(body) ? { ...answer, body: edit(body) } : answer;
}

const idsIn = (body: Json, name: string): readonly unknown[] => {
  const ids = body[name];
  return Array.isArray(ids) ? ids : [];
};

function omitIds(body: Json, count: number): Json {
  let left = count;
  const shortened: Record<string, unknown> = { ...body };
  for (const name of idLists) {
    const ids = idsIn(body, name);
    shortened[name] = ids.slice(left);
    left = Math.max(0, left - ids.length);
  }
  return shortened;
}

/** Each of the first ids is in the list after its own as well. */
function doubleIds(body: Json, count: number): Json {
  let left = count;
  const doubled: Record<string, readonly unknown[]> = {};
  for (const [index, name] of idLists.entries()) {
    const other = idLists[(index + 1) % idLists.length] ?? name;
    const ids = idsIn(body, name).slice(0, left);
    left -= ids.length;
    doubled[other] = [...(doubled[other] ?? idsIn(body, other)), ...ids];
  }
  return { ...body, ...doubled };
}

function foreignIds(body: Json, count: number): Json {
  const foreign = Array.from({ length: count }, () => `${randomUUID()}_${randomUUID()}`);
  return { ...body, successfulDriverIds: [...idsIn(body, 'successfulDriverIds'), ...foreign] };
}

function withLists(body: Json, lists: Json): Json {
  const rest = Object.entries(body).filter(([name]) => !idLists.some((list) => list === name));
  return { ...Object.fromEntries(rest), ...lists };
}

const listsOf = (body: Json) => Object.fromEntries(idLists.map((name) => [name, body[name]]));

const enumProperties = ['approvalStatus', 'category', 'approvalType', 'status', 'actionStatus', 'actionType'];

function unknownEnum(body: Json, fault: FaultOf<'unknownEnum'>): Json {
  const names = fault.property === undefined ? enumProperties : [fault.property];
  const estrange = (record: unknown): unknown => {
    if (!isRecord(record)) return record;
    const strange = names.filter((name) => name in record).map((name) => [name, fault.value]);
    return { ...record, ...Object.fromEntries(strange) };
  };
  const { value } = body;
  if (!Array.isArray(value)) return estrange(body) as Json; // a record stays one
  return { ...body, value: value.map((record, index) => (index < fault.count ? estrange(record) : record)) };
}

/** The address of a request, which is the link to its own page. */
function addressOf(request: GraphRequest, token?: string): string {
  const query = new URLSearchParams(request.query);
  if (token !== undefined) query.set('$skiptoken', token);
  const text = query.toString().replaceAll('%24', '$');
  return `${request.root}${request.path}${text === '' ? '' : `?${text}`}`;
}

/** The token of a first page: nothing was sent before it. */
const firstPage = Buffer.from('after=0').toString('base64url');

function relink(answer: GraphAnswer, link: string, members: Json = {}): GraphAnswer {
  return change(answer, (body) =>
    Array.isArray(body.value) ? { ...body, '@odata.nextLink': link, ...members } : body,
  );
}

/** What becomes of Graph's real answer. Undefined: the fault is none of these. */
export function distort(
  fault: Fault,
  tenant: Tenant,
  request: GraphRequest,
  real: GraphAnswer,
): GraphAnswer | undefined {
  switch (fault.kind) {
    case 'omitIds':
      return change(real, (body) => omitIds(body, fault.count));
    case 'doubleIds':
      return change(real, (body) => doubleIds(body, fault.count));
    case 'foreignIds':
      return change(real, (body) => foreignIds(body, fault.count));
    case 'wrapped':
      return change(real, (body) => withLists(body, { value: listsOf(body) }));
    case 'nullLists':
      return change(real, (body) => withLists(body, Object.fromEntries(idLists.map((name) => [name, null]))));
    case 'listsAbsent':
      return change(real, (body) => withLists(body, {}));
    case 'unknownEnum':
      return change(real, (body) => unknownEnum(body, fault));
    case 'bom':
      return real.body === undefined ? real : { ...real, text: `\uFEFF${JSON.stringify(real.body)}` };
    case 'truncate':
      return { ...real, socket: 'truncate' };
    case 'staleRead':
      return real;
    case 'evilNextLink':
      return relink(real, `${elsewhereOf(request.root, tenant)}/next?$skiptoken=${firstPage}`);
    case 'loopNextLink':
      return relink(real, addressOf(request));
    case 'emptyPage':
      return relink(real, addressOf(request, firstPage), { value: [] });
    default:
      return undefined;
  }
}
