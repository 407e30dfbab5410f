import { describe, expect, it } from 'vitest';
import { toProblem } from '../../lib/problem.ts';
import { reduceRun } from '../model/reducer.ts';
import {
  answered,
  createOther,
  full,
  kept,
  planned,
  sending,
  settling,
  setUpRecorder,
} from '../testing/test-recorder.ts';
import { createRecorder } from './recorder.ts';

describe('what happens to a run', () => {
  it('is written first, and shown then', async () => {
    const { journal, recorder, shown } = await setUpRecorder();
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
    const { journal, recorder, shown } = await setUpRecorder();
    await Promise.all([
      recorder.record('r', sending),
      recorder.require('r', answered),
      recorder.record('r', settling),
    ]);
    expect(journal.written).toEqual(['begin r', 'sending', 'items', 'state']);
    expect(await kept(journal)).toEqual(shown());
  });

  it('does not wait for what happens to another run', async () => {
    const { journal, recorder, shown } = await setUpRecorder();
    await recorder.begin({ ...planned, id: 'other' });
    journal.append = () => new Promise(() => undefined);
    void recorder.record('r', sending);
    journal.append = async () => 'written';
    await recorder.record('other', settling);
    expect(shown('other')?.state).toBe('settling');
    expect(shown()?.state).toBe('running');
  });

  it('to one that is not there is an error of our own', async () => {
    const { recorder } = await setUpRecorder();
    expect(() => recorder.record('other', sending)).toThrow('There is no run other');
  });
});

describe('where nothing can be written', () => {
  it('no run begins', async () => {
    const { recorder, fill, shown, journal } = await setUpRecorder();
    fill();
    const problem = await recorder.begin({ ...planned, id: 'other' }).then(() => undefined, toProblem);
    expect(problem).toBe(full);
    expect(shown('other')).toBeUndefined();
    expect(await kept(journal, 'other')).toBeUndefined();
  });

  it('what must be on disk has not happened: it is not shown, and the caller is told', async () => {
    const { recorder, fill, empty, shown, journal } = await setUpRecorder();
    fill();
    expect(await recorder.require('r', sending).then(() => undefined, toProblem)).toBe(full);
    expect(shown()).toBe(planned);
    empty();
    await recorder.record('r', settling);
    expect(journal.written).toEqual(['begin r', 'state']);
  });

  it('what has happened is shown all the same, and written with the next that can be', async () => {
    const { recorder, fill, empty, shown, journal } = await setUpRecorder();
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
    const { recorder, fill, empty, journal } = await setUpRecorder();
    fill();
    await recorder.record('r', answered);
    await recorder.require('r', sending).catch(() => undefined);
    empty();
    await recorder.record('r', settling);
    expect(journal.written).toEqual(['begin r', 'items', 'state']);
  });

  it('trouble lasts until every run is written', async () => {
    const { journal, recorder, fill, empty } = await setUpRecorder();
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

describe('a run that a person deleted while it goes on', () => {
  it('begins again in the journal, as it is now, and goes on there', async () => {
    const { recorder, journal, shown } = await setUpRecorder();
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
    const { recorder } = await setUpRecorder();
    await recorder.begin({ ...planned, id: 'second' });
    recorder.show({ run: { ...planned, id: 'third' }, next: 2 });
    await recorder.record('r', settling);
    recorder.show({ run: { ...planned, id: 'second', note: 'again' }, next: 0 });
    const shown = recorder.runs.get().map(({ id, state, note }) => `${id} ${state} ${note}`);
    expect(shown).toEqual(['third running ', 'second running again', 'r settling ']);
  });

  it('of another tab goes on from what that tab has written', async () => {
    const { recorder, journal } = await setUpRecorder();
    await recorder.record('r', sending, answered);
    const other = createRecorder(journal.open());
    const found = await journal.read('r');
    if (found) other.show(found);
    await other.record('r', settling);
    expect(await journal.read('r')).toMatchObject({ run: { state: 'settling' }, next: 3 });
  });

  it('is what happened here, while that cannot be written and nobody has written anything else', async () => {
    const { recorder, journal, shown, fill, empty } = await setUpRecorder();
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
    const { recorder, journal, shown } = await setUpRecorder();
    const before = await journal.read('r');
    const writing = recorder.record('r', sending);
    if (before) recorder.show(before);
    await writing;
    expect(shown()?.steps[0]?.attempts).toHaveLength(1);
    await recorder.require('r', answered);
    expect((await journal.read('r'))?.next).toBe(2);
  });

  it('is taken off the screen, and stays in the journal', async () => {
    const { recorder, journal, shown } = await setUpRecorder();
    recorder.hide('r');
    expect(shown()).toBeUndefined();
    expect(await kept(journal)).toEqual(planned);
    expect(() => recorder.record('r', sending)).toThrow('There is no run r');
  });
});
