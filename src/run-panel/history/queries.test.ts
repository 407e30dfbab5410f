import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../runs/model/run.ts';
import { createMemoryJournal, type MemoryJournal } from '../../runs/testing/test-journal.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { createFollower } from './follower.ts';
import { historyKeys, historyQuery } from './queries.ts';
import type { KeptHistory } from './rules.ts';

const anna = { key: 'anna', tenantId: 'tenant' };
const runWith = (id: string, rest: Partial<Run> = {}) =>
  runOf([stepOf('1', [itemOf('a')])], { id, accountKey: 'hash of anna', ...rest });

async function setUp(journal: MemoryJournal = createMemoryJournal()) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  // A screen shows the list: only then is it read again.
  const observer = new QueryObserver(queryClient, historyQuery(journal, anna));
  observer.subscribe(() => undefined);
  await expect.poll(() => observer.getCurrentResult().isFetching).toBe(false);
  const follower = createFollower(journal, anna, queryClient);
  const ids = () => queryClient.getQueryData<KeptHistory>(historyKeys.all)?.runs.map(({ id }) => id);
  return { journal, queryClient, observer, follower, ids };
}

describe('the history', () => {
  it('holds the runs of this person in this tenant, newest first', async () => {
    const journal = createMemoryJournal();
    await journal.begin(runWith('a'));
    await journal.begin(runWith('b', { accountKey: 'hash of ben' }));
    await journal.begin(runWith('c', { tenantId: 'other' }));
    await journal.begin(runWith('d'));
    expect((await setUp(journal)).ids()).toEqual(['d', 'a']);
  });

  it('asks for no hash, which would write to the journal, while there is no run', async () => {
    const journal = createMemoryJournal();
    const { ids } = await setUp({ ...journal, hashOf: () => Promise.reject(new Error('was asked')) });
    expect(ids()).toEqual([]);
  });

  it('follows a run that begins and changes in another tab, and one that is deleted there', async () => {
    const { journal, follower, ids, queryClient } = await setUp();
    const other = journal.open();
    journal.onChange((runId) => follower.look(runId));
    await other.begin(runWith('a'));
    await expect.poll(() => ids()).toEqual(['a']);
    const over = runWith('a', { state: 'done' });
    await other.append(over, 0, [{ kind: 'state', state: 'done', at: 1 }]);
    await expect
      .poll(() => queryClient.getQueryData<KeptHistory>(historyKeys.all)?.runs[0]?.state)
      .toBe('done');
    await other.remove(['a']);
    follower.look('a');
    await expect.poll(() => ids()).toEqual([]);
  });

  it('takes no run of another person', async () => {
    const { journal, follower, ids } = await setUp();
    await journal.begin(runWith('b', { accountKey: 'hash of ben' }));
    await journal.begin(runWith('a'));
    follower.look('b');
    follower.look('a');
    await expect.poll(() => ids()).toEqual(['a']);
  });

  it('begins a read of everything again when a run changed meanwhile', async () => {
    const { journal, follower, ids, queryClient } = await setUp();
    const readAll = journal.readAll;
    let answer = (): void => undefined;
    journal.readAll = async () => {
      const old = await readAll();
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return old;
    };
    const reading = queryClient.refetchQueries({ queryKey: historyKeys.all });
    await expect.poll(() => queryClient.isFetching()).toBe(1);
    journal.readAll = readAll;
    await journal.begin(runWith('a'));
    follower.look('a');
    await expect.poll(() => ids()).toEqual(['a']);
    answer();
    await reading;
    expect(ids()).toEqual(['a']);
  });

  it('tells why it cannot be followed, and goes on when it can', async () => {
    const { journal, follower, observer, ids } = await setUp();
    const { read, readAll } = journal;
    journal.read = () => Promise.reject(new Error('gone'));
    journal.readAll = () => Promise.reject(new Error('gone'));
    follower.look('a');
    await expect.poll(() => observer.getCurrentResult().isError).toBe(true);
    Object.assign(journal, { read, readAll });
    await journal.begin(runWith('a'));
    follower.look('a');
    await expect.poll(() => ids()).toEqual(['a']);
  });
});
