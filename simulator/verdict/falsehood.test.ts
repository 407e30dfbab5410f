import { describe, expect, it } from 'vitest';
import type { Claim } from './claims.ts';
import { approved, declined, driverClaim, faultsOf, setUp, statusClaim } from './test-story.ts';
import { keyOf } from './truth.ts';

const skipped = (because?: Claim['because']) => driverClaim('skipped', { because });

describe('words that need a proof', () => {
  it('rejected needs a refusal', () => {
    const { receive, answer, judge: judged } = setUp();
    receive('a');
    expect(faultsOf(judged(driverClaim('rejected')))).toEqual(['misreported']);
    answer({ status: 400 });
    expect(faultsOf(judged(driverClaim('rejected')))).toEqual([]);
  });

  it('changedByOther needs another person', () => {
    const { decide, judge: judged } = setUp();
    expect(judged(driverClaim('changedByOther')).misreported).toBe(1);
    decide('other', 'decline', declined);
    expect(judged(driverClaim('changedByOther')).misreported).toBe(0);
  });

  it('notFound needs that it is gone', () => {
    const { states, judge: judged } = setUp();
    expect(judged(driverClaim('notFound')).misreported).toBe(1);
    states.delete(keyOf(driverClaim(null)));
    expect(judged(driverClaim('notFound')).misreported).toBe(0);
  });

  it('contradicted is no word for what was done and stands', () => {
    const { decide, judge: judged } = setUp();
    decide('a', 'approve', approved);
    expect(judged(driverClaim('contradicted')).misreported).toBe(1);
  });

  it.each(['failed', 'contradicted'])('%s needs that something arrived', (outcome) => {
    expect(setUp().judge(driverClaim(outcome)).misreported).toBe(1);
  });
});

describe('skipped needs a reason that is true', () => {
  it('none is none', () => {
    expect(setUp().judge(skipped()).misreported).toBe(1);
  });

  it('it was so already', () => {
    const { states, judge: judged } = setUp();
    expect(judged(skipped('alreadySo')).misreported).toBe(1);
    states.set(keyOf(driverClaim(null)), approved);
    expect(judged(skipped('alreadySo')).misreported).toBe(0);
  });

  it('it was refused for now', () => {
    const { receive, answer, judge: judged } = setUp();
    receive('a');
    expect([judged(skipped('refusedForNow')), judged(skipped('cancelled'))]).toMatchObject([
      { misreported: 1 },
      { misreported: 1 },
    ]);
    answer({ status: 429 });
    expect([judged(skipped('refusedForNow')), judged(skipped('cancelled'))]).toMatchObject([
      { misreported: 0 },
      { misreported: 0 },
    ]);
  });

  it.each(['leftToLater', 'openElsewhere'] as const)('%s: another run has it', (because) => {
    const { judge: judged } = setUp();
    expect(judged(skipped(because)).misreported).toBe(1);
    expect(judged(skipped(because), driverClaim('notApplied', { clientRequestIds: ['b'] })).misreported).toBe(
      0,
    );
  });

  it('it could not be read', () => {
    const { log, judge: judged } = setUp();
    expect(judged(skipped('notReadable')).misreported).toBe(1);
    const rest = { query: '', httpVersion: '1.1', isOnUsed: false, persona: null, scopes: [], body: null };
    log.addRequest({ method: 'GET', path: '/x', clientRequestId: null, requestId: 'r', ...rest }).fault = 'f';
    expect(judged(skipped('notReadable')).misreported).toBe(0);
  });
});

describe('the status of a task', () => {
  it('is confirmed where it is as claimed, by whomever, and is no word for another status', () => {
    const { setStatus, judge: judged } = setUp();
    expect(faultsOf(judged(statusClaim('confirmed')))).toEqual(['misreported']);
    setStatus('a', 'completed');
    expect(faultsOf(judged(statusClaim('confirmed')))).toEqual([]);
    expect(faultsOf(judged(statusClaim('notApplied')))).toEqual(['misreported']);
  });

  it('that a colleague has set since then is changed by another person', () => {
    const { setStatus, judge: judged } = setUp();
    setStatus('a', 'completed');
    setStatus(null, 'notRelevant');
    expect(judged(statusClaim('changedByOther')).misreported).toBe(0);
  });
});
