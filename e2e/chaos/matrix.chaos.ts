import { type AreaName, areas } from './areas.ts';
import type { End } from './judge.ts';
import { type Fault, runTrial } from './run-case.ts';
import { test } from './tenants.ts';

type Phase = 'before' | 'after';

/** A kind of fault, and how the items that meet it have to end: before the effect, and after it, where it makes sense. */
interface Kind {
  readonly name: string;
  readonly fault: Fault;
  readonly before?: End | readonly End[];
  readonly after?: End | readonly End[];
  readonly areas?: readonly AreaName[];
  readonly http2Only?: boolean;
  readonly neverArrives?: boolean;
  /** For tasks also where Defender would start an action a second time. */
  readonly twice?: boolean;
}

const users: readonly AreaName[] = ['users', 'sessions', 'accounts'];
const all: readonly AreaName[] = ['drivers', 'tasks', 'sync', 'statuses', ...users];
const drivers: readonly AreaName[] = ['drivers'];

/** What nobody can tell from an answer, and what reading finds out. */
const unknown = { before: 'notApplied', after: 'applied' } as const;
const applied = { before: 'applied', after: 'applied' } as const;

const status = (code: number, rest: Fault = {}): Kind => ({
  name: `status ${code}`,
  fault: { kind: 'status', status: code, ...rest },
  ...unknown,
});
const twice = { areas: all, twice: true } as const;
/** The answer of executeAction is the only one with a body. */
const ofBody = (name: string, fault: Fault): Kind => ({ name, fault, after: 'applied', areas: drivers });

const kinds: readonly Kind[] = [
  { name: 'connection closed', fault: { kind: 'closeConnection' }, ...unknown, ...twice },
  { name: 'connection closed once', fault: { kind: 'closeConnection', times: 1 }, ...applied, ...twice },
  { name: '[N4] connection reset', fault: { kind: 'resetConnection' }, ...unknown, ...twice },
  { name: 'connection ended', fault: { kind: 'endConnection' }, ...unknown, ...twice },
  { name: 'GOAWAY', fault: { kind: 'goaway', times: 1 }, ...applied, ...twice, http2Only: true },
  {
    name: 'stream refused',
    fault: { kind: 'refusedStream', times: 1 },
    ...applied,
    ...twice,
    http2Only: true,
  },
  {
    name: '[N6] stream cancelled',
    fault: { kind: 'cancelledStream' },
    ...unknown,
    ...twice,
    http2Only: true,
  },
  { name: 'slow answer', fault: { kind: 'stall', ms: 3_000 }, ...applied, areas: all },
  { name: 'no CORS headers', fault: { kind: 'noCors' }, ...unknown, ...twice },
  {
    name: 'preflight fails',
    fault: { kind: 'preflightFail' },
    before: 'notApplied',
    areas: all,
    neverArrives: true,
  },
  { name: 'redirect elsewhere', fault: { kind: 'redirectElsewhere' }, ...unknown, areas: all },
  { name: 'page of HTML, 200', fault: { kind: 'html200' }, ...unknown, areas: all },
  ofBody('answer cut', { kind: 'truncate' }),
  { name: 'JSON null', fault: { kind: 'nullJson' }, after: 'applied' },
  ofBody('broken JSON', { kind: 'badJson' }),
  ofBody('empty 200', { kind: 'emptyBody' }),
  ofBody('204', { kind: 'asStatus', status: 204 }),
  { name: '202', fault: { kind: 'asStatus', status: 202 }, after: 'applied' },
  ofBody('id left out', { kind: 'omitIds' }),
  ofBody('id in two lists', { kind: 'doubleIds' }),
  ofBody('foreign id', { kind: 'foreignIds' }),
  ofBody('lists wrapped', { kind: 'wrapped' }),
  ofBody('lists null', { kind: 'nullLists' }),
  ofBody('lists absent', { kind: 'listsAbsent' }),
  {
    name: 'one id applied, then 504',
    fault: { kind: 'partialApply' },
    after: ['applied', 'notApplied'],
    areas: drivers,
  },
  {
    name: 'one id applied, then closed',
    fault: { kind: 'partialApply', status: null },
    after: ['applied', 'notApplied'],
    areas: drivers,
  },
  { ...status(408), twice: true },
  status(407, { html: true }),
  status(409, { html: true }),
  status(421, { html: true }),
  status(425, { html: true }),
  { ...status(500), ...twice },
  { ...status(502), ...twice },
  { name: '502 of a proxy', fault: { kind: 'serverError', status: 502, html: true }, ...unknown, ...twice },
  { name: '503 of Graph', fault: { kind: 'serverError', status: 503, times: 1 }, ...applied, ...twice },
  {
    name: '503 of Graph with Retry-After',
    fault: { kind: 'serverError', status: 503, retryAfter: '3', times: 1 },
    ...applied,
  },
  { name: '503 of a proxy', fault: { kind: 'serverError', status: 503, html: true }, ...unknown, ...twice },
  { ...status(504), ...twice },
  status(507),
  status(509),
  { name: '403 of a proxy', fault: { kind: 'status', status: 403, html: true }, ...unknown },
  { name: '403 of Graph', fault: { kind: 'forbidden' }, before: 'rejected' },
  { name: '429', fault: { kind: 'throttled', times: 1 }, before: 'applied', areas: all },
  { name: '429, Retry-After 3', fault: { kind: 'throttled', retryAfter: '3', times: 1 }, before: 'applied' },
  {
    name: '429, Retry-After soon',
    fault: { kind: 'throttled', retryAfter: 'soon', times: 2 },
    before: 'applied',
  },
  { name: '401', fault: { kind: 'bare401', times: 1 }, before: 'applied', areas: all },
  { name: '401 again and again', fault: { kind: 'bare401' }, before: 'applied' },
  { name: '401 with claims', fault: { kind: 'claimsChallenge' }, before: 'applied' },
  { name: 'applied 40 s later', fault: { kind: 'lateApply', ms: 40_000 }, before: 'applied' },
  { name: 'reads lag 20 s behind', fault: { kind: 'staleRead', ms: 20_000, match: {} }, after: 'applied' },
];

for (const protocol of ['HTTP/1.1', 'HTTP/2'] as const) {
  test.describe(protocol, () => {
    test.use({ protocol });
    for (const kind of kinds) {
      // Over HTTP/1.1 the faults of HTTP/2 only close the connection, which has a line of its own.
      if (kind.http2Only && protocol !== 'HTTP/2') continue;
      for (const area of kind.areas ?? (['drivers', 'tasks', 'statuses', ...users] as const)) {
        for (const phase of ['before', 'after'] as const) {
          check(protocol, area, kind, phase, []);
          if (kind.twice && area === 'tasks') check(protocol, area, kind, phase, [{ kind: 'acceptTwice' }]);
        }
      }
    }
  });
}

function check(
  protocol: string,
  area: AreaName,
  { name, fault, neverArrives, ...kind }: Kind,
  phase: Phase,
  beside: readonly Fault[],
): void {
  const end = kind[phase];
  if (end === undefined) return;
  const what = `${area}${beside.length > 0 ? ' that start twice' : ''}: ${name}, ${phase}`;
  test(`${what} the effect`, async ({ page, tenant }, info) => {
    await runTrial(page, tenant, info, {
      line: `${what}, ${protocol}`,
      area: areas[area],
      faults: [...beside.map((other) => ({ ...other, match: {} })), { phase, ...fault }],
      ends: typeof end === 'string' ? [end] : end,
      ...(neverArrives && { neverArrives }),
    });
  });
}
