import { expect, it } from 'vitest';
import { noon } from '../graph/test-answers.ts';
import type { Problem } from '../lib/problem.ts';
import { createRest, restsFor } from './rest.ts';

const tooOften: Problem = { kind: 'throttled', title: 'Too often', advice: 'Wait.' };
const ended: Problem = { kind: 'signInNeeded', title: 'Ended', advice: 'Sign in.' };

function setUp() {
  let passed = 0;
  let clock = noon;
  const rest = createRest(
    () => clock,
    () => passed,
  );
  return {
    rest,
    pass(milliseconds: number) {
      passed += milliseconds;
      clock += milliseconds;
    },
    setClock: (time: number) => {
      clock = time;
    },
  };
}

it('[A21] lasts a minute from the last time that there was too much to do', () => {
  const { rest, pass } = setUp();
  expect(rest.why()).toBeUndefined();
  const told = rest.after(tooOften);
  expect(told).toEqual({ ...tooOften, retryAt: noon + restsFor });
  pass(restsFor - 1);
  expect(rest.why()).toBe(told);
  pass(1);
  expect(rest.why()).toBeUndefined();
  rest.after(tooOften);
  expect(rest.why()?.retryAt).toBe(noon + 2 * restsFor);
});

it('is for nothing else, and is not ended by it', () => {
  const { rest } = setUp();
  expect(rest.after(ended)).toBe(ended);
  expect(rest.why()).toBeUndefined();
  const told = rest.after(tooOften);
  rest.after(ended);
  expect(rest.why()).toBe(told);
});

it('goes by the time that passes, whatever the clock is set to', () => {
  const { rest, pass, setClock } = setUp();
  rest.after(tooOften);
  setClock(noon - 3_600_000);
  pass(restsFor - 1);
  expect(rest.why()).toBeDefined();
  pass(1);
  expect(rest.why()).toBeUndefined();
});
