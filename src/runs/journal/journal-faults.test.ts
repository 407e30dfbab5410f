import { describe, expect, it, vi } from 'vitest';
import { type Problem, toProblem } from '../../lib/problem.ts';
import { type RunEvent, reduceRun } from '../model/reducer.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { journalProblem } from './journal.ts';
import { giveNewBrowsers, openChannel, openJournal, withDatabase } from './test-database.ts';

giveNewBrowsers();

const planned = runOf([stepOf('1', [itemOf('a')])], { id: 'r' });
const sending: RunEvent = {
  kind: 'sending',
  stepId: '1',
  attempt: { clientRequestId: 'c-1', ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' },
};
const sent = reduceRun(planned, sending);

const problemOf = (work: Promise<unknown>): Promise<Problem | undefined> =>
  work.then(() => undefined, toProblem);

/** Everything that is kept. */
const everything = () =>
  withDatabase(async (database) => ({
    runs: await database.getAll('runs'),
    events: await database.getAll('events'),
    heads: await database.getAll('heads'),
  }));

/** A journal with a run in it, and what it holds before anything goes wrong. */
async function begun() {
  const journal = openJournal();
  await journal.begin(planned);
  return { journal, before: await everything() };
}

/** Lets every request of a transaction work, and its commit fail: a full disk shows itself only then. */
function failCommits(name: string): void {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args);
    request.addEventListener('success', () => {
      Object.defineProperty(this.transaction, 'error', { value: new DOMException('made up', name) });
      this.transaction.abort();
    });
    return request;
  });
}

const quota = {
  kind: 'unexpected',
  code: 'QuotaExceededError',
  title: expect.stringMatching(/disk is full/),
};

describe('a write that fails', () => {
  it('because the disk is full: nothing is written', async () => {
    const { journal, before } = await begun();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('made up', 'QuotaExceededError');
    });
    expect(await problemOf(journal.append(sent, 0, [sending]))).toMatchObject(quota);
    expect(await problemOf(journal.begin({ ...planned, id: 'other' }))).toMatchObject(quota);
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['QuotaExceededError', quota],
    ['UnknownError', { code: 'UnknownError', title: 'The journal cannot be used' }],
  ])(
    '[B11] at its commit, with %s, after every request had worked: nothing is written',
    async (name, problem) => {
      const { journal, before } = await begun();
      const heard = vi.fn();
      openChannel().addEventListener('message', heard);
      failCommits(name);
      expect(await problemOf(journal.append(sent, 0, [sending]))).toMatchObject(problem);
      vi.restoreAllMocks();
      expect(await everything()).toEqual(before);
      expect(heard).not.toHaveBeenCalled();
      expect(await journal.append(sent, 0, [sending])).toBe('written');
    },
  );

  it('because the transaction is aborted: nothing is written', async () => {
    const { journal, before } = await begun();
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = add.apply(this, args);
      this.transaction.abort();
      return request;
    });
    const problem = await problemOf(journal.append(sent, 0, [sending]));
    expect(problem).toMatchObject({ code: 'AbortError', title: 'The journal cannot be used' });
    vi.restoreAllMocks();
    expect(await everything()).toEqual(before);
  });

  it('because another tab has written an event of that number: nothing is written', async () => {
    const { journal } = await begun();
    await openJournal().append(sent, 0, [sending]);
    const before = await everything();
    const problem = await problemOf(journal.append(sent, 0, [{ kind: 'cancelled' }, sending]));
    expect(problem).toMatchObject({ code: 'ConstraintError', title: 'Another tab goes on with this run' });
    expect(await everything()).toEqual(before);
  });

  it.each([1, -1, 0.5, Number.NaN])('because its number is not the next: %s', async (next) => {
    const { journal, before } = await begun();
    const problem = await problemOf(journal.append(sent, next, [sending]));
    expect(problem).toMatchObject({
      code: 'ConstraintError',
      title: 'Another tab goes on with this run',
      raw: 'ConstraintError: Other events were written',
    });
    expect(await everything()).toEqual(before);
  });

  it('because the run has been deleted and begun again: nothing is written', async () => {
    const { journal } = await begun();
    await journal.append(sent, 0, [sending]);
    await withDatabase(async (database) => {
      for (const store of ['runs', 'events', 'heads'] as const) await database.clear(store);
    });
    await openJournal().begin(sent);
    const before = await everything();
    const problem = await problemOf(journal.append(sent, 1, [{ kind: 'cancelled' }]));
    expect(problem?.code).toBe('ConstraintError');
    expect(await everything()).toEqual(before);
  });

  it('half way through several events: none of them is written', async () => {
    const { journal } = await begun();
    await withDatabase((database) => database.add('events', { runId: 'r', number: 1, schema: 1, event: {} }));
    const before = await everything();
    const problem = await problemOf(journal.append(sent, 0, [sending, { kind: 'cancelled' }]));
    expect(problem?.code).toBe('ConstraintError');
    expect(await everything()).toEqual(before);
  });

  it('because a run of that id is there: the other one stays as it was', async () => {
    const { journal, before } = await begun();
    const problem = await problemOf(journal.begin({ ...planned, title: 'Other' }));
    expect(problem?.code).toBe('ConstraintError');
    expect(await everything()).toEqual(before);
  });

  it('when the salt is made: no account can be told, and so nothing begins', async () => {
    failCommits('QuotaExceededError');
    expect(await problemOf(openJournal().hashOf('anna'))).toMatchObject(quota);
  });
});

describe('a run that a person has deleted', () => {
  it('is said to be gone, and none of its events is written', async () => {
    const { journal } = await begun();
    await withDatabase(async (database) => {
      await database.clear('heads');
      await database.clear('runs');
    });
    expect(await journal.append(sent, 0, [sending])).toBe('gone');
    expect(await everything()).toEqual({ runs: [], events: [], heads: [] });
    await journal.begin(sent);
    expect(await journal.read('r')).toEqual({ run: sent, next: 0 });
  });
});

it('a read that fails is a problem too', async () => {
  const { journal } = await begun();
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
    throw new DOMException('made up', 'UnknownError');
  });
  expect(await problemOf(journal.read('r'))).toMatchObject({ code: 'UnknownError' });
});

describe('why the journal cannot be written', () => {
  it.each([
    ['QuotaExceededError', 'The journal cannot be written: the disk is full'],
    ['VersionError', 'The journal belongs to a newer version of Actiondesk'],
    ['ConstraintError', 'Another tab goes on with this run'],
    ['SecurityError', 'The journal cannot be used'],
  ])('%s', (name, title) => {
    expect(journalProblem(new DOMException('Some words.', name))).toEqual({
      kind: 'unexpected',
      code: name,
      raw: `${name}: Some words.`,
      title,
      advice: expect.stringMatching(/^.+\.$/),
    });
  });

  it.each([
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [Object.assign(new Error('nameless'), { name: '' }), ': nameless'],
  ])('something without a name: %s', (error, raw) => {
    expect(journalProblem(error)).toMatchObject({
      code: 'unknown',
      raw,
      title: 'The journal cannot be used',
    });
  });
});
