import { describe, expect, it, vi } from 'vitest';
import { type RunEvent, reduceRun } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { headOf } from './heads.ts';
import { giveNewBrowsers, openChannel, openJournal, withDatabase } from './test-database.ts';

giveNewBrowsers();

const planned = (id: string, rest: Partial<Run> = {}) => runOf([stepOf('1', [itemOf('a')])], { id, ...rest });

const sending: RunEvent = {
  kind: 'sending',
  stepId: '1',
  attempt: { clientRequestId: 'c-1', ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' },
};
const resultOf = (phase: 'answered' | 'settled'): RunEvent => ({
  kind: 'items',
  stepId: '1',
  results: [{ id: 'a', phase, outcome: phase === 'settled' ? 'confirmed' : 'unknown' }],
});
const done: RunEvent = { kind: 'state', state: 'done', at: 5 };

/** A run of which these events are written, one after the other. */
async function written(id: string, events: readonly RunEvent[], rest: Partial<Run> = {}): Promise<Run> {
  const journal = openJournal();
  let run = planned(id, rest);
  await journal.begin(run);
  for (const [number, event] of events.entries()) {
    run = reduceRun(run, event);
    await journal.append(run, number, [event]);
  }
  return run;
}

const over = [resultOf('settled'), done];

describe('a run', () => {
  it('is read as it is after its events, by any tab and at any time', async () => {
    const run = await written('r', [sending, resultOf('answered')]);
    expect(run.steps[0]).toMatchObject({ attempts: [{ ids: ['a'] }], items: [{ outcome: 'unknown' }] });
    expect(await openJournal().read('r')).toEqual({ run, next: 2 });
  });

  it('is kept by itself, before anything happens to it', async () => {
    const run = planned('r');
    await openJournal().begin(run);
    expect(await openJournal().read('r')).toEqual({ run, next: 0 });
  });

  it('takes several events at once, in their order', async () => {
    const journal = openJournal();
    const events = [sending, resultOf('answered'), resultOf('settled'), done];
    const run = events.reduce(reduceRun, planned('r'));
    await journal.begin(planned('r'));
    expect(await journal.append(run, 0, events.slice(0, 3))).toBe('written');
    expect(await journal.append(run, 3, events.slice(3))).toBe('written');
    expect(await journal.read('r')).toEqual({ run, next: 4 });
  });

  it('that is not there is not found, and takes no events', async () => {
    expect(await openJournal().read('r')).toBeUndefined();
    expect(await openJournal().append(planned('r'), 0, [sending])).toBe('gone');
    expect(await withDatabase((database) => database.count('events'))).toBe(0);
  });

  it('has no part in the events of another, whose id begins like its own', async () => {
    await written('r', [sending]);
    await written('r2', over);
    await written('r ', over);
    expect(await openJournal().read('r')).toMatchObject({ next: 1 });
  });

  it('[B2] is written strictly: what has been awaited is on disk', async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await written('r', [sending]);
    await openJournal().remove(['r']);
    const writes = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(3);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });
});

describe('the unsettled runs', () => {
  const openIds = async (tenantId = 'tenant', except: readonly string[] = []) => {
    const kept = await openJournal().readOpen(tenantId, new Set(except));
    return kept.map(({ run }) => run.id).sort();
  };

  it('are those that are not over, and those that hold what nobody knows', async () => {
    await written('begun', []);
    await written('sending', [sending]);
    await written('unknown', [resultOf('answered'), done]);
    await written('over', over);
    expect(await openIds()).toEqual(['begun', 'sending', 'unknown']);
    expect(await openIds('tenant', ['begun', 'other'])).toEqual(['sending', 'unknown']);
  });

  it('are those of one tenant', async () => {
    await written('mine', []);
    await written('theirs', [], { tenantId: 'other' });
    expect(await openIds()).toEqual(['mine']);
    expect(await openIds('other')).toEqual(['theirs']);
    expect(await openIds('')).toEqual([]);
  });
});

describe('the whole journal', () => {
  it('[B24] is told newest first, by the order in which runs began, whatever the clock said', async () => {
    await written('z', over, { startedAt: 9 });
    await written('a', [], { startedAt: 5 });
    await written('m', over, { startedAt: 7, tenantId: 'other' });
    const { runs, unreadable } = await openJournal().readAll();
    expect(runs.map(({ run }) => run.id)).toEqual(['m', 'a', 'z']);
    expect(unreadable).toBe(0);
  });

  it.each([
    ['a damaged plan', 'runs', { runId: 'x', schema: 1, run: { id: 'x' } }],
    ['a plan of a newer version', 'runs', { runId: 'x', schema: 2, run: planned('x') }],
    ['an event that nobody knows', 'events', { runId: 'x', number: 0, schema: 1, event: { kind: 'resume' } }],
  ] as const)('leaves %s alone, and counts it', async (_what, store, record) => {
    await written('r', over);
    await withDatabase(async (database) => {
      await database.put('heads', headOf(planned('x'), 0));
      if (store === 'runs') await database.add('runs', record);
      else {
        await database.add('runs', { runId: 'x', schema: 1, run: planned('x') });
        await database.add('events', record);
      }
    });
    const journal = openJournal();
    const { runs, unreadable } = await journal.readAll();
    expect(runs.map(({ run }) => run.id)).toEqual(['r']);
    expect(unreadable).toBe(1);
    expect(await journal.read('x')).toBeUndefined();
    expect(await journal.readOpen('tenant', new Set())).toEqual([]);
    await journal.remove(['x']);
    expect(await withDatabase((database) => database.count('runs'))).toBe(2);
  });

  it('tells every run with all of its events, as it is told alone', async () => {
    await written('one', [sending, resultOf('answered'), ...over]);
    await written('two', [sending]);
    await written('three', []);
    const journal = openJournal();
    const alone = await Promise.all(['three', 'two', 'one'].map((id) => journal.read(id)));
    expect((await journal.readAll()).runs).toEqual(alone);
    expect(alone.map((kept) => kept?.next)).toEqual([0, 1, 4]);
    const heads = await withDatabase((database) => database.getAll('heads'));
    expect(heads.map(({ runId, next }) => [runId, next])).toEqual([
      ['one', 4],
      ['three', 0],
      ['two', 1],
    ]);
  });

  it('bears half of a run: a plan without its head, and a head without its plan', async () => {
    await openJournal().readAll();
    await withDatabase(async (database) => {
      await database.add('runs', { runId: 'x', schema: 1, run: planned('x') });
      await database.put('heads', headOf(planned('y'), 0));
    });
    const journal = openJournal();
    expect(await journal.readAll()).toEqual({ runs: [], unreadable: 1 });
    expect(await journal.read('x')).toBeUndefined();
    expect(await journal.read('y')).toBeUndefined();
    expect(await journal.readOpen('tenant', new Set())).toEqual([]);
  });
});

describe('other tabs', () => {
  it('are told that something was written, and not what', async () => {
    const heard: unknown[] = [];
    openChannel().addEventListener('message', ({ data }: MessageEvent<unknown>) => heard.push(data));
    await written('r', [sending, ...over]);
    await openJournal().remove(['r']);
    await expect.poll(() => heard).toHaveLength(5);
    expect(new Set(heard.map((data) => JSON.stringify(data)))).toEqual(new Set(['{"runId":"r"}']));
  });

  it('[M12 SR-34] are listened to for ids alone: a forged id is nothing', async () => {
    const forger = openChannel();
    const heard: string[] = [];
    const stop = openJournal().onChange((runId) => heard.push(runId));
    const forged = [null, undefined, 'r', 5, [], {}, { runId: 5 }, { runId: { toString: 'r' } }, { id: 'r' }];
    for (const data of forged) forger.postMessage(data);
    forger.postMessage({ runId: 'r', run: planned('r'), state: 'running' });
    await expect.poll(() => heard).toEqual(['r']);
    stop();
    const witness = openJournal();
    const last = new Promise((resolve) => witness.onChange(resolve));
    forger.postMessage({ runId: 'later' });
    expect(await last).toBe('later');
    expect(heard).toEqual(['r']);
  });
});
