import { areas } from './areas.ts';
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
    }
  });
}
