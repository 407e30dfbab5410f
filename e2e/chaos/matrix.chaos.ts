import { expect, type Page } from '@playwright/test';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { audio, decide, openTasks, outcomesOn, pen, runActions } from '../support/actions.ts';
import { openProfile, signIn } from '../support/test.ts';
import { judge, tidyUp, untilAtRest } from './desk.ts';
import { report } from './tally.ts';
import { test } from './tenants.ts';

type Phase = 'before' | 'after';

interface Kind {
  readonly name: string;
  readonly fault: Readonly<Record<string, unknown>>;
  /** Where it makes sense; both unless it says so. */
  readonly phases?: readonly Phase[];
  /** executeAction alone has such an answer. */
  readonly driversOnly?: boolean;
}

const status = (code: number, rest: Record<string, unknown> = {}): Kind => ({
  name: `status ${code}`,
  fault: { kind: 'status', status: code, ...rest },
});

/** After the effect an answer that was written by Graph itself, and says "refused", would be a lie of Graph's. */
const onlyBefore: readonly Phase[] = ['before'];
const onlyAfter: readonly Phase[] = ['after'];

const kinds: readonly Kind[] = [
  { name: 'connection closed', fault: { kind: 'closeConnection' } },
  { name: 'connection closed once', fault: { kind: 'closeConnection', times: 1 } },
  { name: 'connection reset', fault: { kind: 'resetConnection' } },
  { name: 'connection ended', fault: { kind: 'endConnection' } },
  { name: 'GOAWAY', fault: { kind: 'goaway', times: 1 } },
  { name: 'stream refused', fault: { kind: 'refusedStream', times: 1 } },
  { name: 'stream cancelled', fault: { kind: 'cancelledStream' } },
  { name: 'answer cut', fault: { kind: 'truncate' }, phases: onlyAfter },
  { name: 'slow answer', fault: { kind: 'stall', ms: 3_000 } },
  { name: 'no CORS headers', fault: { kind: 'noCors' } },
  { name: 'preflight fails', fault: { kind: 'preflightFail' }, phases: onlyBefore },
  { name: 'redirect elsewhere', fault: { kind: 'redirectElsewhere' } },
  { name: 'page of HTML, 200', fault: { kind: 'html200' } },
  { name: 'JSON null', fault: { kind: 'nullJson' }, phases: onlyAfter },
  { name: 'broken JSON', fault: { kind: 'badJson' }, phases: onlyAfter, driversOnly: true },
  { name: 'empty 200', fault: { kind: 'emptyBody' }, phases: onlyAfter, driversOnly: true },
  { name: '204', fault: { kind: 'asStatus', status: 204 }, phases: onlyAfter, driversOnly: true },
  { name: '202', fault: { kind: 'asStatus', status: 202 }, phases: onlyAfter },
  { name: 'id left out', fault: { kind: 'omitIds' }, phases: onlyAfter, driversOnly: true },
  { name: 'id in two lists', fault: { kind: 'doubleIds' }, phases: onlyAfter, driversOnly: true },
  { name: 'foreign id', fault: { kind: 'foreignIds' }, phases: onlyAfter, driversOnly: true },
  { name: 'lists null', fault: { kind: 'nullLists' }, phases: onlyAfter, driversOnly: true },
  { name: 'lists absent', fault: { kind: 'listsAbsent' }, phases: onlyAfter, driversOnly: true },
  status(408),
  status(409, { html: true }),
  status(421, { html: true }),
  status(425, { html: true }),
  status(500),
  status(502),
  { name: '502 of a proxy', fault: { kind: 'serverError', status: 502, html: true } },
  { name: '503 of Graph', fault: { kind: 'serverError', status: 503, times: 1 } },
  {
    name: '503 of Graph with Retry-After',
    fault: { kind: 'serverError', status: 503, retryAfter: '3', times: 1 },
  },
  { name: '503 of a proxy', fault: { kind: 'serverError', status: 503, html: true } },
  status(504),
  status(507),
  { name: '403 of a proxy', fault: { kind: 'status', status: 403, html: true } },
  { name: '403 of Graph', fault: { kind: 'forbidden' }, phases: onlyBefore },
  { name: '429', fault: { kind: 'throttled', times: 1 }, phases: onlyBefore },
  { name: '429, Retry-After 3', fault: { kind: 'throttled', retryAfter: '3', times: 1 }, phases: onlyBefore },
  {
    name: '429, Retry-After soon',
    fault: { kind: 'throttled', retryAfter: 'soon', times: 2 },
    phases: onlyBefore,
  },
  { name: '401', fault: { kind: 'bare401', times: 1 }, phases: onlyBefore },
  { name: '401 again and again', fault: { kind: 'bare401' }, phases: onlyBefore },
  { name: 'applied 40 s later', fault: { kind: 'lateApply', ms: 40_000 }, phases: onlyBefore },
  { name: 'reads lag 20 s behind', fault: { kind: 'staleRead', ms: 20_000 }, phases: onlyAfter },
];

const areas = {
  drivers: { persona: 'driver.admin', action: { method: 'POST', path: 'executeAction' } },
  tasks: { persona: 'soc.operator', action: { method: 'POST', path: 'executeResponseAction' } },
} as const;
const isolations = ['Isolate device FIN-LT-0231', 'Isolate device FIN-LT-0244'];

async function act(page: Page, area: keyof typeof areas): Promise<void> {
  if (area === 'drivers') {
    await decide(page, page.getByRole('grid', { name: 'Drivers' }), 'Approve', [pen, audio]);
  } else {
    await runActions(page, page.getByRole('grid', { name: 'Incident tasks' }), isolations, 'Run 2 actions');
  }
}

for (const protocol of ['HTTP/1.1', 'HTTP/2'] as const) {
  test.describe(protocol, () => {
    test.use({ protocol });
    for (const [area, { persona, action }] of Object.entries(areas)) {
      for (const { name, fault, phases = ['before', 'after'], driversOnly } of kinds) {
        if (driversOnly && area !== 'drivers') continue;
        for (const phase of phases) {
          test(`${area}: ${name}, ${phase} the effect`, async ({ page, tenant }, info) => {
            await page.clock.install();
            await signIn(page, tenant, persona);
            if (area === 'drivers') await openProfile(page, pilotRingName);
            else await openTasks(page);
            const match = fault.kind === 'staleRead' ? {} : action;
            await tenant.fault({ phase, ...fault, match });
            await act(page, area === 'drivers' ? 'drivers' : 'tasks');
            await expect(outcomesOn(page)).toBeVisible();
            await untilAtRest(page, tenant);
            await tenant.clearFaults();
            const { runs, started } = await tidyUp(page, tenant);
            const { tally, details } = await judge(`${area}: ${name}, ${phase}`, tenant, runs, 1 + started);
            await report(info, tally, details);
          });
        }
      }
    }
  });
}
