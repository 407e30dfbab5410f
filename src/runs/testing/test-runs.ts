import { createHash } from 'node:crypto';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { canonicalText, type Fingerprint } from '../model/fingerprint.ts';
import type { NextPlan } from '../model/retry.ts';
import type { Intent, Item, Plan, Reviewed, Run, Step } from '../model/run.ts';

/** The same as `fingerprintOf`, without the time of the browser's hash, which no clock of a test moves. */
export const fingerprintAtOnce = (...[intent, targetId, { id, reviewed }]: Parameters<Fingerprint>): string =>
  createHash('sha256')
    .update(canonicalText(intent, targetId, id, reviewed))
    .digest('hex')
    .slice(0, 12);

export const plainFingerprint: Fingerprint = async (...decision) => fingerprintAtOnce(...decision);

/** For tests: the parts of a run, and what Graph lists, with everything that does not matter filled in. */

export function itemOf(id: string, rest: Partial<Item> = {}): Item {
  return {
    id,
    name: `Driver ${id}`,
    detail: '1.0',
    before: 'needsReview',
    reviewed: {
      name: `Driver ${id}`,
      version: '1.0',
      driverClass: 'Networking',
      approvalStatus: rest.before ?? 'needsReview',
    },
    fingerprint: '',
    pre: '',
    after: '',
    phase: 'planned',
    outcome: null,
    reason: '',
    left: null,
    isFinal: false,
    undo: '',
    incident: '',
    ...rest,
  };
}

/** An item that is the task which `taskOf` makes of the same id and status. */
export function taskItemOf(id: string, rest: Partial<Item> = {}): Item {
  const before = rest.before ?? 'notStarted';
  return itemOf(id, {
    name: 'Isolate device SRV-01',
    before,
    reviewed: {
      actionType: 'isolateDevice',
      actionStatus: before,
      status: 'open',
      source: '',
      target: '',
      deviceId: '',
      isolationType: '',
    },
    ...rest,
  });
}

const approve: Intent = { kind: 'driver-approval', action: 'approve', deployAt: null };

export function stepOf(id: string, items: readonly Item[], rest: Partial<Step> = {}): Step {
  const target = { targetId: `target ${id}`, targetName: 'Pilot', intent: approve };
  return { id, ...target, items, attempts: [], problem: null, ...rest };
}

/** @param rest.intent of all its steps, where it is not their own */
export function runOf(
  steps: readonly Step[],
  { intent, ...rest }: Partial<Run> & { readonly intent?: Intent } = {},
): Run {
  return {
    id: 'run',
    title: 'Approve drivers',
    note: '',
    follows: null,
    tenantId: 'tenant',
    accountKey: 'anna',
    startedAt: 0,
    endedAt: null,
    state: 'running',
    steps: intent ? steps.map((step) => ({ ...step, intent })) : steps,
    waitingUntil: null,
    pausedBecause: null,
    cancelled: false,
    ...rest,
  };
}

/** What a run leads to, with these ids in each target. */
export function nextOf(
  targets: Readonly<Record<string, readonly string[]>>,
  { intent, ...rest }: Partial<NextPlan> & { readonly intent?: Intent } = {},
): NextPlan {
  const { title: _title, ...plan } = planOf(targets, { ...(intent && { intent }) });
  return { ...plan, verb: 'Retry', follows: 'run', ...rest };
}

/** The facts of a driver whose row holds its id and its status alone. */
export const bareFacts: Reviewed = { name: '', version: '', driverClass: '', approvalStatus: 'needsReview' };

/** A plan with these ids in each target, of which these facts were reviewed. */
export function planOf(
  targets: Readonly<Record<string, readonly string[]>>,
  { intent = approve, ...rest }: Partial<Plan> & { readonly intent?: Intent } = {},
  reviewed: Reviewed = {},
): Plan {
  return {
    title: 'Approve drivers',
    note: '',
    targets: Object.entries(targets).map(([id, ids]) => ({
      id,
      name: `Profile ${id}`,
      intent,
      items: ids.map((item) => ({
        id: item,
        name: item,
        detail: '1.0',
        before: 'needsReview',
        reviewed,
      })),
    })),
    ...rest,
  };
}

export function driverOf(
  id: string,
  approvalStatus = 'needsReview',
  deployDateTime: number | null = null,
): Driver {
  return {
    id,
    name: `Driver ${id}`,
    version: '1.0',
    manufacturer: 'Contoso',
    driverClass: 'Networking',
    releaseDateTime: null,
    approvalStatus,
    category: 'recommended',
    applicableDeviceCount: 3,
    deployDateTime,
  };
}

export function taskOf(
  id: string,
  actionStatus: string,
  lastModifiedDateTime: number | null = null,
): IncidentTask {
  return {
    id,
    displayName: 'Isolate device SRV-01',
    description: '',
    status: 'open',
    source: '',
    actionType: 'isolateDevice',
    actionStatus,
    responseAction: null,
    createdDateTime: null,
    createdByDisplayName: '',
    lastModifiedDateTime,
    lastModifiedByDisplayName: '',
    incident: null,
  };
}
