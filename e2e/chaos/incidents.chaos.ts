import { type AreaName, areas } from './areas.ts';
import type { End } from './judge.ts';
import { type Fault, runTrial } from './run-case.ts';
import { test } from './tenants.ts';

/**
 * The faults that tell the incidents’ actions apart: a change sets a state, which a read confirms; a comment that is sent
 * twice is there twice, and only the list tells whether it is there.
 */
interface Kind {
  readonly name: string;
  readonly fault: Fault;
  readonly before?: End;
  readonly after?: End;
  readonly areas?: readonly AreaName[];
}

const all: readonly AreaName[] = ['owners', 'comments'];

const unknown = { before: 'notApplied', after: 'applied' } as const;
const applied = { before: 'applied', after: 'applied' } as const;

const kinds: readonly Kind[] = [
  { name: 'connection closed', fault: { kind: 'closeConnection' }, ...unknown, areas: ['owners'] },
  // A browser repeats a request whose open connection dies: after the effect, that is a second comment.
  {
    name: 'connection closed',
    fault: { kind: 'closeConnection' },
    before: 'notApplied',
    areas: ['comments'],
  },
  { name: 'slow answer', fault: { kind: 'stall', ms: 3_000 }, ...applied },
  { name: 'answer cut', fault: { kind: 'truncate' }, after: 'applied' },
  { name: 'JSON null', fault: { kind: 'nullJson' }, after: 'applied' },
  { name: '202', fault: { kind: 'asStatus', status: 202 }, after: 'applied' },
  { name: 'page of HTML, 200', fault: { kind: 'html200' }, ...unknown },
  { name: 'no CORS headers', fault: { kind: 'noCors' }, ...unknown },
  { name: 'status 408', fault: { kind: 'status', status: 408 }, ...unknown },
  { name: 'status 409', fault: { kind: 'status', status: 409, html: true }, ...unknown },
  { name: 'status 500', fault: { kind: 'status', status: 500 }, ...unknown },
  { name: 'status 504', fault: { kind: 'status', status: 504 }, ...unknown },
  { name: '503 of a proxy', fault: { kind: 'serverError', status: 503, html: true }, ...unknown },
  { name: '503 of Graph', fault: { kind: 'serverError', status: 503 }, ...unknown, areas: ['comments'] },
  {
    name: '503 of Graph, once',
    fault: { kind: 'serverError', status: 503, times: 1 },
    ...applied,
    areas: ['owners'],
  },
  { name: '403 of Graph', fault: { kind: 'forbidden' }, before: 'rejected' },
  { name: '429', fault: { kind: 'throttled', retryAfter: '3', times: 1 }, before: 'applied' },
  { name: '401', fault: { kind: 'bare401', times: 1 }, before: 'applied' },
  { name: 'applied 40 s later', fault: { kind: 'lateApply', ms: 40_000 }, before: 'applied' },
  { name: 'reads lag 20 s behind', fault: { kind: 'staleRead', ms: 20_000, match: {} }, after: 'applied' },
];

for (const { name, fault, areas: own = all, ...ends } of kinds) {
  for (const area of own) {
    for (const phase of ['before', 'after'] as const) {
      const end = ends[phase];
      if (end === undefined) continue;
      const line = `${area}: ${name}, ${phase}`;
      test(`${line} the effect`, async ({ page, tenant }, info) => {
        const faults = [{ phase, ...fault }];
        await runTrial(page, tenant, info, { line, area: areas[area], faults, ends: [end] });
      });
    }
  }
}
