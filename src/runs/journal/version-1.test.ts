import { type DBSchema, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { type RunEvent, reduceRun } from '../reducer.ts';
import { giveNewBrowsers, openJournal, withDatabase } from './test-database.ts';
import { upgrades } from './upgrades.ts';

giveNewBrowsers();

/** What version 1 wrote, word by word: a run of two drivers, sent and answered. */
const plan = {
  id: 'id-2',
  title: 'Approve drivers',
  intent: { kind: 'drivers', action: 'approve', deployAt: null },
  note: '',
  tenantId: 'tenant',
  accountKey: 'hash',
  startedAt: 1_796_000_000_000,
  endedAt: null,
  state: 'running',
  steps: [
    {
      id: 'id-1',
      targetId: 'pilot',
      targetName: 'Profile pilot',
      items: ['a', 'b'].map((id) => ({
        id,
        name: `Driver ${id}`,
        detail: '1.0',
        before: 'needsReview',
        undo: '',
        pre: '',
        phase: 'planned',
        outcome: null,
        reason: '',
      })),
      attempts: [],
      problem: null,
    },
  ],
  touches: [['profiles']],
  waitingUntil: null,
  pausedBecause: null,
  cancelled: false,
};
const attempt = { clientRequestId: 'c-1', ids: ['a', 'b'], sentAt: '2026-11-30T00:53:21.000Z' };
const end = { endedAt: '2026-11-30T00:53:22.000Z', requestId: 'r-1', status: 200 };
const results = [
  { id: 'a', phase: 'answered', outcome: 'successful', reason: '' },
  { id: 'b', phase: 'answered', outcome: 'failed', reason: 'Intune gave no reason' },
];
const events = [
  { kind: 'waiting', until: 1_796_000_000_444.5 },
  { kind: 'sending', stepId: 'id-1', attempt },
  { kind: 'answered', stepId: 'id-1', clientRequestId: 'c-1', end },
  { kind: 'items', stepId: 'id-1', results },
];

interface Version1 extends DBSchema {
  runs: { key: number; value: object; indexes: { runId: string } };
  events: { key: [string, number]; value: object };
  heads: { key: string; value: object; indexes: { open: [string, number] } };
  meta: { key: string; value: string };
}

/** The database as version 1 left it. */
async function leaveVersion1(): Promise<void> {
  const database = await openDB<Version1>('actiondesk', 1, {
    upgrade(fresh) {
      const runs = fresh.createObjectStore('runs', { keyPath: 'order', autoIncrement: true });
      runs.createIndex('runId', 'runId', { unique: true });
      fresh.createObjectStore('events', { keyPath: ['runId', 'number'] });
      fresh.createObjectStore('heads', { keyPath: 'runId' }).createIndex('open', ['tenantId', 'open']);
      fresh.createObjectStore('meta');
    },
  });
  await database.add('runs', { runId: 'id-2', schema: 1, run: plan });
  for (const [number, event] of events.entries()) {
    await database.add('events', { runId: 'id-2', number, event });
  }
  await database.add('heads', {
    runId: 'id-2',
    tenantId: 'tenant',
    startedAt: 1_796_000_000_000,
    open: 1,
    next: 4,
  });
  database.close();
}

const settled: RunEvent = {
  kind: 'items',
  stepId: 'id-1',
  results: [{ id: 'a', phase: 'settled', outcome: 'confirmed', reason: 'Read again' }],
};

/** The run as the journal has it. */
async function kept(journal = openJournal()) {
  const found = await journal.read('id-2');
  if (!found) throw new Error('The run cannot be read');
  return found;
}

describe('a run that version 1 kept', () => {
  it('is read with everything that happened to it', async () => {
    await leaveVersion1();
    const journal = openJournal();
    const { run, next } = await kept(journal);
    expect(next).toBe(4);
    expect(run).toEqual({
      ...plan,
      follows: null,
      mustType: false,
      waitingUntil: 1_796_000_000_445,
      steps: plan.steps.map((step) => ({
        ...step,
        items: step.items.map((item, index) => ({ ...item, left: null, ...results[index] })),
        attempts: [{ ...attempt, ...end }],
      })),
    });
    expect(await journal.readAll()).toEqual({ runs: [{ run, next }], unreadable: 0 });
    expect(await journal.readOpen('tenant', new Set())).toEqual([{ run, next }]);
    expect(await journal.readOpenItems(run, 'pilot', new Set())).toEqual(new Set(['a']));
  });

  it('is gone on with by this version, which leaves what is written as it is', async () => {
    await leaveVersion1();
    const { run, next } = await kept();
    const after = reduceRun(run, settled);
    expect(await openJournal().append(after, next, [settled])).toBe('written');
    expect(await kept()).toEqual({ run: after, next: 5 });
    const written = await withDatabase((database) => database.getAll('events'));
    expect(written.map(({ event }) => event)).toEqual([...events, settled]);
    expect(written.map(({ schema }) => schema)).toEqual([undefined, undefined, undefined, undefined, 2]);
  });

  it('is brought up once: its plan and its events, and none that this version added', async () => {
    await leaveVersion1();
    const mark = (text: unknown) => `${String(text)}+`;
    const journal = openJournal({
      upgrades: {
        1: {
          run: (record) => {
            const brought = upgrades[1]?.run(record);
            return { ...Object(brought), title: mark(Reflect.get(Object(brought), 'title')) };
          },
          event: (record) => {
            const changed: unknown = JSON.parse(JSON.stringify(record), (key, value: unknown) =>
              key === 'reason' ? mark(value) : value,
            );
            return changed;
          },
        },
      },
    });
    const { run, next } = await kept(journal);
    await journal.append(reduceRun(run, settled), next, [settled]);
    const { title, steps } = (await kept(journal)).run;
    expect(title).toBe('Approve drivers+');
    expect(steps[0]?.items.map(({ reason }) => reason)).toEqual(['Read again', 'Intune gave no reason+']);
  });
});

describe('an event', () => {
  it.each([3, 0, 1.5, '1', null])('of version %j keeps its run from being read', async (schema) => {
    await leaveVersion1();
    await withDatabase((database) =>
      // What nobody wrote has no type.
      database.put('events', { runId: 'id-2', number: 4, schema: schema as number, event: settled }),
    );
    expect(await openJournal().read('id-2')).toBeUndefined();
    expect(await openJournal().readAll()).toEqual({ runs: [], unreadable: 1 });
  });
});
