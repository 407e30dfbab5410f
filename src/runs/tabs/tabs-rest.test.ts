import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '../../lib/problem.ts';
import { reduceRun } from '../model/reducer.ts';
import { calm, endOf, type Story, startedRunner, workOf } from '../testing/test-runner.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { accepted, open, pageOver, paused } from '../testing/test-tabs.ts';
import type { Work } from '../work.ts';

const nothing: Work['observe'] = async () => [];

describe('a run that no read settles', () => {
  it('is taken over once, and then left to a person', async () => {
    const { runner, story, journal } = await pageOver(paused, { observe: nothing });
    await runner.takeUp();
    await calm();
    expect(story).toEqual(['observe target 1 at 2000', 'observe target 1 at 5000']);
    expect(journal.written).toEqual([`begin ${paused.id}`]);
    expect([...runner.elsewhere.get()]).toEqual([]);
  });

  it('is taken over once although its tab had written often', async () => {
    const { runner, other, locks, story } = await pageOver(paused, { observe: nothing });
    const tab = locks.open();
    void tab.hold(`actiondesk/run/${paused.id}`, () => new Promise(() => undefined));
    await runner.takeUp();
    for (const [number, until] of [1, 2].entries()) {
      await other.append(paused, number, [{ kind: 'waiting', until }]);
      await calm();
    }
    tab.crash();
    await calm();
    expect(story).toHaveLength(2);
  });

  it('comes to rest although two tabs look after it', async () => {
    const { runner, journal, locks, story } = await pageOver(paused, { observe: nothing });
    const secondStory: Story = [];
    const work = workOf(secondStory, accepted, { observe: nothing });
    const second = startedRunner(work, { journal: journal.open(), locks: locks.open() });
    await Promise.all([runner.takeUp(), second.runner.takeUp()]);
    for (let turn = 0; turn < 20; turn += 1) await calm();
    expect([...story, ...secondStory]).toHaveLength(4);
  });

  it('is followed again when another tab works on it later', async () => {
    const { runner, other, locks } = await pageOver(paused, { observe: nothing });
    await runner.takeUp();
    await calm();
    const tab = locks.open();
    void tab.hold(`actiondesk/run/${paused.id}`, () => new Promise(() => undefined));
    await other.append(paused, 0, [{ kind: 'waiting', until: 5 }]);
    await calm();
    expect([...runner.elsewhere.get()]).toEqual([paused.id]);
  });
});

describe('a run that began something and is looked after by another tab', () => {
  const begun = itemOf('a', { phase: 'answered', outcome: 'started' });
  const began = (state: 'settling' | 'done') =>
    runOf([stepOf('1', [begun])], { state, accountKey: 'hash of anna', intent: { kind: 'response-action' } });

  /** A page over the run, while another tab holds it. */
  async function besideTab(state: 'settling' | 'done') {
    const page = await pageOver(began(state), { observe: nothing });
    const tab = page.locks.open();
    void tab.hold(`actiondesk/run/${began(state).id}`, () => new Promise(() => undefined));
    await page.runner.takeUp();
    await calm();
    expect([...page.runner.elsewhere.get()]).toEqual([began(state).id]);
    expect(page.story).toEqual([]);
    return { ...page, tab };
  }

  it('was over, and is followed once more when that tab goes', async () => {
    const { tab, story, other, runner } = await besideTab('done');
    tab.crash();
    await calm();
    expect(story).toEqual(['observe target 1 at 2000', 'observe target 1 at 5000']);
    for (let turn = 0; turn < 3; turn += 1) {
      await other.append(began('done'), turn, [{ kind: 'waiting', until: turn }]);
      await calm();
      await runner.takeUp();
      await calm();
    }
    expect(story).toHaveLength(2);
    expect([...runner.elsewhere.get()]).toEqual([]);
  });

  it('is followed by that tab to its end, and by no second one', async () => {
    const { tab, story, other, shown } = await besideTab('settling');
    const done = { kind: 'state', state: 'done', at: 5 } as const;
    await other.append(reduceRun(began('settling'), done), 0, [done]);
    tab.crash();
    await calm();
    expect(shown()?.state).toBe('done');
    expect(story).toEqual([]);
  });
});

it('a run that is shown, and that another tab has settled, is shown so', async () => {
  const alone = runOf([stepOf('1', [open])], { state: 'done', accountKey: 'hash of anna' });
  const { runner, other, shown } = await pageOver(alone, { observe: nothing });
  await runner.takeUp();
  await calm();
  const results = [{ id: 'a', phase: 'settled', outcome: 'confirmed' } as const];
  const items = { kind: 'items', stepId: '1', results } as const;
  await other.append(reduceRun(alone, items), 0, [items]);
  await calm();
  expect(endOf(shown() ?? alone)).toEqual(['settled confirmed']);
});

const problem: Problem = { kind: 'unexpected', title: 'Broken', advice: 'Allow it.' };
const broken = () => Promise.reject(new ProblemError(problem));

it('what cannot be read when another tab has written is said', async () => {
  const { runner, journal, other } = await pageOver({ ...paused, state: 'done' });
  await runner.takeUp();
  await calm();
  expect(runner.trouble.get()).toBeNull();
  journal.read = broken;
  await other.append(paused, 0, [{ kind: 'waiting', until: 5 }]);
  await calm();
  expect(runner.trouble.get()).toBe(problem);
});

it('what cannot be taken over is said, and shown as it was', async () => {
  const { runner, journal, shown } = await pageOver(paused);
  const { read } = journal;
  journal.read = (runId) => {
    journal.read = broken;
    return read(runId);
  };
  await runner.takeUp();
  await calm();
  expect(runner.trouble.get()).toBe(problem);
  expect(shown()).toMatchObject({ state: 'paused' });
});

it('what could not be read once is read again, taken over, and said no more', async () => {
  const { runner, journal, shown, story } = await pageOver(paused);
  const { read } = journal;
  let fails = 3;
  journal.read = (runId) => {
    fails -= 1;
    return fails < 0 ? read(runId) : broken();
  };
  await runner.takeUp();
  await calm();
  expect(story).toEqual(['observe target 1 at 2000']);
  expect(shown()).toMatchObject({ state: 'paused' });
  expect(runner.trouble.get()).toBeNull();
});

it('a run that is over and was never shown here stays so when another tab writes of it', async () => {
  const { runner, other } = await pageOver({ ...paused, state: 'done', id: 'first' });
  await runner.takeUp();
  const over = runOf([stepOf('1', [itemOf('a', { phase: 'settled', outcome: 'confirmed' })])], {
    id: 'over',
    state: 'done',
    accountKey: 'hash of anna',
  });
  await other.begin(over);
  await calm();
  expect(runner.runs.get().map(({ id }) => id)).toEqual(['first']);
});
