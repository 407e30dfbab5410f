import { expect } from '@playwright/test';
import { areas } from './areas.ts';
import { runTrial, untilArrived } from './run-case.ts';
import { test } from './tenants.ts';

const wait = 90_000;

for (const phase of ['before', 'after'] as const) {
  test(`[N9] an answer that takes 90 s, ${phase} the effect: nothing is sent beside it`, async ({
    page,
    tenant,
  }, info) => {
    await runTrial(page, tenant, info, {
      line: `drivers: answer after 90 s, ${phase}, HTTP/1.1`,
      area: areas.drivers,
      faults: [{ kind: 'stall', ms: 5_000, phase }],
      ends: ['applied'],
      // Time passes for the page and for the tenant; nobody has to sit through it.
      async meanwhile() {
        await untilArrived(tenant);
        await tenant.advance(wait);
        await page.clock.fastForward(wait);
      },
    });
  });
}

/** How long the app waits for the answer of an action: in real time, which no test can hurry. */
const ownTimeout = 120_000;

for (const [area, protocol] of [
  ['drivers', 'HTTP/1.1'],
  ['tasks', 'HTTP/2'],
] as const) {
  test.describe(protocol, () => {
    test.use({ protocol });
    test(`[N10] ${area}: our own timeout passes, and the service acts later`, async ({
      page,
      tenant,
    }, info) => {
      test.setTimeout(5 * ownTimeout);
      await runTrial(page, tenant, info, {
        line: `${area}: no answer within 120 s, applied later, ${protocol}`,
        area: areas[area],
        faults: [
          { kind: 'latency', ms: ownTimeout + 1_000, times: 1 },
          { kind: 'stall', ms: null, phase: 'after', times: 1 },
        ],
        ends: ['applied'],
        async meanwhile() {
          // Tasks go one by one: the late effect is that of the first, and the second's may come before it.
          const changed = async () => {
            const { effects } = await tenant.log();
            return new Set(effects.map(({ driverId, taskId }) => driverId ?? taskId)).size;
          };
          await expect.poll(changed, { intervals: [1_000], timeout: ownTimeout + 30_000 }).toBe(2);
        },
      });
    });
  });
}
