import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { runOf } from '../testing/test-runs.ts';
import { giveNewBrowsers, openJournal, withDatabase } from './test-database.ts';

giveNewBrowsers();

describe('what stands for an account', () => {
  it('is the same for the same person in this browser, in each tab and life of the page', async () => {
    const journal = openJournal();
    const hash = await journal.hashOf('anna');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await journal.hashOf('anna')).toBe(hash);
    expect(await openJournal().hashOf('anna')).toBe(hash);
    expect(await openJournal().hashOf('ben')).not.toBe(hash);
  });

  it('is the same when two tabs make it at once', async () => {
    const [one, other] = await Promise.all([openJournal().hashOf('anna'), openJournal().hashOf('anna')]);
    expect(one).toBe(other);
  });

  it('is another in another browser', async () => {
    const hash = await openJournal().hashOf('anna');
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect(await openJournal().hashOf('anna')).not.toBe(hash);
  });

  it('tells nothing where the salt is another', async () => {
    const hash = await openJournal().hashOf('anna');
    await withDatabase((database) => database.put('meta', 'other salt', 'salt'));
    expect(await openJournal().hashOf('anna')).not.toBe(hash);
    // What is written is a known digest of salt and account: SHA-256 of "other salt anna".
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('other salt anna'));
    expect(await openJournal().hashOf('anna')).toBe(Buffer.from(digest).toString('hex'));
  });

  it('stays the same when everything is deleted while the page goes on', async () => {
    const journal = openJournal();
    const hash = await journal.hashOf('anna');
    await withDatabase((database) => database.clear('meta'));
    await journal.begin(runOf([], { id: 'r' }));
    expect(await openJournal().hashOf('anna')).toBe(hash);
  });

  it('is not needed to begin a run', async () => {
    await openJournal().begin(runOf([], { id: 'r' }));
    expect(await withDatabase((database) => database.count('meta'))).toBe(0);
  });
});
