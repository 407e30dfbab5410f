import { describe, expect, it } from 'vitest';
import { reduceRun } from '../model/reducer.ts';
import { createMemoryJournal } from '../testing/test-journal.ts';
import {
  answered,
  createOther,
  full,
  kept,
  planned,
  settling,
  setUpRecorder,
} from '../testing/test-recorder.ts';
import { runOf } from '../testing/test-runs.ts';
import { createRecorder } from './recorder.ts';

describe('the order in which runs are shown', () => {
  const at = (id: string, startedAt: number) => runOf([], { id, startedAt });
  const order = (recorder: ReturnType<typeof createRecorder>) => recorder.runs.get().map(({ id }) => id);

  it('is that of their starts, whichever is read first', () => {
    const recorder = createRecorder(createMemoryJournal());
    for (const run of [at('b', 2), at('d', 4), at('a', 1), at('c', 3)]) recorder.show({ run, next: 0 });
    expect(order(recorder)).toEqual(['d', 'c', 'b', 'a']);
    recorder.show({ run: at('b', 2), next: 1 });
    expect(order(recorder)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('has one that begins here first, although the clock was set back', async () => {
    const recorder = createRecorder(createMemoryJournal());
    recorder.show({ run: at('old', 9), next: 0 });
    await recorder.begin(at('new', 5));
    expect(order(recorder)).toEqual(['new', 'old']);
  });

  it('holds a run once that was read here while it began', async () => {
    const journal = createMemoryJournal();
    const recorder = createRecorder(journal);
    const run = at('a', 1);
    const beginning = recorder.begin(run);
    recorder.show({ run, next: 0 });
    await beginning;
    expect(order(recorder)).toEqual(['a']);
  });
});

it('what a run that is over could not write is written once another can write again', async () => {
  const { journal, recorder, fill, empty } = await setUpRecorder();
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
  const { journal, recorder, fill, empty } = await setUpRecorder();
  await recorder.begin({ ...planned, id: 'other' });
  fill();
  await recorder.record('r', answered);
  empty();
  await createOther(journal);
  await recorder.record('other', settling);
  await recorder.record('r');
  expect(recorder.trouble.get()).toMatchObject({ code: 'ConstraintError' });
});

describe('what is read of a run while it is written', () => {
  it('is shown where another tab turns out to have written in its place', async () => {
    const { journal, recorder, shown, fill, empty } = await setUpRecorder();
    fill();
    await recorder.record('r', answered);
    empty();
    await createOther(journal);
    const after = await journal.read('r');
    const writing = recorder.record('r', settling);
    if (after) expect(recorder.show(after)).not.toEqual(after.run);
    await writing;
    expect(shown()).toEqual(after?.run);
    expect(shown()?.cancelled).toBe(true);
    expect(recorder.trouble.get()).toBeNull();
    await recorder.record('r', settling);
    expect(await journal.read('r')).toEqual({ run: shown(), next: 2 });
  });

  it('is older than what was written then, although the next cannot be', async () => {
    const { journal, recorder, shown, fill } = await setUpRecorder();
    const before = await journal.read('r');
    const first = recorder.record('r', answered);
    const second = recorder.record('r', settling);
    if (before) recorder.show(before);
    await first;
    fill();
    await second;
    expect(recorder.trouble.get()).toBe(full);
    expect(shown()).toEqual([answered, settling].reduce(reduceRun, planned));
    if (before) expect(await journal.read('r')).toEqual({ run: reduceRun(planned, answered), next: 1 });
  });

  it('is older than what was written then, although another tab goes on after that', async () => {
    const { journal, recorder, shown } = await setUpRecorder();
    const before = await journal.read('r');
    const first = recorder.record('r', answered);
    if (before) recorder.show(before);
    await first;
    await createOther(journal);
    await recorder.record('r', settling);
    expect(shown()).toEqual([answered, settling].reduce(reduceRun, planned));
  });

  it('does not bring a run back that was hidden', async () => {
    const { journal, recorder, fill, empty, shown } = await setUpRecorder();
    fill();
    await recorder.record('r', answered);
    empty();
    await createOther(journal);
    const after = await journal.read('r');
    journal.failing = () => {
      if (after) recorder.show(after);
      recorder.hide('r');
    };
    await recorder.record('r', settling);
    expect(recorder.trouble.get()).toMatchObject({ code: 'ConstraintError' });
    expect(shown()).toBeUndefined();
  });
});

it('what waits to be written of a run that is hidden is not, unless something depends on it', async () => {
  const { journal, recorder, shown } = await setUpRecorder();
  const told = recorder.record('r', answered);
  const required = recorder.require('r', settling);
  recorder.hide('r');
  await told;
  await expect(required).rejects.toThrow('There is no run r');
  expect(journal.written).toEqual(['begin r']);
  expect(shown()).toBeUndefined();
});
