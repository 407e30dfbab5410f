import { describe, expect, it } from 'vitest';
import { minute, second } from '../tenants/clock.ts';
import { profiles, setUpFaults as setUp } from './test-faults.ts';

const isolation = 'Isolate device FIN-LT-0231';

describe('stall', () => {
  it.each(['before', 'after'] as const)('answers as usual, but late: %s the effect', async (phase) => {
    const { approve, simulator } = await setUp({ kind: 'stall', ms: 60, phase });
    const started = performance.now();
    const answer = approve();
    if (phase === 'after') await expect.poll(() => simulator.tenant.log.effects).toHaveLength(4);
    expect((await answer).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
    expect(simulator.tenant.log.effects).toHaveLength(4);
  });
});

describe('lateApply', () => {
  it('refuses now and takes effect when the tenant’s clock gets there', async () => {
    const { approve, simulator } = await setUp({ kind: 'lateApply', ms: 5 * minute });
    expect((await approve()).status).toBe(504);
    await simulator.control('POST', '/clock', { advanceMs: 5 * minute - second });
    expect(simulator.tenant.log.effects).toEqual([]);
    await simulator.control('POST', '/clock', { advanceMs: second });
    expect(simulator.tenant.log.effects).toHaveLength(4);
    const [request] = simulator.tenant.log.requests;
    expect(simulator.tenant.log.effects[0]?.requestId).toBe(request?.requestId);
  });

  it('takes effect by itself when real time gets there, with another status', async () => {
    const { approve, simulator } = await setUp({ kind: 'lateApply', ms: 20, status: 500 });
    expect((await approve()).status).toBe(500);
    await expect.poll(() => simulator.tenant.log.effects).toHaveLength(4);
  });

  it('leaves reads alone, batches of them too, and is forgotten at a reset', async () => {
    const { read, approve, simulator, token } = await setUp({ kind: 'lateApply', ms: minute });
    expect((await read()).status).toBe(200);
    const requests = [{ id: '1', method: 'GET', url: profiles }];
    const batch = await simulator.call(token, 'POST', '/$batch', { requests });
    expect(batch.json).toMatchObject({ responses: [{ status: 200 }] });
    await approve();
    await simulator.control('POST', '/reset');
    await simulator.control('POST', '/clock', { advanceMs: 2 * minute });
    expect(simulator.tenant.log.effects).toEqual([]);
  });
});

describe('staleRead', () => {
  it('shows drivers, their filter and the profile’s count as they were, until the time is over', async () => {
    const { approve, simulator, token, profileId, driverIds } = await setUp({
      kind: 'staleRead',
      ms: minute,
    });
    const drivers = `${profiles}/${profileId}/driverInventories`;
    const see = async () => {
      const one = (await simulator.call(token, 'GET', `${drivers}/${driverIds[0]}`)).json;
      const open = (await simulator.call(token, 'GET', `${drivers}?$filter=approvalStatus eq 'needsReview'`))
        .json;
      const profile = (await simulator.call(token, 'GET', `${profiles}/${profileId}`)).json;
      return {
        status: one.approvalStatus,
        date: one.deployDateTime,
        open: open['@odata.count'],
        count: profile.newUpdates,
      };
    };
    const before = await see();
    expect(before.status).toBe('needsReview');
    expect((await approve()).status).toBe(200);
    expect(simulator.tenant.log.effects).toHaveLength(4);
    expect(await see()).toEqual(before);
    simulator.tenant.clock.advance(minute);
    expect(await see()).toEqual({
      status: 'approved',
      date: '2026-12-08T05:00:00Z',
      open: Number(before.open) - 4,
      count: Number(before.count) - 4,
    });
  });

  it('shows a task and a sync as they were', async () => {
    const { simulator, token, profileId } = await setUp({ kind: 'staleRead', ms: minute });
    const task = simulator.tenant.defender.tasks().find(({ record }) => record.displayName === isolation);
    const path = `/security/incidentTasks/${task?.record.id}`;
    const see = async () => {
      const { json } = await simulator.call(token, 'GET', path);
      const profile = (await simulator.call(token, 'GET', `${profiles}/${profileId}`)).json;
      return [json.actionStatus, json.status, json.lastModifiedDateTime, profile.inventorySyncStatus];
    };
    const before = await see();
    expect((await simulator.call(token, 'POST', `${path}/executeResponseAction`)).status).toBe(204);
    expect((await simulator.call(token, 'POST', `${profiles}/${profileId}/syncInventory`)).status).toBe(204);
    expect(await see()).toEqual(before);
    simulator.tenant.clock.advance(minute);
    const after = await see();
    expect(after.slice(0, 2)).toEqual(['completed', 'completed']);
    expect(after[3]).not.toEqual(before[3]);
  });
});
