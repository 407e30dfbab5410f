import { describe, expect, it } from 'vitest';
import { approved, declined, driverClaim, faultsOf, setUp, syncClaim, taskClaim } from './test-story.ts';
import { keyOf } from './truth.ts';

describe('honest claims', () => {
  it.each(['successful', 'confirmed'])('%s of what was done', (outcome) => {
    const { decide, judge: judged } = setUp();
    decide('a', 'approve', approved);
    expect(judged(driverClaim(outcome))).toEqual({
      items: 1,
      open: 0,
      lost: 0,
      doubled: 0,
      misreported: 0,
      unclaimed: 0,
      ungestured: 0,
      early: 0,
      browserDuplicates: 0,
      browserDoubleEffects: 0,
      details: [],
    });
  });

  it('confirmed of what another person did alike, and of what is undone since', () => {
    const { decide, states, judge: judged } = setUp();
    states.set(keyOf(driverClaim(null)), approved);
    expect(faultsOf(judged(driverClaim('confirmed', { clientRequestIds: [] })))).toEqual([]);
    decide('a', 'approve', approved);
    decide('other', 'decline', declined);
    expect(judged(driverClaim('confirmed')).misreported).toBe(0);
  });

  it.each(['notApplied', 'failed', 'contradicted'])('%s where nothing was done', (outcome) => {
    const { receive, judge: judged } = setUp();
    receive('a');
    expect(faultsOf(judged(driverClaim(outcome)))).toEqual([]);
  });

  it('a person may decide again, otherwise or after another decision', () => {
    const { decide, judge: judged } = setUp();
    decide('a', 'approve', approved);
    decide('b', 'decline', declined);
    decide('c', 'approve', approved);
    const second = driverClaim('confirmed', { action: 'decline', deployAt: null, clientRequestIds: ['b'] });
    const third = driverClaim('confirmed', { clientRequestIds: ['c'] });
    expect(faultsOf(judged(driverClaim('confirmed'), second, third))).toEqual([]);
  });

  it.each([
    ['started', 'inProgress'],
    ['completed', 'completed'],
    ['partiallyCompleted', 'partiallyCompleted'],
    ['failed', 'failed'],
  ])('a task %s that is %s', (outcome, actionStatus) => {
    const { start, judge: judged } = setUp();
    start('a', actionStatus);
    expect(faultsOf(judged(taskClaim(outcome)))).toEqual([]);
  });

  it('a task alreadyRunning by another person', () => {
    const { start, judge: judged } = setUp();
    start('somebody');
    const verdict = judged(taskClaim('alreadyRunning'));
    expect(verdict).toMatchObject({ misreported: 0, unclaimed: 1 });
  });

  it('a sync', () => {
    const { sync, judge: judged } = setUp();
    sync('a');
    expect(faultsOf(judged(syncClaim('completed')))).toEqual([]);
  });
});

describe('misreported', () => {
  it.each(['successful', 'confirmed'])('%s, but nothing was done', (outcome) => {
    const { receive, judge: judged } = setUp();
    receive('a');
    expect(faultsOf(judged(driverClaim(outcome)))).toEqual(['misreported']);
  });

  it('confirmed, but with another date', () => {
    const { decide, judge: judged } = setUp();
    decide('a', 'approve', { ...approved, deployDateTime: '2026-12-09T05:00:00Z' });
    expect(faultsOf(judged(driverClaim('confirmed')))).toEqual(['misreported']);
  });

  it.each(['notApplied', 'rejected', 'failed', 'skipped', 'notFound', 'changedByOther', 'contradicted'])(
    '%s, but it was done and stands',
    (outcome) => {
      const { decide, judge: judged } = setUp();
      decide('a', 'approve', approved);
      expect(faultsOf(judged(driverClaim(outcome)))).toEqual(['misreported']);
    },
  );

  it('notApplied of a second sending that found it done', () => {
    const { decide, judge: judged } = setUp();
    decide('other', 'approve', approved);
    decide('a', 'approve', approved);
    expect(judged(driverClaim('notApplied')).misreported).toBe(1);
  });

  it.each(['started', 'completed', 'partiallyCompleted', 'failed', 'alreadyRunning'])(
    'a task %s that nobody started',
    (outcome) => {
      expect(faultsOf(setUp().judge(taskClaim(outcome)))).toEqual(['misreported']);
    },
  );

  it.each(['notApplied', 'rejected', 'skipped'])('a task %s that was started', (outcome) => {
    const { start, judge: judged } = setUp();
    start('a', 'completed');
    expect(faultsOf(judged(taskClaim(outcome)))).toEqual(['misreported']);
  });

  it.each(['started', 'completed'])('a sync %s that nobody asked for', (outcome) => {
    expect(faultsOf(setUp().judge(syncClaim(outcome)))).toEqual(['misreported']);
  });
});

describe('open and lost', () => {
  it.each(['planned', 'sending', 'unknown'])('%s is open', (outcome) => {
    expect(faultsOf(setUp().judge(driverClaim(outcome)))).toEqual(['open']);
  });

  it.each([null, 'finished'])('%s is no outcome', (outcome) => {
    expect(faultsOf(setUp().judge(driverClaim(outcome)))).toEqual(['lost']);
  });

  it('an item that was sent and that no claim names is lost', () => {
    const { receive, judge: judged } = setUp();
    receive('a', ['driver-1', 'driver-2']);
    expect(judged(driverClaim('notApplied'))).toMatchObject({ items: 1, lost: 1 });
  });
});
