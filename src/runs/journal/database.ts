import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { ProblemError } from '../../lib/problem.ts';
import type { OpenItems } from '../model/open-items.ts';
import { journalProblem } from './journal.ts';

/** A run as it was when it began. */
export interface RunRecord {
  /** Given by the database, ascending: the order of runs, whatever the clock said. */
  readonly order?: number;
  readonly runId: string;
  readonly schema: number;
  readonly run: unknown;
}

/** What happened to a run. */
export interface EventRecord {
  readonly runId: string;
  /** From 0, without gaps. */
  readonly number: number;
  /** The event's own: a later version may have taken the run over. */
  readonly schema: number;
  readonly event: unknown;
}

/** What has to be known of a run without reading all of it. */
export interface HeadRecord {
  readonly runId: string;
  readonly tenantId: string;
  /** 1 while the run is unsettled; IndexedDB has no index over booleans. */
  readonly open: 0 | 1;
  /** The number of the next event: who does not know it has not read what was written last. */
  readonly next: number;
  /** Not before the time that was known to be the earliest when it began. */
  readonly startedAt: number;
  /** Whose run this is. */
  readonly accountKey: string;
  /** When something was last written of the run: epoch ms. */
  readonly writtenAt: number;
  /** What is on its way in each target. */
  readonly openItems: OpenItems;
}

export interface JournalSchema extends DBSchema {
  runs: { key: number; value: RunRecord; indexes: { runId: string } };
  events: { key: [string, number]; value: EventRecord };
  heads: { key: string; value: HeadRecord; indexes: { open: [string, number] } };
  meta: { key: string; value: string };
}

export type JournalDatabase = IDBPDatabase<JournalSchema>;

export const databaseName = 'actiondesk-runs';
/** What was kept before the first release, in a shape that is no longer read. */
const oldDatabaseName = 'actiondesk';
/** Of the stores and indexes; the shape of what is in them is `schemaVersion`. */
export const databaseVersion = 1;

/** How long another tab may keep an older version open before a person is told. */
const patience = 5_000;

/** Opens the journal's database when it is needed, and again when it was closed under us. */
export interface Connection {
  /** @throws ProblemError */
  open(): Promise<JournalDatabase>;
  /** As `open`, but takes a database of a newer version too: to be read, not written. @throws ProblemError */
  openToRead(): Promise<JournalDatabase>;
}

export function createConnection(name = databaseName, version = databaseVersion): Connection {
  const ours = keepOpen(name, version);
  const newer = keepOpen(name, undefined);
  const tell = (error: unknown): never => {
    throw new ProblemError(journalProblem(error));
  };
  return {
    open: () => ours.open().catch(tell),
    async openToRead() {
      try {
        return await (newer.isOpen() ? newer.open() : ours.open());
      } catch (error) {
        const isNewer = error instanceof DOMException && error.name === 'VersionError';
        return isNewer ? newer.open().catch(tell) : tell(error);
      }
    },
  };
}

/** A connection that is opened once, and again when it was closed under us or could not be opened. */
interface Kept {
  open(): Promise<JournalDatabase>;
  /** Whether it is open, or about to be. */
  isOpen(): boolean;
}

/** @param wanted undefined: of whatever version the database is */
function keepOpen(name: string, wanted: number | undefined): Kept {
  let opened: Promise<JournalDatabase> | undefined;
  const letGo = () => {
    opened = undefined;
  };

  function connect(): Promise<JournalDatabase> {
    return new Promise((resolve, reject) => {
      if (typeof indexedDB === 'undefined') {
        reject(new DOMException('This browser gives no database to this page', 'NotSupportedError'));
        return;
      }
      // Nothing waits for this: an old tab may hold the old database open.
      indexedDB.deleteDatabase(oldDatabaseName);
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const opening = openDB<JournalSchema>(name, wanted, {
        upgrade: createStores,
        blocked() {
          const told = new DOMException('Another tab holds an older version open', 'InvalidStateError');
          waiting = setTimeout(() => reject(told), patience);
        },
        blocking() {
          // A newer version wants to begin in another tab: it must not wait for this one.
          void opening.then((database) => database.close());
          letGo();
        },
        terminated: letGo,
      });
      opening.then(resolve, reject).finally(() => clearTimeout(waiting));
    });
  }

  return {
    isOpen: () => opened !== undefined,
    async open() {
      try {
        opened ??= connect();
        return await opened;
      } catch (error) {
        letGo();
        throw error;
      }
    },
  };
}

/** Version 1. A later version adds its step here. */
function createStores(database: JournalDatabase, oldVersion: number): void {
  if (oldVersion < 1) {
    database
      .createObjectStore('runs', { keyPath: 'order', autoIncrement: true })
      .createIndex('runId', 'runId', {
        unique: true,
      });
    database.createObjectStore('events', { keyPath: ['runId', 'number'] });
    database.createObjectStore('heads', { keyPath: 'runId' }).createIndex('open', ['tenantId', 'open']);
    database.createObjectStore('meta');
  }
}
