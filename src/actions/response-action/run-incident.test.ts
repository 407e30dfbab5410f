import { describe, expect, it } from 'vitest';
import { deviceTruths, truthFor } from '../../resources/devices/device-truth.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { incidentRun, type RunFacts } from './run-incident.ts';

const on = (id: string, actionType: string, name: string, given: Parameters<typeof testTask>[0] = {}) =>
  testTask({
    id,
    actionType,
    responseAction: { identifierValue: name, isolationType: '', deviceId: '' },
    ...given,
  });

const plain: RunFacts = {
  whyRefused: () => undefined,
  isUnknown: () => false,
  truthOf: () => undefined,
  warningOf: () => undefined,
};

function run(tasks: ReturnType<typeof on>[], facts: Partial<RunFacts> = {}) {
  const { run: able, skipped } = incidentRun(tasks, { ...plain, ...facts });
  return {
    ids: able.map(({ id }) => id),
    skipped: Object.fromEntries(skipped.map(({ task, reason }) => [task.id, reason])),
  };
}

describe('the tasks of an incident that run together', () => {
  it('contain first', () => {
    const tasks = [
      on('package', 'collectInvestigationPackage', 'A'),
      on('scan', 'runAntiVirusScan', 'A'),
      on('file', 'stopAndQuarantineFile', 'x.exe'),
      on('restrict', 'restrictAppExecution', 'B'),
      on('isolate B', 'isolateDevice', 'B'),
      on('isolate A', 'isolateDevice', 'A'),
    ];
    expect(run(tasks).ids).toEqual(['isolate B', 'isolate A', 'restrict', 'file', 'scan', 'package']);
  });

  it('leave out what can’t be run, is likely to be refused, or takes back, each with its reason', () => {
    const tasks = [
      on('closed', 'isolateDevice', 'A', { status: 'completed' }),
      on('running', 'isolateDevice', 'B', { actionStatus: 'inProgress' }),
      on('failed', 'isolateDevice', 'C', { actionStatus: 'failed' }),
      on('refused', 'isolateDevice', 'D'),
      on('unknown', 'isolateDevice', 'E'),
      on('user', 'disableUser', 'adele'),
      on('mail', 'softDeleteEmail', 'n-1'),
      on('release', 'unIsolateDevice', 'F'),
      on('text', 'text', ''),
    ];
    const { ids, skipped } = run(tasks, {
      whyRefused: ({ id }) => (id === 'refused' ? 'Refused' : undefined),
      isUnknown: ({ id }) => id === 'unknown',
    });
    expect(ids).toEqual([]);
    expect(Object.keys(skipped)).toEqual(tasks.map(({ id }) => id));
    expect(skipped).toMatchObject({
      closed: 'The task is closed',
      running: 'The action is already in progress. Last changed by Defender Experts',
      refused: 'Refused',
      unknown: expect.stringContaining('unknown'),
      user: expect.stringContaining('user action'),
      mail: expect.stringContaining('in Defender'),
      release: expect.stringContaining('by itself'),
    });
  });

  it('leave to a person what Defender Experts warn of', () => {
    const tasks = [on('server', 'isolateDevice', 'DC-02'), on('client', 'isolateDevice', 'A')];
    const warned = (text: string) =>
      run(tasks, { warningOf: ({ id }) => (id === 'server' ? text : undefined) });
    expect(warned('Contain DC-02 last.')).toEqual({
      ids: ['client'],
      skipped: { server: 'Warning by Defender Experts: “Contain DC-02 last.”' },
    });
    expect(warned(`Contain DC-02 last${' and slowly'.repeat(30)}`).skipped.server).toMatch(/slowly…”$/);
  });

  it('do the same thing once, and leave the choice where tasks differ', () => {
    const same = [
      on('first', 'isolateDevice', 'A'),
      on('second', 'isolateDevice', 'A', {
        responseAction: { identifierValue: 'A', isolationType: '', deviceId: '' },
      }),
    ];
    expect(run(same)).toMatchObject({
      ids: ['first'],
      skipped: { second: expect.stringContaining('The same') },
    });
    const full = { identifierValue: 'A', isolationType: 'full', deviceId: '' };
    const differ = [on('full', 'isolateDevice', 'A', { responseAction: full }), same[0] as (typeof same)[0]];
    expect(run(differ)).toMatchObject({ ids: [], skipped: { full: expect.stringContaining('choose one') } });
  });

  it('leave out what another incident has done or does now', () => {
    const task = on('here', 'isolateDevice', 'A');
    const withOther = (given: Parameters<typeof testTask>[0]) => {
      const all = [task, on('there', 'isolateDevice', 'A', { incident: { id: 'other' }, ...given })];
      const truths = deviceTruths(all, [], { usual: {}, started: {}, unknown: new Set() }, 0);
      return run([task], { truthOf: (one) => truthFor(one, all, [], truths) });
    };
    expect(withOther({ actionStatus: 'completed' }).skipped).toMatchObject({
      here: 'Isolated already by a task of incident other, last changed by Defender Experts.',
    });
    expect(withOther({ actionStatus: 'inProgress' }).skipped).toMatchObject({
      here: 'Done by another task on the device now. Last changed by Defender Experts',
    });
    expect(withOther({}).ids).toEqual(['here']);
    expect(withOther({ actionType: 'runAntiVirusScan', actionStatus: 'inProgress' }).ids).toEqual(['here']);
  });

  it('leave out a release, and name what it would take back, wherever that is', () => {
    const release = on('back', 'unIsolateDevice', 'A');
    const reasonBeside = (given: Parameters<typeof testTask>[0]) => {
      const all = [release, on('there', 'isolateDevice', 'A', given)];
      const truths = deviceTruths(all, [], { usual: {}, started: {}, unknown: new Set() }, 0);
      return run([release], { truthOf: (one) => truthFor(one, all, [], truths) }).skipped;
    };
    expect(reasonBeside({ incident: { id: 'other' } })).toMatchObject({
      back: expect.stringMatching(/^Takes back what “.+” does in incident other: run it by itself$/),
    });
    const here = expect.stringMatching(/^Takes back what “.+” does: run it by itself$/);
    expect(reasonBeside({})).toMatchObject({ back: here });
    expect(reasonBeside({ incident: null })).toMatchObject({ back: here });
    expect(run([release]).skipped).toMatchObject({ back: expect.stringContaining('another task') });
  });
});
