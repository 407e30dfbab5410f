import { describe, expect, it } from 'vitest';
import { setUpFaults as setUp } from './test-faults.ts';

describe('partialApply', () => {
  it.each([
    [504, 504, 'GatewayTimeout'],
    [503, 503, 'UnknownError'],
  ])('acts on the first ids, then answers %i', async (status, answered, code) => {
    const { approve, simulator, driverIds } = await setUp({ kind: 'partialApply', count: 3, status });
    const reply = await approve();
    expect([reply.status, reply.json]).toEqual([
      answered,
      { error: expect.objectContaining({ code, innerError: expect.anything() }) },
    ]);
    const changed = simulator.tenant.log.effects.map(({ driverId }) => driverId);
    expect(changed).toEqual(driverIds.slice(0, 3));
    // What was asked for is logged as it came.
    expect(simulator.tenant.log.requests.at(-1)?.body).toMatchObject({ driverIds });
  });

  it('closes the connection with null', async () => {
    const { approve, simulator } = await setUp({ kind: 'partialApply', status: null });
    await approve().catch(() => undefined);
    expect(simulator.tenant.log.requests.at(-1)).toMatchObject({ status: null, broken: 'close' });
    expect(simulator.tenant.log.effects).toHaveLength(1);
  });

  it('is not about other requests', async () => {
    const { read, readTasks } = await setUp({ kind: 'partialApply' });
    expect([(await read()).status, (await readTasks()).status]).toEqual([200, 200]);
  });
});

describe('acceptTwice', () => {
  const setUpStart = async (...faults: Parameters<typeof setUp>) => {
    const { simulator, token } = await setUp(...faults);
    const task = simulator.tenant.defender
      .tasks()
      .find(({ record }) => record.actionType === 'isolateDevice' && record.actionStatus === 'notStarted');
    const path = `/security/incidentTasks/${task?.record.id}/executeResponseAction`;
    return { log: simulator.tenant.log, start: () => simulator.call(token, 'POST', path, {}) };
  };

  it('starts once more what was started before, and the log tells', async () => {
    const { start, log } = await setUpStart({ kind: 'acceptTwice' });
    expect([(await start()).status, (await start()).status]).toEqual([204, 204]);
    expect([log.effects.length, log.noChanges.length]).toEqual([1, 1]);
  });

  it('goes together with another fault', async () => {
    const { start, log } = await setUpStart(
      { kind: 'acceptTwice' },
      { kind: 'serverError', status: 504, phase: 'after' },
    );
    expect([(await start()).status, (await start()).status]).toEqual([504, 504]);
    expect([log.effects.length, log.noChanges.length]).toEqual([1, 1]);
    expect(log.requests.at(-1)?.fault).toBe('fault-2');
  });

  it('is over when switched off', async () => {
    const { start } = await setUpStart({ kind: 'acceptTwice', times: 1 });
    expect([(await start()).status, (await start()).status]).toEqual([204, 400]);
  });
});

describe('the log', () => {
  it('tells a proxy’s page from Graph’s own answer', async () => {
    const { read, simulator } = await setUp({ kind: 'serverError', html: true, times: 1 });
    await read();
    await read();
    expect(simulator.tenant.log.requests.map(({ byProxy }) => byProxy)).toEqual([true, false]);
  });
});
