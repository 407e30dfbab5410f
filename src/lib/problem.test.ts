import { describe, expect, it } from 'vitest';
import { capText, describeProblem, type Problem, ProblemError, toProblem } from './problem.ts';

const problem: Problem = {
  kind: 'forbidden',
  title: 'Access denied',
  advice: 'Ask an administrator.',
  status: 403,
  code: 'Forbidden',
  requestId: 'r-1',
  clientRequestId: 'c-1',
  date: '2026-12-08T12:00:00.000Z',
  raw: '{"error":{}}',
  scopes: ['SecurityIncident.Read.All', 'SecurityIncident.ReadWrite.All'],
  claims: '{"access_token":{}}',
};

describe('capText', () => {
  it('leaves what fits as it is', () => {
    expect(capText('a'.repeat(2_000))).toBe('a'.repeat(2_000));
    expect(capText('', 3)).toBe('');
  });

  it('[D12] cuts a megabyte and says how long it was', () => {
    const cut = capText('a'.repeat(1_000_000));
    expect(cut.length).toBeLessThan(2_100);
    expect(cut).toMatch(/^a{2000}… \(1000000 characters\)$/);
  });
});

describe('toProblem', () => {
  it('unwraps its own error', () => {
    const error = new ProblemError(problem);
    expect(toProblem(error)).toBe(problem);
    expect(String(error)).toBe('ProblemError: Access denied');
  });

  it('takes an aborted read for cancelled', () => {
    expect(toProblem(new DOMException('stop', 'AbortError'))).toEqual({
      kind: 'cancelled',
      title: 'Canceled',
      advice: 'Nothing more was loaded.',
    });
  });

  it.each([
    [new TypeError('x is not a function'), 'TypeError: x is not a function'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [null, 'null'],
  ])('keeps what %s says', (thrown, raw) => {
    expect(toProblem(thrown)).toEqual({
      kind: 'unexpected',
      title: 'Something went wrong in Actiondesk',
      advice: 'Reload the page. If it happens again, send the details to your Actiondesk admin.',
      raw,
    });
  });
});

describe('describeProblem', () => {
  it('[M15] gives support every id, and no claims', () => {
    expect(describeProblem(problem)).toBe(
      [
        'Error: Access denied',
        'Status: 403',
        'Code: Forbidden',
        'request-id: r-1',
        'client-request-id: c-1',
        'Time (UTC): 2026-12-08T12:00:00.000Z',
        'Permissions: SecurityIncident.Read.All SecurityIncident.ReadWrite.All',
        'Response: {"error":{}}',
      ].join('\n'),
    );
  });

  it('leaves out what is not known', () => {
    const { kind, title, advice } = problem;
    expect(describeProblem({ kind, title, advice, code: '', scopes: [] })).toBe(`Error: ${title}`);
    expect(describeProblem({ kind, title, advice })).toBe(`Error: ${title}`);
  });
});
