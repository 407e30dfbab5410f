import { describe, expect, it } from 'vitest';
import type { Sent } from '../../graph/sender.ts';
import { connectionLost, failureOf, success, successOf } from '../../graph/test-answers.ts';
import { toProblem } from '../../lib/problem.ts';
import type { Intent } from '../model/run.ts';
import type { Preview } from '../sending/preview.ts';
import { createMemoryJournal, type MemoryJournal } from '../testing/test-journal.ts';
import { type Story, startedRunner, workOf } from '../testing/test-runner.ts';
import { itemOf, nextOf, planOf, runOf, stepOf } from '../testing/test-runs.ts';
import type { Work } from '../work.ts';

const lost: Sent = { kind: 'unknown', answer: await failureOf(connectionLost) };
const yes: Sent = { kind: 'accepted', answer: await successOf(success({})) };
const inspect: Work['inspect'] = async ({ items }) =>
  items.map(({ id }) => ({ id, phase: 'planned', outcome: null }));
const forEver = () => new Promise<void>(() => undefined);

const sentIn = ({ plan }: Preview) => plan?.targets.flatMap(({ items }) => items.map(({ id }) => id));

it('a preview leaves out what any run has sent and does not know yet', async () => {
  const { runner } = startedRunner(workOf([], lost, { inspect }), { wait: forEver });
  const { id } = await runner.start(planOf({ pilot: ['a'] }));
  await runner.whenSent(id);
  const preview = await runner.preview(nextOf({ pilot: ['a', 'b'], broad: ['a'] }));
  expect(sentIn(preview)).toEqual(['b', 'a']);
  expect(preview.leftOut.map(({ item }) => item.id)).toEqual(['a']);
  expect(sentIn(await runner.preview(nextOf({ pilot: ['a', 'b'] }, { follows: id })))).toEqual(['b']);
});

it('a preview asks the journal too, for what another tab has sent', async () => {
  const journal = createMemoryJournal();
  const other = startedRunner(workOf([], lost, { inspect }), { journal, wait: forEver });
  const { id } = await other.runner.start(planOf({ pilot: ['a'] }));
  await other.runner.whenSent(id);
  const { runner } = startedRunner(workOf([], lost, { inspect }), { journal });
  expect(sentIn(await runner.preview(nextOf({ pilot: ['a', 'b'] })))).toEqual(['b']);
});

describe('a run that suspends what another has approved', () => {
  const suspend: Intent = { kind: 'driver-approval', action: 'suspend', deployAt: null };
  async function approved(journal: MemoryJournal, intent?: Intent) {
    const work = workOf([], yes, { inspect });
    const { runner } = startedRunner(work, { journal, wait: forEver });
    const { id } = await runner.start(planOf({ pilot: ['a'] }, intent && { intent }));
    await runner.whenSent(id);
    return { runner, id };
  }

  it('does not wait for the last read of that one, here and from another tab', async () => {
    const journal = createMemoryJournal();
    const { runner, id } = await approved(journal);
    const next = nextOf({ pilot: ['a'] }, { intent: suspend, follows: id });
    const story: Story = [];
    let last = 0;
    const newId = () => {
      last += 1;
      return `elsewhere-${last}`;
    };
    const elsewhere = startedRunner(workOf(story, yes, { inspect }), { journal: journal.open(), newId });
    for (const page of [runner, elsewhere.runner]) expect(sentIn(await page.preview(next))).toEqual(['a']);
    const suspension = planOf({ pilot: ['a'] }, { intent: suspend, follows: id });
    await elsewhere.runner.whenSent((await elsewhere.runner.start(suspension)).id);
    expect(story.filter((line) => line.startsWith('send'))).toHaveLength(1);
  });

  it('does where that one suspends too, is none, or nobody knows it any more', async () => {
    const journal = createMemoryJournal();
    const { runner, id } = await approved(journal, suspend);
    const nextAfter = (follows: string) => nextOf({ pilot: ['a'] }, { intent: suspend, follows });
    expect(sentIn(await runner.preview(nextAfter(id)))).toBeUndefined();
    expect(sentIn(await runner.preview(nextAfter('gone')))).toBeUndefined();
    expect(sentIn(await runner.preview(nextOf({ pilot: ['a'] }, { intent: suspend })))).toBeUndefined();
  });

  it('does not wait either when it goes on with another suspension of it', async () => {
    const journal = createMemoryJournal();
    const { runner, id } = await approved(journal);
    const steps = [stepOf('1', [itemOf('b')])];
    const first = runOf(steps, { id: 'first', follows: id, intent: suspend });
    await journal.begin(first);
    const next = nextOf({ pilot: ['a'] }, { intent: suspend, follows: 'first' });
    expect(sentIn(await runner.preview(next))).toEqual(['a']);
  });

  it('is none where that one ran actions of tasks', async () => {
    const journal = createMemoryJournal();
    const { runner, id } = await approved(journal, { kind: 'response-action' });
    const next = nextOf({ pilot: ['a'] }, { intent: suspend, follows: id });
    expect(sentIn(await runner.preview(next))).toBeUndefined();
  });
});

it('a preview needs a person who is signed in', async () => {
  const { runner } = startedRunner(workOf([], lost, { inspect }), { account: () => null });
  const problem = await runner.preview(nextOf({ pilot: ['a'] })).then(() => undefined, toProblem);
  expect(problem).toMatchObject({ kind: 'signInNeeded' });
});
