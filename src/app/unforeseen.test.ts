import { describe, expect, it } from 'vitest';
import { problemOfUnforeseen } from './unforeseen.ts';

describe('[SR-33] an error that nothing caught', () => {
  it('is shown in one line, with an ID and without a stack', () => {
    const problem = problemOfUnforeseen(new TypeError('x is not a function'), '1a2b3c4d');
    expect(problem.advice).toContain('1a2b3c4d');
    expect(problem.raw).toBe('TypeError: x is not a function');
    expect(JSON.stringify(problem)).not.toContain('unforeseen.test');
  });

  it('shows no token', () => {
    const jwt = 'eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    const problem = problemOfUnforeseen(new Error(`Bearer ${jwt} was refused`), '1');
    expect(problem.raw).toBe('Error: Bearer (a token) was refused');
  });

  it.each([['text'], [undefined], [null], [{ a: 1 }]])('may be anything: %j', (thrown) => {
    expect(problemOfUnforeseen(thrown, '1').raw).toBe(String(thrown));
  });
});
