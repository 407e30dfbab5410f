import { describe, expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { createStore } from '../lib/store.ts';
import type { Plan, Run } from '../runs/model/run.ts';
import type { Runner } from '../runs/runner.ts';
import { createMemoryJournal } from '../runs/testing/test-journal.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import type { Engine } from './engine.ts';
import { createLateEngine } from './late-engine.ts';

const plan: Plan = { title: 'Approve', note: '', targets: [] };
const run = runOf([stepOf('1', [itemOf('a')])], { id: 'a' });

/** An engine that notes what it is asked, and whose only run begins at once. */
function engineThatNotes(): Engine & { readonly asked: string[] } {
  const asked: string[] = [];
  const note = (name: string) => async () => void asked.push(name);
  const runs = createStore<readonly Run[]>([]);
  const runner: Runner = {
    runs,
    begun: createStore<readonly string[]>([]),
    busy: createStore<ReadonlySet<string>>(new Set()),
    elsewhere: createStore<ReadonlySet<string>>(new Set()),
    trouble: createStore<Problem | null>(null),
    async start() {
      asked.push('start');
      runs.set([run]);
      return run;
    },
    preview: () => Promise.reject(new Error('is not asked')),
    cancel: note('cancel'),
    whenSent: async () => run,
    checkAgain: note('checkAgain'),
    leaveAtThat: note('leaveAtThat'),
    forget: (ids) => runs.set(runs.get().filter(({ id }) => !ids.includes(id))),
    takeUp: note('takeUp'),
  };
  return { runner, journal: createMemoryJournal(), asked };
}

describe('an engine whose code comes later', () => {
  it('keeps a click that was earlier, and begins it once', async () => {
    const engine = engineThatNotes();
    let come: (loaded: Engine) => void = () => {};
    const { runner } = createLateEngine(() => new Promise((resolve) => (come = resolve)));
    const started = runner.start(plan);
    expect(runner.runs.get()).toEqual([]);
    expect(engine.asked).toEqual([]);
    come(engine);
    expect(await started).toBe(run);
    expect(engine.asked).toEqual(['start']);
    expect(runner.runs.get()).toEqual([run]);
  });

  it('is loaded once, however much is asked of it', async () => {
    let loads = 0;
    const engine = engineThatNotes();
    const { runner, journal } = createLateEngine(async () => {
      loads += 1;
      return engine;
    });
    await Promise.all([runner.takeUp(), runner.cancel('a'), journal.readAll(), journal.hashOf('anna')]);
    expect(loads).toBe(1);
    // Whoever loads it takes up what was interrupted: a second time would follow every run twice.
    expect(engine.asked).toEqual(['cancel']);
  });

  it('shows what the engine shows, from the moment it comes', async () => {
    const engine = engineThatNotes();
    engine.runner.runs.set([run]);
    const { runner } = createLateEngine(async () => engine);
    let told = 0;
    runner.runs.subscribe(() => {
      told += 1;
    });
    await runner.takeUp();
    expect(runner.runs.get()).toEqual([run]);
    engine.runner.busy.set(new Set(['a']));
    expect(runner.busy.get()).toEqual(new Set(['a']));
    runner.forget(['a']);
    expect(runner.runs.get()).toEqual([]);
    expect(told).toBe(2);
  });

  it('says what is not done while its code can’t be loaded, and tries again when something is asked', async () => {
    let isOnline = false;
    const engine = engineThatNotes();
    const { runner } = createLateEngine(async () => {
      if (!isOnline) throw new TypeError('Failed to fetch dynamically imported module');
      return engine;
    });
    await expect(runner.start(plan)).rejects.toMatchObject({
      problem: { title: 'Part of Actiondesk didn’t load' },
    });
    expect(runner.trouble.get()?.advice).toContain('Nothing can be sent');
    isOnline = true;
    expect(await runner.start(plan)).toBe(run);
    expect(runner.trouble.get()).toBeNull();
  });

  it('tells listeners of other tabs once it is there, and no more when they have left', async () => {
    const engine = { ...engineThatNotes(), journal: createMemoryJournal() };
    const { journal } = createLateEngine(async () => engine);
    const heard: string[] = [];
    const stop = journal.onChange((runId) => heard.push(runId));
    const stopAtOnce = journal.onChange(() => heard.push('left before'));
    stopAtOnce();
    await journal.readAll();
    const other = engine.journal.open();
    await other.begin(run);
    await expect.poll(() => heard).toEqual(['a']);
    stop();
    await other.append({ ...run, state: 'done' }, 0, [{ kind: 'state', state: 'done', at: 1 }]);
    await journal.readAll();
    expect(heard).toEqual(['a']);
  });
});
