import { expect } from '@playwright/test';
import type { Tenant } from '../support/tenant.ts';
import { type Area, areas, manyDrivers, oneTask } from './areas.ts';
import { type Fault, runTrial } from './run-case.ts';
import { test } from './tenants.ts';

/** What the reads meet that find out about an action whose answer was lost after its effect. */
const kinds: Readonly<Record<string, Fault>> = {
  'an unknown status': { kind: 'unknownEnum', count: 500, times: 2 },
  'a next page elsewhere': { kind: 'evilNextLink', times: 2 },
  'a next page that is the same': { kind: 'loopNextLink', times: 2 },
  'an empty first page': { kind: 'emptyPage', times: 2 },
  'broken JSON': { kind: 'badJson', times: 2 },
  'a page of HTML': { kind: 'html200', times: 2 },
  'a redirect elsewhere': { kind: 'redirectElsewhere', times: 2 },
  '429': { kind: 'throttled', retryAfter: '3', times: 1 },
};

const lost: Fault = { kind: 'closeConnection', phase: 'after' };
const status = { drivers: 'approvalStatus', tasks: 'actionStatus' } as const;

/** The simulator's wait is real: the page's clock may not run ahead while a read is told to wait. */
async function untilWaitIsOver(tenant: Tenant): Promise<void> {
  const isOver = async () => {
    const { requests } = await tenant.log();
    const told = requests.find(({ method, status }) => method === 'GET' && status === 429);
    return requests.some(
      ({ method, status, seq }) => told && seq > told.seq && method === 'GET' && status === 200,
    );
  };
  await expect.poll(isOver, { timeout: 30_000 }).toBe(true);
}

for (const protocol of ['HTTP/1.1', 'HTTP/2'] as const) {
  test.describe(protocol, () => {
    test.use({ protocol });
    for (const [what, area] of [
      ['drivers', areas.drivers],
      ['tasks', oneTask],
    ] as const) {
      for (const [name, fault] of Object.entries(kinds)) {
        const property = fault.kind === 'unknownEnum' ? { property: status[what] } : {};
        check(protocol, what, area, name, { ...fault, ...property });
      }
    }
    check(protocol, 'drivers', manyDrivers, 'an expired link', { kind: 'expiredNextLink', times: 1 });
    check(protocol, 'drivers', manyDrivers, 'a gone link', {
      kind: 'expiredNextLink',
      status: 410,
      times: 1,
    });
  });
}

function check(protocol: string, areaName: string, area: Area, name: string, fault: Fault): void {
  const what = `${areaName}: closed after the effect, and ${name} when it is read`;
  test(what, async ({ page, tenant }, info) => {
    await runTrial(page, tenant, info, {
      line: `${what}, ${protocol}`,
      area,
      faults: [lost],
      later: [{ ...fault, match: area.reads }],
      ends: ['applied'],
      ...(fault.kind === 'throttled' && { meanwhile: (_page, of) => untilWaitIsOver(of) }),
    });
  });
}
