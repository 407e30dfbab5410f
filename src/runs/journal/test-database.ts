import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, vi } from 'vitest';
import { databaseName, type JournalSchema } from './database.ts';
import { createIndexedJournal, type IndexedJournalOptions } from './indexed-journal.ts';
import type { Journal } from './journal.ts';

/** For tests: a browser of its own for each of them, with a database in memory. */

const channels: BroadcastChannel[] = [];
let browser = '';

/** Gives each test of a file a new browser, and closes what the last one opened. */
export function giveNewBrowsers(): void {
  beforeEach(() => {
    // Channels reach the test files of other threads too: a number would be theirs as well.
    browser = crypto.randomUUID();
    vi.stubGlobal('indexedDB', new IDBFactory());
  });
  afterEach(() => {
    for (const channel of channels.splice(0)) channel.close();
    vi.restoreAllMocks();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/** Another place in this browser that listens to what the journals say, and can say something itself. */
export function openChannel(): BroadcastChannel {
  const channel = new BroadcastChannel(`journal of browser ${browser}`);
  channels.push(channel);
  return channel;
}

/** A tab's journal. */
export function openJournal(options: IndexedJournalOptions = {}): Journal {
  return createIndexedJournal({ channel: openChannel(), ...options });
}

/** The database as a person with the developer tools sees it. */
export async function withDatabase<Result>(
  work: (database: Awaited<ReturnType<typeof openRaw>>) => Promise<Result>,
): Promise<Result> {
  const database = await openRaw();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

const openRaw = () => openDB<JournalSchema>(databaseName);
