import { describe, expect, it } from 'vitest';
import { ProblemError, toProblem } from '../lib/problem.ts';
import { journalProblem } from './journal/journal.ts';
import type { Run } from './model.ts';
import { createRecorder } from './recorder.ts';
import { type RunEvent, reduceRun } from './reducer.ts';
import { createMemoryJournal, type MemoryJournal } from './test-journal.ts';
import { itemOf, runOf, stepOf } from './test-runs.ts';

const full = journalProblem(new DOMException('made up', 'QuotaExceededError'));
const planned = runOf([stepOf('1', [itemOf('a')])], { id: 'r' });
const sending: RunEvent = {
  kind: 'sending',
  stepId: '1',
  attempt: { clientRequestId: 'c-1', ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' },
};
const answered: RunEvent = {
  kind: 'items',
  stepId: '1',
  results: [{ id: 'a', phase: 'answered', outcome: 'unknown' }],
};
const settling: RunEvent = { kind: 'state', state: 'settling', at: 5 };

/** A recorder with a run that has begun, over a disk that can be full. */
async function setUp() {
  const journal = createMemoryJournal();
  const recorder = createRecorder(journal);
  await recorder.begin(planned);
  const shown = (id = 'r') => recorder.runs.get().find((run) => run.id === id);
  return {
    journal,
    recorder,
    shown,
    fill() {
      journal.failing = () => {
        throw new ProblemError(full);
      };
    },
    empty() {
      journal.failing = () => undefined;
    },
  };
}

/** Another tab goes on with the run. */
async function createOther(journal: MemoryJournal): Promise<void> {
  const other = createRecorder(journal.open());
  const found = await journal.read('r');
  if (found) other.show(found);
  await other.record('r', { kind: 'cancelled' });
}

const kept = async (journal: { read(id: string): Promise<{ run: Run } | undefined> }, id = 'r') =>
  (await journal.read(id))?.run;

describe('what happens to a run', () => {
  it('is written first, and shown then', async () => {
    const { journal, recorder, shown } = await setUp();
    const seen: unknown[] = [];
    journal.failing = (what) => seen.push([what, shown()?.steps[0]?.items[0]?.phase]);
    await recorder.record('r', sending, answered);
    await recorder.require('r', settling);
    expect(seen).toEqual([
      ['sending', 'planned'],
      ['items', 'planned'],
      ['state', 'answered'],
    ]);
    expect(shown()?.state).toBe('settling');
    expect(await kept(journal)).toEqual(shown());
  });

  it('is written in the order in which it was told', async () => {
    const { journal, recorder, shown } = await setUp();
    await Promise.all([
      recorder.record('r', sending),
      recorder.require('r', answered),
      recorder.record('r', settling),
    ]);
    expect(journal.written).toEqual(['begin r', 'sending', 'items', 'state']);
    expect(await kept(journal)).toEqual(shown());
  });

  it('does not wait for what happens to another run', async () => {
    const { journal, recorder, shown } = await setUp();
    await recorder.begin({ ...planned, id: 'other' });
    journal.append = () => new Promise(() => undefined);
    void recorder.record('r', sending);
    journal.append = async () => 'written';
    await recorder.record('other', settling);
    expect(shown('other')?.state).toBe('settling');
    expect(shown()?.state).toBe('running');
  });

  it('to one that is not there is an error of our own', async () => {
    const { recorder } = await setUp();
    expect(() => recorder.record('other', sending)).toThrow('There is no run other');
  });
});

describe('where nothing can be written', () => {
  it('no run begins', async () => {
    const { recorder, fill, shown, journal } = await setUp();
    fill();
    const problem = await recorder.begin({ ...planned, id: 'other' }).then(() => undefined, toProblem);
    expect(problem).toBe(full);
    expect(shown('other')).toBeUndefined();
    expect(await kept(journal, 'other')).toBeUndefined();
  });

  it('what must be on disk has not happened: it is not shown, and whoever told it is told', async () => {
    const { recorder, fill, empty, shown, journal } = await setUp();
    fill();
    expect(await recorder.require('r', sending).then(() => undefined, toProblem)).toBe(full);
    expect(shown()).toBe(planned);
    empty();
    await recorder.record('r', settling);
    expect(journal.written).toEqual(['begin r', 'state']);
  });

  it('what has happened is shown all the same, and written with the next that can be', async () => {
    const { recorder, fill, empty, shown, journal } = await setUp();
    fill();
    await recorder.record('r', sending);
    await recorder.record('r', answered);
    expect(shown()).toEqual([sending, answered].reduce(reduceRun, planned));
    expect(recorder.trouble.get()).toBe(full);
    expect(await kept(journal)).toEqual(planned);

    empty();
    await recorder.require('r', settling);
    expect(recorder.trouble.get()).toBeNull();
    expect(journal.written).toEqual(['begin r', 'sending', 'items', 'state']);
    expect(await kept(journal)).toEqual(shown());
    await recorder.record('r', { kind: 'cancelled' });
    expect(await kept(journal)).toEqual(shown());
  });

  it('what failed to be required is not written with what had failed before it', async () => {
    const { recorder, fill, empty, journal } = await setUp();
    fill();
    await recorder.record('r', answered);
    await recorder.require('r', sending).catch(() => undefined);
    empty();
    await recorder.record('r', settling);
    expect(journal.written).toEqual(['begin r', 'items', 'state']);
  });

  it('trouble lasts until every run is written', async () => {
    const { journal, recorder, fill, empty } = await setUp();
    await recorder.begin({ ...planned, id: 'other' });
    fill();
    await recorder.record('r', answered);
    await recorder.record('other', answered);
    empty();
    expect(recorder.trouble.get()).toBe(full);
    await recorder.record('r', settling);
    // Each call of it is written after those before it.
    await recorder.record('other');
    expect((await kept(journal, 'other'))?.steps[0]?.items[0]?.phase).toBe('answered');
    expect(recorder.trouble.get()).toBeNull();
  });
});

describe('a run that somebody deleted while it goes on', () => {
  it('begins again in the journal, as it is now, and goes on there', async () => {
    const { recorder, journal, shown } = await setUp();
    await recorder.record('r', sending);
    journal.clear();
    await recorder.require('r', answered);
    expect(await journal.read('r')).toEqual({ run: shown(), next: 0 });
    await recorder.record('r', settling);
    expect(await journal.read('r')).toEqual({ run: shown(), next: 1 });
    expect(shown()?.state).toBe('settling');
  });
});

describe('what is shown', () => {
  it('is newest first, each run in its place', async () => {
    const { recorder } = await setUp();
    await recorder.begin({ ...planned, id: 'second' });
    recorder.show({ run: { ...planned, id: 'third' }, next: 2 });
    await recorder.record('r', settling);
    recorder.show({ run: { ...planned, id: 'second', note: 'again' }, next: 0 });
    const shown = recorder.runs.get().map(({ id, state, note }) => `${id} ${state} ${note}`);
    expect(shown).toEqual(['third running ', 'second running again', 'r settling ']);
  });

  it('of another tab goes on from what that tab has written', async () => {
    const { recorder, journal } = await setUp();
    await recorder.record('r', sending, answered);
    const other = createRecorder(journal.open());
    const found = await journal.read('r');
    if (found) other.show(found);
    await other.record('r', settling);
    expect(await journal.read('r')).toMatchObject({ run: { state: 'settling' }, next: 3 });
  });

  it('is what happened here, while that cannot be written and nobody has written anything else', async () => {
    const { recorder, journal, shown, fill, empty } = await setUp();
    fill();
    await recorder.record('r', sending);
    const here = shown();
    const before = await journal.read('r');
    if (before) expect(recorder.show(before)).toBe(here);
    expect(shown()).toBe(here);
    empty();
    await createOther(journal);
    const after = await journal.read('r');
    if (after) expect(recorder.show(after)).toBe(after.run);
    expect(shown()).toEqual(after?.run);
    expect(after?.run.cancelled).toBe(true);
  });

  it('is what is being written here, and no read that began before', async () => {
    const { recorder, journal, shown } = await setUp();
    const before = await journal.read('r');
    const writing = recorder.record('r', sending);
    if (before) recorder.show(before);
    await writing;
    expect(shown()?.steps[0]?.attempts).toHaveLength(1);
    await recorder.require('r', answered);
    expect((await journal.read('r'))?.next).toBe(2);
  });

  it('is taken off the screen, and stays in the journal', async () => {
    const { recorder, journal, shown } = await setUp();
    recorder.hide('r');
    expect(shown()).toBeUndefined();
    expect(await kept(journal)).toEqual(planned);
    expect(() => recorder.record('r', sending)).toThrow('There is no run r');
  });
});

it('what a run that is over could not write is written once another can write again', async () => {
  const { journal, recorder, fill, empty } = await setUp();
  await recorder.begin({ ...planned, id: 'other' });
  fill();
  await recorder.record('r', answered);
  expect(recorder.trouble.get()).toMatchObject({ code: 'QuotaExceededError' });
  empty();
  await recorder.record('other', settling);
  await recorder.record('r');
  expect((await kept(journal))?.steps[0]?.items[0]?.phase).toBe('answered');
  expect(recorder.trouble.get()).toBeNull();
});

it('what another tab has written in its place is tried once for each, and not for ever', async () => {
  const { journal, recorder, fill, empty } = await setUp();
  await recorder.begin({ ...planned, id: 'other' });
  fill();
  await recorder.record('r', answered);
  empty();
  await createOther(journal);
  await recorder.record('other', settling);
  await recorder.record('r');
  expect(recorder.trouble.get()).toMatchObject({ code: 'ConstraintError' });
});
