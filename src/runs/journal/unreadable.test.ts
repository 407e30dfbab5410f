import { describe, expect, it, vi } from 'vitest';
import { reduceRun } from '../model/reducer.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import type { HeadRecord } from './database.ts';
import { heldFor } from './heads.ts';
import { schemaVersion } from './records.ts';
import { giveNewBrowsers, openJournal, withDatabase } from './test-database.ts';

giveNewBrowsers();

const day = 24 * 60 * 60 * 1_000;
const noon = Date.parse('2026-12-08T12:00:00.000Z');

/** What time it is, and was when something was written. */
const at = (time: number) => vi.spyOn(Date, 'now').mockReturnValue(time);

/** A run that was begun and has sent something then, and of which something was written. */
async function write(id: string, startedAt: number, writtenAt = startedAt): Promise<void> {
  const run = runOf([stepOf('1', [itemOf('a')], { targetId: 'pilot' })], { id, startedAt });
  const sending = {
    kind: 'sending',
    stepId: '1',
    attempt: { clientRequestId: `c-${id}`, ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' },
  } as const;
  at(writtenAt);
  await openJournal().begin(run);
  await openJournal().append(reduceRun(run, sending), 0, [sending]);
  at(noon);
}

/** Ways in which a record comes to be of no use. */
const damages: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
  ['its plan is broken', (id) => change(id, 'plan', { run: {} })],
  ['an event is broken', (id) => change(id, 'event', { event: {} })],
  [
    'its plan is gone',
    (id) =>
      withDatabase(async (database) => {
        const { order } = (await database.getFromIndex('runs', 'runId', id)) ?? {};
        if (order !== undefined) await database.delete('runs', order);
      }),
  ],
];

function change(id: string, what: 'plan' | 'event', changes: object): Promise<void> {
  return withDatabase(async (database) => {
    const record = await database.getFromIndex('runs', 'runId', id);
    const event = await database.get('events', [id, 0]);
    if (record && what === 'plan') await database.put('runs', { ...record, ...changes });
    if (event && what === 'event') await database.put('events', { ...event, ...changes });
  });
}

const changeHead = (id: string, changes: (head: HeadRecord) => HeadRecord) =>
  withDatabase(async (database) => {
    const head = await database.get('heads', id);
    if (head) await database.put('heads', changes(head));
  });

const openIds = async () => [
  ...(await openJournal().readOpenItems({ tenantId: 'tenant', accountKey: 'anna' }, 'pilot', new Set())),
];
const headIds = () => withDatabase((database) => database.getAllKeys('heads'));

describe.each(damages)('an open run that nobody can read, for %s', (_why, damage) => {
  it('[M17] keeps what it has sent from being sent for forty minutes', async () => {
    await write('r', noon - heldFor);
    await damage('r');
    expect(await openIds()).toEqual(['a']);
    at(noon + 1);
    expect(await openIds()).toEqual([]);
  });

  it('does so also where its head is behind', async () => {
    await write('r', noon);
    await damage('r');
    await changeHead('r', (head) => ({ ...head, next: head.next + 1 }));
    expect(await openIds()).toEqual(['a']);
  });

  it('[M17] goes when it is old, but never because a person asks', async () => {
    await write('old', noon - 31 * day);
    await damage('old');
    await write('young', noon - 30 * day);
    await damage('young');
    // The clock was wrong when it began: it is sent just now.
    await write('fresh', noon - 31 * day, noon - heldFor);
    await damage('fresh');
    const all = await headIds();
    expect(await openJournal().remove(all)).toEqual([]);
    await openJournal().prune(noon);
    expect(await headIds()).toEqual(['fresh', 'young']);
  });
});

describe('an open run that can be read, or that a newer version can', () => {
  it('keeps what it has sent from being sent, and is kept, however old it is', async () => {
    await write('ours', noon - 31 * day);
    await write('newer plan', noon - 31 * day);
    await change('newer plan', 'plan', { run: {}, schema: schemaVersion + 1 });
    expect(await openIds()).toEqual(['a']);
    await openJournal().prune(noon);
    expect(await headIds()).toEqual(['newer plan', 'ours']);
  });

  it.each(['plan', 'event'] as const)('of a newer version, by its %s', async (what) => {
    await write('newer', noon - 31 * day);
    await change('newer', what, { [what === 'plan' ? 'run' : 'event']: {}, schema: schemaVersion + 1 });
    expect(await openIds()).toEqual(['a']);
    await openJournal().prune(noon);
    expect(await headIds()).toEqual(['newer']);
  });

  it('is not even read where it has nothing on its way to the target', async () => {
    await write('ours', noon - 31 * day);
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const asking = { tenantId: 'tenant', accountKey: 'anna' };
    expect([...(await openJournal().readOpenItems(asking, 'broad', new Set()))]).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });
});
