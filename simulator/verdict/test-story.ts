import { createRequestLog, type Effect, type RequestEntry, type RequestLog } from '../request-log.ts';
import type { Claim } from './claims.ts';
import { type ItemState, keyOf } from './truth.ts';
import { judge, type Verdict } from './verdict.ts';

/** For tests: a tenant in which things happen one after the other, and claims about it. */

const profile = 'Profile-1';
export const date = '2026-12-08T05:00:00Z';
export const reviewed = { approvalStatus: 'needsReview', deployDateTime: '0001-01-01T00:00:00Z' };
export const approved = { approvalStatus: 'approved', deployDateTime: date };
export const declined = { approvalStatus: 'declined', deployDateTime: '0001-01-01T00:00:00Z' };

export const driverClaim = (outcome: string | null, fields: Partial<Claim> = {}): Claim => ({
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
export const taskClaim = (outcome: string, fields: Partial<Claim> = {}) =>
  driverClaim(outcome, { kind: 'responseAction', targetId: 'task-1', itemId: 'task-1', ...fields });
export const statusClaim = (outcome: string, fields: Partial<Claim> = {}) =>
  taskClaim(outcome, { kind: 'taskUpdate', action: 'completed', deployAt: null, ...fields });
export const syncClaim = (outcome: string) =>
  driverClaim(outcome, { kind: 'syncInventory', targetId: profile, itemId: profile });

/** A tenant in which things happen one after the other. */
export function setUp() {
  const log: RequestLog = createRequestLog();
  const states = new Map<string, ItemState>([
    [keyOf(driverClaim(null)), reviewed],
    [keyOf(taskClaim('')), { actionStatus: 'notStarted' }],
    [keyOf(statusClaim('')), { status: 'open' }],
    [keyOf(syncClaim('')), { driverInventorySyncState: 'success' }],
  ]);
  let sent = 0;
  const receive = (clientRequestId: string | null, path: string, body: unknown = null) => {
    sent += 1;
    const requestId = `request-${sent}`;
    const rest = { query: '', httpVersion: '1.1', isOnUsed: false, persona: null, scopes: [], body };
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
    /** Arrives, and gives task-1 this status, from the one that it has. */
    setStatus(id: string | null, status: string) {
      const key = keyOf(statusClaim(''));
      const before = states.get(key) ?? {};
      states.set(key, { status });
      const ids = receive(id, '/security/incidentTasks/task-1', { status });
      const after = { status };
      log.addEffect({
        ...ids,
        ...none,
        kind: 'taskUpdate',
        taskId: 'task-1',
        action: 'setStatus',
        before,
        after,
      });
    },
    receiveStart: (id: string) => receive(id, '/security/incidentTasks/task-1/executeResponseAction'),
    sync(id: string) {
      const ids = receive(id, `/deviceManagement/windowsDriverUpdateProfiles/${profile}/syncInventory`);
      const after = { syncing: true };
      const before = { syncing: false };
      const action = 'syncInventory';
      log.addEffect({ ...ids, ...none, kind: 'syncInventory', profileId: profile, action, before, after });
    },
    /** What the last request was answered. */
    answer(end: Partial<Pick<RequestEntry, 'status' | 'broken' | 'byProxy' | 'isOnUsed'>>) {
      Object.assign(log.requests.at(-1) ?? {}, { answeredAt: new Date().toISOString(), ...end });
    },
    judge: (...claims: readonly Claim[]) =>
      judge(claims, { log, stateOf: (claim) => states.get(keyOf(claim)) }),
  };
}

/** What a verdict found fault with. */
export const faultsOf = (verdict: Verdict) => verdict.details.map(({ judgement }) => judgement);
