import { describe, expect, it } from 'vitest';
import { approved, driverClaim, faultsOf, setUp, taskClaim } from './test-story.ts';
import { keyOf } from './truth.ts';
import { judge } from './verdict.ts';

describe('doubled and unclaimed', () => {
  it('two sendings of the app that both did it', () => {
    const { decide, judge: judged } = setUp();
    decide('a', 'approve', approved);
    decide('b', 'approve', approved);
    const verdict = judged(driverClaim('confirmed', { clientRequestIds: ['a', 'b'] }));
    expect([verdict.doubled, new Set(faultsOf(verdict))]).toEqual([1, new Set(['doubled'])]);
  });

  it('two runs of the app count as well', () => {
    const { decide, judge: judged } = setUp();
    decide('a', 'approve', approved);
    decide('b', 'approve', approved);
    const again = driverClaim('confirmed', { clientRequestIds: ['b'] });
    expect(judged(driverClaim('confirmed'), again)).toMatchObject({ items: 1, doubled: 1 });
  });

  it('a repetition by the browser is not the doing of the app', () => {
    const { decide, answer, judge: judged } = setUp();
    decide('a', 'approve', approved);
    answer({ broken: 'close', isOnUsed: true });
    decide('a', 'approve', approved);
    expect(judged(driverClaim('confirmed'))).toMatchObject({
      doubled: 0,
      browserDuplicates: 1,
      browserDoubleEffects: 1,
    });
  });

  it.each(['x', null])('a write under the id %s that no claim has', (id) => {
    const { decide, judge: judged } = setUp();
    decide(id, 'approve', approved);
    expect(faultsOf(judged())).toEqual(['unclaimed']);
  });

  it('looks at what came since', () => {
    const { decide, log, states } = setUp();
    decide('x', 'approve', approved);
    const since = (log.effects.at(-1)?.seq ?? 0) + 1;
    expect(judge([], { log, stateOf: (claim) => states.get(keyOf(claim)) }, since).unclaimed).toBe(0);
    const own = driverClaim('notApplied', { clientRequestIds: ['x'], since });
    expect(judge([own], { log, stateOf: (claim) => states.get(keyOf(claim)) }, since).misreported).toBe(0);
  });
});

describe('sendings', () => {
  const two = driverClaim('notApplied', { clientRequestIds: ['a', 'b'] });

  it.each([
    [{ status: 429 }, 0],
    [{ status: 401 }, 0],
    [{ status: 503 }, 0],
    [{ status: 503, byProxy: true }, 1],
    [{ status: 504 }, 1],
    [{ broken: 'close' } as const, 1],
    [{}, 1],
  ])('a further one after %j: doubled %i', (end, doubled) => {
    const { receive, answer, judge: judged } = setUp();
    receive('a');
    answer(end);
    receive('b');
    expect(judged(two).doubled).toBe(doubled);
  });

  it('a further one after one that never arrived', () => {
    const { receive, judge: judged } = setUp();
    receive('b');
    expect(judged(two).doubled).toBe(1);
  });

  it('a start that is refused because the first one worked', () => {
    const { start, receiveStart, answer, judge: judged } = setUp();
    start('a');
    answer({ status: 401 });
    receiveStart('b');
    answer({ status: 400 });
    expect(judged(taskClaim('started', { clientRequestIds: ['a', 'b'] })).doubled).toBe(1);
  });

  it.each([
    ['an answer', { status: 500 }],
    ['a stream that was cancelled', { broken: 'cancel' } as const],
    ['silence', { broken: 'silence' } as const],
  ])('the same id after %s is no browser’s doing', (_name, end) => {
    const { receive, answer, judge: judged } = setUp();
    receive('a');
    answer(end);
    receive('a');
    expect(judged(driverClaim('notApplied'))).toMatchObject({ doubled: 1, browserDuplicates: 0 });
  });

  it('the same id more often than browsers repeat', () => {
    const { receive, answer, judge: judged } = setUp();
    for (const isOnUsed of [true, true, false, true]) {
      receive('a');
      answer({ broken: 'reset', isOnUsed });
    }
    expect(judged(driverClaim('notApplied'))).toMatchObject({ doubled: 1, browserDuplicates: 2 });
  });

  it('more of them than clicks', () => {
    const { receive, log, states } = setUp();
    receive('a');
    receive('b');
    const truth = { log, stateOf: () => states.get(keyOf(driverClaim(null))) };
    const claims = [driverClaim('notApplied'), driverClaim('notApplied', { clientRequestIds: ['b'] })];
    const ungestured = (clicks?: number) => judge(claims, truth, 0, { clicks }).ungestured;
    expect([ungestured(1), ungestured(2), ungestured()]).toEqual([1, 0, 0]);
  });

  it('one too soon after a refusal that named no time', () => {
    const { receive, answer, judge: judged } = setUp();
    receive('a');
    answer({ status: 429 });
    receive('b');
    expect(judged(two).early).toBe(1);
  });
});

describe('selected', () => {
  it('is in a claim, or lost', () => {
    const { log, states } = setUp();
    const truth = { log, stateOf: () => states.get(keyOf(driverClaim(null))) };
    const selected = [driverClaim(null), driverClaim(null, { itemId: 'driver-2' })];
    expect(judge([driverClaim('notApplied')], truth, 0, { selected }).lost).toBe(1);
  });
});
