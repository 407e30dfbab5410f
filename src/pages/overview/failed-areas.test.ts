import { describe, expect, it } from 'vitest';
import type { Problem, ProblemKind } from '../../lib/problem.ts';
import { failuresToTell } from './failed-areas.ts';

const problem = (kind: ProblemKind, rest: Partial<Problem> = {}): Problem => ({
  kind,
  title: kind,
  advice: 'Wait.',
  ...rest,
});
const areas = (drivers: Problem | undefined, tasks: Problem | undefined) => [
  { name: 'Drivers', problem: drivers },
  { name: 'Incident tasks', problem: tasks },
];
const told = (drivers: Problem | undefined, tasks: Problem | undefined) =>
  failuresToTell(areas(drivers, tasks)).map(({ names, problem: { kind } }) => [kind, ...names]);

describe('failuresToTell', () => {
  it('tells a problem of both areas once, whatever its IDs', () => {
    const [one, other] = [{ requestId: 'a' }, { requestId: 'b' }].map((ids) => problem('serverFault', ids));
    expect(told(one, other)).toEqual([['serverFault', 'Drivers', 'Incident tasks']]);
  });

  it('tells two problems where what to do differs', () => {
    const scopes = (...names: string[]) => problem('consentNeeded', { scopes: names });
    expect(told(scopes('a'), scopes('b'))).toHaveLength(2);
    expect(told(problem('noLicense'), problem('serverFault'))).toHaveLength(2);
    expect(told(problem('serverFault'), problem('serverFault', { advice: 'Call.' }))).toHaveLength(2);
  });

  it('leaves a missing permission to the numbers while another area is there, or fails for its own reason', () => {
    expect(told(problem('forbidden'), undefined)).toEqual([]);
    expect(told(problem('forbidden'), problem('serverFault'))).toEqual([['serverFault', 'Incident tasks']]);
    expect(told(problem('forbidden'), problem('forbidden', { advice: 'Ask.' }))).toHaveLength(2);
  });

  it('tells of a sign-in alone', () => {
    expect(told(problem('serverFault'), problem('signInNeeded'))).toEqual([
      ['signInNeeded', 'Incident tasks'],
    ]);
    expect(told(undefined, undefined)).toEqual([]);
  });
});
