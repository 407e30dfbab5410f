import type { IDBPTransaction } from 'idb';
import { ProblemError } from '../../lib/problem.ts';
import { type OpenItems, openItemsOf } from '../open-items.ts';
import {
  type Connection,
  createConnection,
  type EventRecord,
  type HeadRecord,
  type JournalDatabase,
  type JournalSchema,
} from './database.ts';
import { headOf, isForsaken, isLeft, isOutlived, openItemsIn, outlived } from './heads.ts';
import { type History, type Journal, journalProblem, type KeptRun } from './journal.ts';
import { schemaVersion, toRecord } from './records.ts';
import { type Upgrades, upgrades } from './upgrades.ts';
import { assemble, isDamaged, isNewer, type WrittenRun } from './written-run.ts';

/** Tabs tell one another by this name that something was written. */
export const channelName = 'actiondesk-journal';

export interface IndexedJournalOptions {
  readonly connection?: Connection;
  readonly upgrades?: Upgrades;
  readonly channel?: BroadcastChannel | undefined;
}

const allStores = ['runs', 'events', 'heads', 'meta'] as const;
type Writing = IDBPTransaction<JournalSchema, typeof allStores, 'readwrite'>;

/** The journal in IndexedDB. A write is over when it is on disk (strict durability). */
export function createIndexedJournal(options: IndexedJournalOptions = {}): Journal {
  const { connection = createConnection(), upgrades: table = upgrades } = options;
  const { channel = new BroadcastChannel(channelName) } = options;

  let salt: string | undefined;

  /** One transaction over everything; what it throws, and what its commit fails by, is a `ProblemError`. */
  async function write<Result>(work: (transaction: Writing) => Promise<Result>): Promise<Result> {
    const database = await connection.open();
    try {
      const transaction = database.transaction(allStores, 'readwrite', { durability: 'strict' });
      const done = transaction.done;
      // A commit can fail after every request has worked (a full disk): only this says so.
      done.catch(() => undefined);
      const result = await work(transaction);
      await done;
      return result;
    } catch (error) {
      throw new ProblemError(journalProblem(error));
    }
  }

  async function read<Result>(work: (database: JournalDatabase) => Promise<Result>): Promise<Result> {
    const database = await connection.openToRead();
    try {
      return await work(database);
    } catch (error) {
      throw new ProblemError(journalProblem(error));
    }
  }

  async function readWritten(database: JournalDatabase, runId: string): Promise<WrittenRun> {
    const record = await database.getFromIndex('runs', 'runId', runId);
    return { record, events: await database.getAll('events', eventsOf(runId)) };
  }

  async function readKept(database: JournalDatabase, runId: string): Promise<KeptRun | undefined> {
    return assemble(await readWritten(database, runId), table);
  }

  async function openItemsByReading(database: JournalDatabase, { runId }: HeadRecord): Promise<OpenItems> {
    const kept = await readKept(database, runId);
    return kept ? openItemsOf(kept.run) : [];
  }

  async function isLost(database: JournalDatabase, { runId }: HeadRecord): Promise<boolean> {
    return isDamaged(await readWritten(database, runId), table);
  }

  /** Ids of a target that a run has on its way, unless nobody can look after that run any more. */
  async function openIdsAt(
    database: JournalDatabase,
    head: HeadRecord,
    targetId: string,
  ): Promise<readonly string[]> {
    const items = openItemsIn(head) ?? (await openItemsByReading(database, head));
    const ids = items.flatMap(([id, itemIds]) => (id === targetId ? itemIds : []));
    return ids.length > 0 && isLeft(head, Date.now()) && (await isLost(database, head)) ? [] : ids;
  }

  /** Made once for this browser, so that a hash tells nothing anywhere else. */
  async function readSalt(): Promise<string> {
    const kept = await read((database) => database.get('meta', 'salt'));
    if (kept !== undefined) return kept;
    return write(async (transaction) => {
      const meta = transaction.objectStore('meta');
      const made = (await meta.get('salt')) ?? crypto.randomUUID();
      await meta.put(made, 'salt');
      return made;
    });
  }

  /** @param evenLost whether those go too that are open, and that nobody can read */
  async function removeRuns(runIds: readonly string[], evenLost: boolean): Promise<void> {
    if (runIds.length === 0) return;
    const removed = await write(async (transaction) => {
      const gone: string[] = [];
      for (const runId of runIds) {
        const head = await transaction.objectStore('heads').get(runId);
        if (!head) continue;
        const record = await transaction.objectStore('runs').index('runId').get(runId);
        const events = await transaction.objectStore('events').getAll(eventsOf(runId));
        if (isNewer({ record, events })) continue;
        if (head.open === 1 && !(evenLost && isDamaged({ record, events }, table))) continue;
        if (record?.order !== undefined) await transaction.objectStore('runs').delete(record.order);
        await transaction.objectStore('events').delete(eventsOf(runId));
        await transaction.objectStore('heads').delete(runId);
        gone.push(runId);
      }
      return gone;
    });
    for (const runId of removed) channel.postMessage({ runId });
  }

  return {
    async begin(run) {
      const { id: runId } = run;
      await write(async (transaction) => {
        await transaction.objectStore('runs').add({ runId, schema: schemaVersion, run: toRecord(run) });
        await transaction.objectStore('heads').add(headOf(run, 0));
        // Somebody may have deleted it with everything else, while this page goes on.
        if (salt !== undefined) await transaction.objectStore('meta').put(salt, 'salt');
      });
      channel.postMessage({ runId });
    },
    async append(run, next, events) {
      const written = await write(async (transaction) => {
        const heads = transaction.objectStore('heads');
        const head = await heads.get(run.id);
        if (!head) return 'gone' as const;
        // Numbers alone do not tell a second writer that is ahead, and whose events would leave a gap.
        if (head.next !== next) throw new DOMException('Other events were written', 'ConstraintError');
        const store = transaction.objectStore('events');
        for (const [index, event] of events.entries()) {
          await store.add({
            runId: run.id,
            number: next + index,
            schema: schemaVersion,
            event: toRecord(event),
          });
        }
        await heads.put({ ...head, ...headOf(run, next + events.length) });
        return 'written' as const;
      });
      channel.postMessage({ runId: run.id });
      return written;
    },
    read: (runId) =>
      read(async (database) => {
        const head = await database.get('heads', runId);
        return head && readKept(database, runId);
      }),
    readOpen: (tenantId, except) =>
      read(async (database) => {
        const heads = await openHeads(database, tenantId, except);
        const kept = await Promise.all(heads.map(({ runId }) => readKept(database, runId)));
        return kept.filter((run) => run !== undefined);
      }),
    readOpenItems: ({ tenantId, accountKey }, targetId, except) =>
      read(async (database) => {
        const open = await openHeads(database, tenantId, except);
        const heads = open.filter((head) => !isForsaken(head, accountKey, Date.now()));
        const ids = await Promise.all(heads.map((head) => openIdsAt(database, head, targetId)));
        return new Set(ids.flat());
      }),
    readAll: () =>
      read(async (database): Promise<History> => {
        const records = await database.getAll('runs');
        // All at once: a read for each of a thousand runs takes seconds.
        const events = new Map<string, EventRecord[]>();
        for (const event of await database.getAll('events')) {
          const before = events.get(event.runId);
          if (before) before.push(event);
          else events.set(event.runId, [event]);
        }
        const heads = new Set(await database.getAllKeys('heads'));
        const kept = records.map((record) =>
          heads.has(record.runId)
            ? assemble({ record, events: events.get(record.runId) ?? [] }, table)
            : undefined,
        );
        const runs = kept.filter((run) => run !== undefined).reverse();
        return { runs, unreadable: kept.length - runs.length };
      }),
    remove: (runIds) => removeRuns(runIds, false),
    async prune(now) {
      const ids = await read(async (database) => {
        const heads = await database.getAll('heads');
        const open = heads.filter((head) => head.open === 1 && isOutlived(head, now));
        const lost = await Promise.all(
          open.map(async (head) => ((await isLost(database, head)) ? [head.runId] : [])),
        );
        return [...outlived(heads, now), ...lost.flat()];
      });
      await removeRuns(ids, true);
    },
    async hashOf(accountKey) {
      salt ??= await readSalt();
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${accountKey}`));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    onChange(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        // Anybody with a page of this origin can post here: it is a hint to read, and nothing else is taken from it.
        const runId: unknown =
          typeof data === 'object' && data !== null ? Reflect.get(data, 'runId') : undefined;
        if (typeof runId === 'string') listener(runId);
      };
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
}

/** Of the runs of a tenant that somebody has to look after, but for those excepted. */
async function openHeads(
  database: JournalDatabase,
  tenantId: string,
  except: ReadonlySet<string>,
): Promise<readonly HeadRecord[]> {
  const heads = await database.getAllFromIndex('heads', 'open', [tenantId, 1]);
  return heads.filter(({ runId }) => !except.has(runId));
}

function eventsOf(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId, 0], [runId, Number.POSITIVE_INFINITY]);
}
