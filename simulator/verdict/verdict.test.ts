import { describe, expect, it } from 'vitest';
import { createRequestLog, type Effect, type RequestLog } from '../request-log.ts';
import type { Claim } from './claims.ts';
import { type ItemState, keyOf } from './truth.ts';
import { judge, type Verdict } from './verdict.ts';

const profile = 'Profile-1';
const date = '2026-12-08T05:00:00Z';
const reviewed = { approvalStatus: 'needsReview', deployDateTime: '0001-01-01T00:00:00Z' };
const approved = { approvalStatus: 'approved', deployDateTime: date };
const declined = { approvalStatus: 'declined', deployDateTime: '0001-01-01T00:00:00Z' };

const driverClaim = (outcome: string | null, fields: Partial<Claim> = {}): Claim => ({
  kind: 'driverAction',
  targetId: profile,
  itemId: 'driver-1',
  action: 'approve',
  deployAt: date,
  outcome,
  clientRequestIds: ['a'],
  since: 0,
  ...fields,
});
const taskClaim = (outcome: string, fields: Partial<Claim> = {}) =>
  driverClaim(outcome, { kind: 'responseAction', targetId: 'task-1', itemId: 'task-1', ...fields });
const syncClaim = (outcome: string) =>
  driverClaim(outcome, { kind: 'syncInventory', targetId: profile, itemId: profile });

/** A tenant in which things happen one after the other. */
function setUp() {
  const log: RequestLog = createRequestLog();
  const states = new Map<string, ItemState>([
    [keyOf(driverClaim(null)), reviewed],
    [keyOf(taskClaim('')), { actionStatus: 'notStarted' }],
    [keyOf(syncClaim('')), { driverInventorySyncState: 'success' }],
  ]);
  let sent = 0;
  const receive = (clientRequestId: string | null, path: string, body: unknown = null) => {
    sent += 1;
    const requestId = `request-${sent}`;
    const rest = { query: '', httpVersion: '1.1', persona: null, scopes: [], body };
    log.addRequest({ method: 'POST', path, clientRequestId, requestId, ...rest });
    return { requestId, clientRequestId };
  };
  const driversPath = `/deviceManagement/windowsDriverUpdateProfiles/${profile}/executeAction`;
  const none = { profileId: null, taskId: null, driverId: null };
  return {
    log,
    states,
    receive: (id: string | null, driverIds: readonly string[] = ['driver-1']) =>
      receive(id, driversPath, { driverIds }),
    /** Arrives and changes driver-1 to `after`, from what it is. */
    decide(id: string | null, action: string, after: ItemState, driverId = 'driver-1') {
      const key = keyOf(driverClaim(null, { itemId: driverId }));
      const before = states.get(key) ?? reviewed;
      states.set(key, after);
      const ids = receive(id, driversPath, { driverIds: [driverId] });
      const kind: Effect['kind'] = 'driverAction';
      log.addEffect({ ...ids, ...none, kind, profileId: profile, driverId, action, before, after });
    },
    start(id: string, actionStatus = 'inProgress') {
      const before = { actionStatus: 'notStarted' };
      states.set(keyOf(taskClaim('')), { actionStatus });
      const ids = receive(id, '/security/incidentTasks/task-1/executeResponseAction');
      const after = { actionStatus: 'inProgress' };
      const action = 'isolateDevice';
      log.addEffect({ ...ids, ...none, kind: 'responseAction', taskId: 'task-1', action, before, after });
    },
    sync(id: string) {
      const ids = receive(id, `/deviceManagement/windowsDriverUpdateProfiles/${profile}/syncInventory`);
      const after = { syncing: true };
      const before = { syncing: false };
      const action = 'syncInventory';
      log.addEffect({ ...ids, ...none, kind: 'syncInventory', profileId: profile, action, before, after });
    },
    judge: (...claims: readonly Claim[]) =>
      judge(claims, { log, stateOf: (claim) => states.get(keyOf(claim)) }),
  };
}

/** What a verdict found fault with. */
const faultsOf = (verdict: Verdict) => verdict.details.map(({ judgement }) => judgement);

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
      browserDuplicates: 0,
      browserDoubleEffects: 0,
      details: [],
    });
  });

  it('confirmed of what somebody else did alike, and of what is undone since', () => {
    const { decide, states, judge: judged } = setUp();
    states.set(keyOf(driverClaim(null)), approved);
    expect(faultsOf(judged(driverClaim('confirmed', { clientRequestIds: [] })))).toEqual([]);
    decide('a', 'approve', approved);
    decide('other', 'decline', declined);
    expect(judged(driverClaim('confirmed')).misreported).toBe(0);
  });

  it.each(['notApplied', 'rejected', 'failed', 'skipped', 'notFound', 'changedByOther'])(
    '%s where nothing was done',
    (outcome) => {
      const { receive, judge: judged } = setUp();
      receive('a');
      expect(faultsOf(judged(driverClaim(outcome)))).toEqual([]);
    },
  );

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

  it('a task alreadyRunning by somebody', () => {
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

  it.each(['notApplied', 'rejected', 'failed', 'skipped', 'notFound', 'changedByOther'])(
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

describe('doubled and unclaimed', () => {
  it('two sendings of the app that both did it', () => {
    const { decide, judge: judged } = setUp();
    decide('a', 'approve', approved);
    decide('b', 'approve', approved);
    expect(faultsOf(judged(driverClaim('confirmed', { clientRequestIds: ['a', 'b'] })))).toEqual(['doubled']);
  });

  it('two runs of the app count as well', () => {
    const { decide, judge: judged } = setUp();
    decide('a', 'approve', approved);
    decide('b', 'approve', approved);
    const again = driverClaim('confirmed', { clientRequestIds: ['b'] });
    expect(judged(driverClaim('confirmed'), again)).toMatchObject({ items: 1, doubled: 1 });
  });

  it('a repetition by the browser is not the doing of the app', () => {
    const { decide, receive, judge: judged } = setUp();
    decide('a', 'approve', approved);
    decide('a', 'approve', approved);
    receive('a');
    expect(judged(driverClaim('confirmed'))).toMatchObject({
      doubled: 0,
      browserDuplicates: 2,
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
