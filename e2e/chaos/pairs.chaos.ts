import { areas, oneTask } from './areas.ts';
import { type Fault, runTrial } from './run-case.ts';
import { test } from './tenants.ts';

/** What the browser's own repetition may meet, after the first sending took effect and its connection was closed. */
const answers: Readonly<Record<string, Fault>> = {
  '401': { kind: 'bare401' },
  '401 with claims': { kind: 'claimsChallenge' },
  '403': { kind: 'forbidden' },
  '429': { kind: 'throttled' },
  '400': { kind: 'status', status: 400, code: 'BadRequest' },
  '409': { kind: 'status', status: 409 },
  '503 of Graph': { kind: 'serverError', status: 503 },
};

/** What the app's own repetition may meet, after a 503 whose effect is still to come: it speaks for itself alone. */
const refusals: Readonly<Record<string, Fault>> = {
  '429 for twenty minutes': { kind: 'throttled', retryAfter: '1200' },
  '400': { kind: 'status', status: 400, code: 'BadRequest' },
  '403': { kind: 'forbidden' },
};

for (const protocol of ['HTTP/1.1', 'HTTP/2'] as const) {
  test.describe(protocol, () => {
    test.use({ protocol });
    for (const area of ['drivers', 'tasks'] as const) {
      for (const [name, fault] of Object.entries(answers)) {
        for (const twice of area === 'tasks' ? [false, true] : [false]) {
          const what = `${area}${twice ? ' that start twice' : ''}: closed, then ${name} for the repetition`;
          test(what, async ({ page, tenant }, info) => {
            const pair: readonly Fault[] = [
              { kind: 'closeConnection', phase: 'after', times: 1 },
              { ...fault, times: 1 },
            ];
            await runTrial(page, tenant, info, {
              line: `${what}, ${protocol}`,
              area: areas[area],
              faults: [...(twice ? [{ kind: 'acceptTwice', match: {} }] : []), ...pair],
              ends: ['applied'],
            });
          });
        }
      }
      for (const [name, fault] of Object.entries(refusals)) {
        const what = `${area}: 503 and an effect 40 s later, then ${name} when it is sent again`;
        test(what, async ({ page, tenant }, info) => {
          await runTrial(page, tenant, info, {
            line: `${what}, ${protocol}`,
            // One target: another one would meet the second fault in its first request.
            area: area === 'tasks' ? oneTask : areas.drivers,
            faults: [
              { kind: 'lateApply', status: 503, ms: 40_000, times: 1 },
              { ...fault, times: 1 },
            ],
            ends: ['applied'],
          });
        });
      }
    }
  });
}
