import type { Driver } from '../graph/driver-inventories.ts';
import type { IncidentTask } from '../graph/incident-tasks.ts';
import type { Item, Plan, Run, Step } from './model.ts';

/** For tests: the parts of a run, and what Graph lists, with everything that does not matter filled in. */

export function itemOf(id: string, rest: Partial<Item> = {}): Item {
  return {
    id,
    name: `Driver ${id}`,
    detail: '1.0',
    before: 'needsReview',
    reviewed: {},
    pre: '',
    phase: 'planned',
    outcome: null,
    reason: '',
    left: null,
    undo: '',
    incident: '',
    ...rest,
  };
}

export function stepOf(id: string, items: readonly Item[], rest: Partial<Step> = {}): Step {
  return { id, targetId: `target ${id}`, targetName: 'Pilot', items, attempts: [], problem: null, ...rest };
}

export function runOf(steps: readonly Step[], rest: Partial<Run> = {}): Run {
  return {
    id: 'run',
    title: 'Approve drivers',
    intent: { kind: 'drivers', action: 'approve', deployAt: null },
    note: '',
    follows: null,
    mustType: false,
    tenantId: 'tenant',
    accountKey: 'anna',
    startedAt: 0,
    endedAt: null,
    state: 'running',
    steps,
    touches: [['profiles']],
    waitingUntil: null,
    pausedBecause: null,
    cancelled: false,
    ...rest,
  };
}

/** A plan with these ids in each target. */
export function planOf(targets: Readonly<Record<string, readonly string[]>>, rest: Partial<Plan> = {}): Plan {
  return {
    title: 'Approve drivers',
    intent: { kind: 'drivers', action: 'approve', deployAt: null },
    note: '',
    touches: [['profiles']],
    targets: Object.entries(targets).map(([id, ids]) => ({
      id,
      name: `Profile ${id}`,
      items: ids.map((item) => ({
        id: item,
        name: item,
        detail: '1.0',
        before: 'needsReview',
        reviewed: {},
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
    source: 'defenderExpertsGuidedResponse',
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
