import { expect, it } from 'vitest';
import { noon } from '../graph/test-answers.ts';
import { calm, type Story, startedRunner, workOf } from './testing/test-runner.ts';
import { planOf } from './testing/test-runs.ts';
import { accepted } from './testing/test-tabs.ts';

it('a check goes by what this page has lived since it sent, although the clock was set forward', async () => {
  const story: Story = [];
  let clock = noon;
  let lived = 40_000;
  const { runner } = startedRunner(workOf(story, accepted, { observe: async () => [] }), {
    now: () => clock,
    elapsed: () => lived,
    wait: async (milliseconds, signal) => {
      if (signal) return new Promise(() => undefined);
      clock += milliseconds;
      lived += milliseconds;
    },
  });
  const { id } = await runner.start(planOf({ pilot: ['a'] }));
  await runner.whenSent(id);
  await calm();
  expect(story.slice(-2)).toEqual(['observe pilot at 2000', 'observe pilot at 5000']);
  clock += 3_600_000;
  lived += 1_000;
  await runner.checkAgain(id);
  expect(story.at(-1)).toBe('observe pilot at 6000');
  await calm();
  // Nor does the check itself begin that time again.
  const since = lived - 40_000;
  await runner.checkAgain(id);
  expect(story.at(-1)).toBe(`observe pilot at ${since}`);
});

it('the runs that began in this page are told, the newest first', async () => {
  const { runner } = startedRunner(workOf([], accepted));
  expect(runner.begun.get()).toEqual([]);
  const first = await runner.start(planOf({ pilot: ['a'] }));
  const second = await runner.start(planOf({ pilot: ['b'] }));
  expect(runner.begun.get()).toEqual([second.id, first.id]);
});
