import { expect, it } from 'vitest';
import { failureOf, graphRefusal } from '../../graph/test-answers.ts';
import { ProblemError } from '../../lib/problem.ts';
import { runOf, stepOf } from '../testing/test-runs.ts';
import { answered, outcomesOf, settled, setUpSettling } from '../testing/test-settling.ts';
import { settleRun } from './settle-run.ts';

const { problem } = await failureOf(graphRefusal(429, 'TooManyRequests', { 'Retry-After': '3600' }));
const throttled = new ProblemError(problem);

it('[G29] a read that is throttled proves nothing: what is not known stays so until one works', async () => {
  const run = runOf([stepOf('1', [answered('a')])]);
  const found = [{ stepId: '1', results: [settled('a', 'confirmed')] }];
  const all = setUpSettling(run, [throttled, throttled, found], [2_000, 5_000, 15_000]);
  await settleRun(all.settling);
  expect(all.recorded).toHaveLength(1);
  expect(outcomesOf(all.shown())).toEqual([['confirmed']]);
});

it('[G29] when all of them are, a person is left to check again, and nothing is guessed', async () => {
  const all = setUpSettling(runOf([stepOf('1', [answered('a')])]), [throttled], [2_000, 5_000]);
  await settleRun(all.settling);
  expect(all.story).toHaveLength(2);
  expect(all.recorded).toEqual([]);
  expect(outcomesOf(all.shown())).toEqual([['unknown']]);
});
