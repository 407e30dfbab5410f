import { describe, expect, it, vi } from 'vitest';
import { type RunEvent, reduceRun } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import type { HeadRecord } from './database.ts';
import { outlived } from './heads.ts';
import { schemaVersion } from './records.ts';
import { giveNewBrowsers, openChannel, openJournal, withDatabase } from './test-database.ts';

giveNewBrowsers();

const day = 24 * 60 * 60 * 1_000;
const now = 100 * day;
const headOf = (runId: string, startedAt: number, open: 0 | 1 = 0): HeadRecord => ({
  runId,
  tenantId: 'tenant',
  accountKey: 'anna',
  open,
  next: 0,
  openItems: [],
  startedAt,
  writtenAt: startedAt,
});

/** A run that is over, or one that is not. */
async function write(id: string, startedAt: number, isOver: boolean, journal = openJournal()): Promise<void> {
  const events: readonly RunEvent[] = [
    { kind: 'items', stepId: '1', results: [{ id: 'a', phase: 'settled', outcome: 'confirmed' }] },
    ...(isOver ? [{ kind: 'state', state: 'done', at: startedAt } as const] : []),
  ];
  const run: Run = runOf([stepOf('1', [itemOf('a')])], { id, startedAt });
  await journal.begin(run);
  await journal.append(events.reduce(reduceRun, run), 0, events);
}

const idsOf = async () => (await openJournal().readAll()).runs.map(({ run }) => run.id).sort();

/** How many records are left of each kind. */
const counts = () =>
  withDatabase(async (database) => [
    await database.count('runs'),
    await database.count('heads'),
    await database.count('events'),
  ]);

describe('what is over is kept', () => {
  it('[SR-30] for thirty days', () => {
    const heads = [
      headOf('young', now - 30 * day),
      headOf('old', now - 30 * day - 1),
      headOf('next', now + day),
    ];
    expect(outlived(heads, now)).toEqual(['old']);
  });

  it('as long as it is among the thousand newest', () => {
    const heads = Array.from({ length: 1_003 }, (_, index) =>
      headOf(`${index}`, now - (index % 7) * 1_000 - index),
    );
    const newest = [...heads].sort((a, b) => b.startedAt - a.startedAt).map(({ runId }) => runId);
    expect(outlived(heads, now)).toEqual(newest.slice(1_000));
    expect(outlived(heads.slice(3), now)).toEqual([]);
  });

  it('and what is open is kept for good, and takes no place from the others', () => {
    const open = Array.from({ length: 1_000 }, (_, index) => headOf(`open ${index}`, index, 1));
    expect(outlived([...open, headOf('over', now)], now)).toEqual([]);
  });

  it('until it is pruned', async () => {
    await write('old', now - 31 * day, true);
    await write('open', now - 31 * day, false);
    await write('young', now, true);
    await openJournal().prune(now);
    expect(await idsOf()).toEqual(['open', 'young']);
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await openJournal().prune(now);
    // Nothing is written where nothing goes.
    expect(new Set(transactions.mock.calls.map(([, mode]) => mode))).toEqual(new Set(['readonly']));
    expect(await counts()).toEqual([2, 2, 3]);
  });
});

describe('a clock that is wrong', () => {
  const journalAt = (earliest: number) => openJournal({ earliest: () => earliest });

  it('takes no new run for old by being ahead', async () => {
    await write('old', now - 31 * day, true);
    await write('young', now - day, true);
    await journalAt(now).prune(now + 40 * day);
    expect(await idsOf()).toEqual(['young']);
  });

  it('[B24] takes no new run for old by having been behind when it began', async () => {
    await write('old', now - 31 * day, true);
    await write('young', now - 31 * day, true, journalAt(now - 3_600_000));
    await journalAt(now).prune(now);
    expect(await idsOf()).toEqual(['young']);
    // It is told as it was begun.
    expect((await openJournal().read('young'))?.run.startedAt).toBe(now - 31 * day);
  });

  it('keeps by its time where it is behind', async () => {
    await write('young', now - 31 * day, true);
    await journalAt(now).prune(now - 5 * day);
    expect(await idsOf()).toEqual(['young']);
  });
});

describe('deleting', () => {
  it('tells which runs went', async () => {
    await write('over', now, true);
    await write('open', now, false);
    expect(await openJournal().remove(['over', 'open', 'never was'])).toEqual(['over']);
    expect(await openJournal().remove([])).toEqual([]);
  });

  it('leaves by age what a person opens again meanwhile', async () => {
    await write('old', now - 31 * day, true);
    const other = openJournal();
    // Its connection is open before it is needed.
    await other.hashOf('anna');
    const { run, next } = (await other.read('old')) ?? expect.fail('It is there');
    const opened: RunEvent = {
      kind: 'items',
      stepId: '1',
      results: [{ id: 'a', phase: 'answered', outcome: 'unknown' }],
    };
    // Its place is between what the pruning reads and what it deletes.
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    let reopening: Promise<unknown> = Promise.resolve();
    getAll.mockImplementationOnce(function (this: IDBObjectStore) {
      getAll.mockRestore();
      reopening = other.append(reduceRun(run, opened), next, [opened]);
      return this.getAll();
    });
    await openJournal().prune(now);
    expect(await reopening).toBe('written');
    expect(await idsOf()).toEqual(['old']);
  });

  it('leaves nothing of a run behind, and nothing of others away', async () => {
    await write('gone', now, true);
    await write('stays', now, true);
    await openJournal().remove(['gone', 'never was']);
    expect(await idsOf()).toEqual(['stays']);
    expect(await counts()).toEqual([1, 1, 2]);
  });

  it('leaves what is open, also when a person asks for it', async () => {
    await write('open', now, false);
    await openJournal().remove(['open']);
    expect(await idsOf()).toEqual(['open']);
  });

  it('takes away what is left of a run without a plan', async () => {
    await write('half', now, true);
    await withDatabase((database) => database.clear('runs'));
    await openJournal().remove(['half']);
    expect(await counts()).toEqual([0, 0, 0]);
  });
});

describe('what a newer version wrote is left alone, even when a person asks', () => {
  const old = now - 40 * day;

  /** A run of 40 days ago, of which a newer version wrote the plan or an event; and one that is like it, but ours. */
  async function writeNewer(what: 'plan' | 'event'): Promise<void> {
    await write('newer', old, true);
    await write('ours', old, true);
    await withDatabase(async (database) => {
      const record = await database.getFromIndex('runs', 'runId', 'newer');
      if (record && what === 'plan') await database.put('runs', { ...record, schema: schemaVersion + 1 });
      const event = await database.get('events', ['newer', 1]);
      if (event && what === 'event') await database.put('events', { ...event, schema: schemaVersion + 1 });
    });
  }

  it.each(['plan', 'event'] as const)('by age: %s', async (what) => {
    await writeNewer(what);
    await openJournal().prune(now);
    expect(await counts()).toEqual([1, 1, 2]);
    expect(await openJournal().readAll()).toEqual({ runs: [], unreadable: 1 });
  });

  it.each(['plan', 'event'] as const)('by name: %s', async (what) => {
    const heard: unknown[] = [];
    await writeNewer(what);
    openChannel().addEventListener('message', ({ data }: MessageEvent<unknown>) => heard.push(data));
    await openJournal().remove(['newer', 'ours']);
    expect(await counts()).toEqual([1, 1, 2]);
    await expect.poll(() => heard).toEqual([{ runId: 'ours' }]);
  });

  it('but not what is damaged', async () => {
    await write('damaged', old, true);
    await withDatabase(async (database) => {
      const record = await database.getFromIndex('runs', 'runId', 'damaged');
      if (record) await database.put('runs', { ...record, run: {} });
    });
    await openJournal().prune(now);
    expect(await counts()).toEqual([0, 0, 0]);
  });
});
