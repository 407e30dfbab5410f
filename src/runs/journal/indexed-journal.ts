import { type OpenItems, openItemsOf } from '../model/open-items.ts';
import {
  type Connection,
  createConnection,
  type EventRecord,
  type HeadRecord,
  type JournalDatabase,
} from './database.ts';
import { headOf, isForsaken, isLongUnwritten, isOutlived, openItemsIn, outlived } from './heads.ts';
import type { History, Journal, KeptRun } from './journal.ts';
import { schemaVersion, toRecord } from './records.ts';
import { createTransactions } from './transactions.ts';
import { assemble, isNewer, isUnreadable, type WrittenRun } from './written-run.ts';

/** Tabs tell one another by this name that something was written. */
export const channelName = 'actiondesk-journal';

export interface IndexedJournalOptions {
  readonly connection?: Connection;
  readonly channel?: BroadcastChannel | undefined;
  /**
   * A time that is not after now, in epoch ms, or undefined while none is known. Runs are kept by it: a clock that is
   * wrong, or was when they began, would take new ones for old.
   */
  readonly earliest?: () => number | undefined;
}

/** The journal in IndexedDB. */
export function createIndexedJournal(options: IndexedJournalOptions = {}): Journal {
  const { connection = createConnection() } = options;
  const { channel = new BroadcastChannel(channelName), earliest = () => undefined } = options;

  const { write, read } = createTransactions(connection);
  let salt: string | undefined;

  async function readWritten(database: JournalDatabase, runId: string): Promise<WrittenRun> {
    const record = await database.getFromIndex('runs', 'runId', runId);
    return { record, events: await database.getAll('events', eventsOf(runId)) };
  }

  async function readKept(database: JournalDatabase, runId: string): Promise<KeptRun | undefined> {
    return assemble(await readWritten(database, runId));
  }

  async function openItemsByReading(database: JournalDatabase, head: HeadRecord): Promise<OpenItems> {
    const kept = await readKept(database, head.runId);
    return kept ? openItemsOf(kept.run) : [];
  }

  /** True of a run that nobody can read, and that no page goes on with. */
  function isLost(head: HeadRecord, written: WrittenRun, now: number): boolean {
    return isLongUnwritten(head, now) && isUnreadable(written);
  }

  /** Ids of a target that a run has on its way, unless nobody can look after that run any more. */
  async function openIdsAt(
    database: JournalDatabase,
    head: HeadRecord,
    targetId: string,
  ): Promise<readonly string[]> {
    const items = openItemsIn(head) ?? (await openItemsByReading(database, head));
    const ids = items.flatMap(([id, itemIds]) => (id === targetId ? itemIds : []));
    if (ids.length === 0 || !isLongUnwritten(head, Date.now())) return ids;
    return isUnreadable(await readWritten(database, head.runId)) ? [] : ids;
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

  /**
   * @param mayGo asked of each of them with what is written of it when it goes
   * @returns the ids of those that went
   */
  async function removeRuns(
    runIds: readonly string[],
    mayGo: (head: HeadRecord, written: WrittenRun) => boolean,
  ): Promise<readonly string[]> {
    if (runIds.length === 0) return [];
    const removed = await write(async (transaction) => {
      const gone: string[] = [];
      for (const runId of runIds) {
        const head = await transaction.objectStore('heads').get(runId);
        if (!head) continue;
        const record = await transaction.objectStore('runs').index('runId').get(runId);
        const events = await transaction.objectStore('events').getAll(eventsOf(runId));
        if (isNewer({ record, events }) || !mayGo(head, { record, events })) continue;
        if (record?.order !== undefined) await transaction.objectStore('runs').delete(record.order);
        await transaction.objectStore('events').delete(eventsOf(runId));
        await transaction.objectStore('heads').delete(runId);
        gone.push(runId);
      }
      return gone;
    });
    for (const runId of removed) channel.postMessage({ runId });
    return removed;
  }

  return {
    async begin(run) {
      const { id: runId } = run;
      await write(async (transaction) => {
        await transaction.objectStore('runs').add({ runId, schema: schemaVersion, run: toRecord(run) });
        const head = headOf(run, 0);
        const startedAt = Math.max(head.startedAt, earliest() ?? 0);
        await transaction.objectStore('heads').add({ ...head, startedAt });
        // A person may have deleted it with everything else, while this page goes on.
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
        const { startedAt } = head;
        await heads.put({ ...head, ...headOf(run, next + events.length), startedAt });
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
          heads.has(record.runId) ? assemble({ record, events: events.get(record.runId) ?? [] }) : undefined,
        );
        const runs = kept.filter((run) => run !== undefined).reverse();
        return { runs, unreadable: kept.length - runs.length };
      }),
    remove: (runIds) => removeRuns(runIds, isOver),
    async prune(clock) {
      const now = Math.min(clock, earliest() ?? clock);
      const isOld = (head: HeadRecord, written: WrittenRun) =>
        isOver(head) || (isOutlived(head, now) && isLost(head, written, now));
      const ids = await read(async (database) => {
        const heads = await database.getAll('heads');
        const open = heads.filter((head) => !isOver(head) && isOutlived(head, now));
        const lost = await Promise.all(
          open.map(async (head) =>
            isOld(head, await readWritten(database, head.runId)) ? [head.runId] : [],
          ),
        );
        return [...outlived(heads, now), ...lost.flat()];
      });
      await removeRuns(ids, isOld);
    },
    async hashOf(accountKey) {
      salt ??= await readSalt();
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${accountKey}`));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    onChange(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        // Any page of this origin can post here: it is a hint to read, and nothing else is taken from it.
        const runId: unknown =
          typeof data === 'object' && data !== null ? Reflect.get(data, 'runId') : undefined;
        if (typeof runId === 'string') listener(runId);
      };
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
}

const isOver = ({ open }: HeadRecord) => open === 0;

/** The unsettled runs of a tenant, but for those excepted. */
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
