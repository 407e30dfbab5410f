import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { toProblem } from '../../lib/problem.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { createConnection, databaseName } from './database.ts';
import { createIndexedJournal } from './indexed-journal.ts';
import { giveNewBrowsers, openJournal, withDatabase } from './test-database.ts';

giveNewBrowsers();

const run = runOf([stepOf('1', [itemOf('a')])], { id: 'r' });
const problemOf = (work: Promise<unknown>) => work.then(() => undefined, toProblem);

/** Another tab with a newer version: it waits until every older one has let go. */
const openNewer = (blocked?: () => void) => openDB(databaseName, 2, blocked && { blocked });

describe('a connection', () => {
  it('is opened when it is needed, and once', async () => {
    const opened = vi.spyOn(indexedDB, 'open');
    const connection = createConnection();
    expect(opened).not.toHaveBeenCalled();
    const [one, other] = await Promise.all([connection.open(), connection.open()]);
    expect(one).toBe(other);
    expect(await connection.openToRead()).toBe(one);
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('[B10] lets go of the database when a newer version wants to begin', async () => {
    const journal = openJournal();
    await journal.begin(run);
    const blocked = vi.fn();
    const newer = await openNewer(blocked);
    expect(newer.version).toBe(2);
    expect(blocked).not.toHaveBeenCalled();
    newer.close();
  });

  it('is opened again after another tab had deleted the database', async () => {
    const journal = openJournal();
    await journal.begin(run);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(databaseName).onsuccess = resolve;
    });
    expect(await journal.read('r')).toBeUndefined();
    await journal.begin(run);
    expect(await journal.read('r')).toEqual({ run, next: 0 });
  });

  it('is opened again after the browser had closed it', async () => {
    const connection = createConnection();
    const first = await connection.open();
    // By its types it takes the class of a database, in fact a database.
    Reflect.apply(forceCloseDatabase, undefined, [unwrap(first)]);
    await expect.poll(() => connection.open()).not.toBe(first);
    expect((await connection.open()).transaction('meta').mode).toBe('readonly');
  });

  it('is tried again after it had failed', async () => {
    const journal = openJournal();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Blocked by a setting', 'SecurityError');
    });
    expect(await problemOf(journal.begin(run))).toMatchObject({ code: 'SecurityError' });
    expect(await problemOf(journal.readAll())).toMatchObject({ code: 'SecurityError' });
    vi.restoreAllMocks();
    await journal.begin(run);
    expect(await journal.read('r')).toEqual({ run, next: 0 });
  });
});

it('without a database nothing can be written or read, and it is said', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const journal = openJournal();
  for (const work of [journal.begin(run), journal.append(run, 0, []), journal.readAll()]) {
    expect(await problemOf(work)).toMatchObject({
      code: 'NotSupportedError',
      title: 'The journal cannot be used',
      raw: expect.stringMatching(/gives no database/),
    });
  }
});

it('without options, is the one that every tab of this browser shares', async () => {
  const channels: BroadcastChannel[] = [];
  const Channel = BroadcastChannel;
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Channel {
      constructor(name: string) {
        super(name);
        channels.push(this);
      }
    },
  );
  const [journal, other] = [createIndexedJournal(), createIndexedJournal()];
  const heard = new Promise((resolve) => other.onChange(resolve));
  await journal.begin(run);
  expect(await heard).toBe('r');
  expect((await other.read('r'))?.run).toEqual(run);
  for (const channel of channels) channel.close();
});

it('what is there outlasts the step to a later version', async () => {
  await openJournal().begin(run);
  const later = await createConnection(databaseName, 2).open();
  expect(await later.count('runs')).toBe(1);
  later.close();
});

it('the plans of two runs never have one id', async () => {
  await openJournal().begin(run);
  const again = withDatabase((database) => database.add('runs', { runId: 'r', schema: 1, run }));
  await expect(again).rejects.toThrow(expect.objectContaining({ name: 'ConstraintError' }));
});

it('what an unreleased version kept under another name is deleted', async () => {
  (await openDB('actiondesk', 1)).close();
  await openJournal().begin(run);
  const names = async () => (await indexedDB.databases()).map(({ name }) => name);
  await expect.poll(names).toEqual([databaseName]);
});

describe('a database of a newer version', () => {
  it('[B15] can be read, and is not written', async () => {
    await openJournal().begin(run);
    (await openNewer()).close();
    const journal = openJournal();
    const { runs } = await journal.readAll();
    expect(runs).toEqual([{ run, next: 0 }]);
    for (const work of [
      journal.append(run, 0, [{ kind: 'cancelled' }]),
      journal.begin({ ...run, id: 'other' }),
      journal.remove(['r']),
    ]) {
      expect(await problemOf(work)).toMatchObject({
        code: 'VersionError',
        title: 'The journal belongs to a newer version of Actiondesk',
      });
    }
    expect(await journal.readAll()).toEqual({ runs, unreadable: 0 });
    expect(await withDatabase(async ({ version }) => version)).toBe(2);
  });

  it('is opened once to be read, however often', async () => {
    await openJournal().begin(run);
    (await openNewer()).close();
    const opened = vi.spyOn(indexedDB, 'open');
    const connection = createConnection();
    const first = await connection.openToRead();
    // The one of our own version was tried first, and refused.
    expect(opened.mock.calls.map(([, version]) => version)).toEqual([1, undefined]);
    expect(await Promise.all([connection.openToRead(), connection.openToRead()])).toEqual([first, first]);
    expect(opened).toHaveBeenCalledTimes(2);
    expect(await problemOf(connection.open())).toMatchObject({ code: 'VersionError' });
    expect(await connection.openToRead()).toBe(first);
  });

  it('is not held back by those who read it, who read on then', async () => {
    await openJournal().begin(run);
    (await openNewer()).close();
    const journal = openJournal();
    await journal.readAll();
    await journal.read('r');
    const blocked = vi.fn();
    const newest = await openDB(databaseName, 3, { blocked });
    expect(newest.version).toBe(3);
    expect(blocked).not.toHaveBeenCalled();
    newest.close();
    expect(await journal.read('r')).toEqual({ run, next: 0 });
  });

  it('is opened again after the browser had closed it', async () => {
    await openJournal().begin(run);
    (await openNewer()).close();
    const connection = createConnection();
    const first = await connection.openToRead();
    Reflect.apply(forceCloseDatabase, undefined, [unwrap(first)]);
    await expect.poll(() => connection.openToRead()).not.toBe(first);
    expect((await connection.openToRead()).version).toBe(2);
  });

  it('is not looked for where another error keeps ours from being opened', async () => {
    await openJournal().begin(run);
    const opened = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('made up', 'UnknownError');
    });
    expect(await problemOf(openJournal().read('r'))).toMatchObject({ code: 'UnknownError' });
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('that cannot be opened to be read either is a problem like any other, and is tried again', async () => {
    await openJournal().begin(run);
    (await openNewer()).close();
    const journal = openJournal();
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (version === undefined) throw new DOMException('made up', 'UnknownError');
      return open(name, version);
    });
    expect(await problemOf(journal.read('r'))).toMatchObject({
      code: 'UnknownError',
      title: 'The journal cannot be used',
    });
    vi.restoreAllMocks();
    expect(await journal.read('r')).toEqual({ run, next: 0 });
  });
});

/** The database's own events come by immediates, which are not faked. */
async function untilTimers(count: number): Promise<void> {
  while (vi.getTimerCount() !== count) await new Promise((resolve) => setImmediate(resolve));
}

describe('a tab that holds an older version open', () => {
  /** The next version, which an older tab that does not listen keeps waiting. */
  async function openWhileHeld() {
    const older = await openDB(databaseName, 1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = createConnection(databaseName, 2).open();
    const problem = problemOf(opening);
    await untilTimers(1);
    return { older, opening, problem };
  }

  it('is told of after five seconds', async () => {
    const { older, problem } = await openWhileHeld();
    const told = vi.fn();
    void problem.then(told);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await problem).toMatchObject({ code: 'InvalidStateError', raw: expect.stringMatching(/older/) });
    older.close();
  });

  it('is nothing to tell of when it lets go in time', async () => {
    const { older, opening } = await openWhileHeld();
    older.close();
    expect((await opening).version).toBe(2);
    await untilTimers(0);
  });
});
