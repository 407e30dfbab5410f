import type { DefenderSeed, TaskSeed } from '../graph/defender.ts';
import type { ProfileSeed } from '../graph/intune.ts';
import type { ActionType } from '../graph/response-actions.ts';
import { day, hour, minute, toGraphTime } from '../tenants/clock.ts';
import { catalogueOf, driversOf } from './drivers.ts';
import { toIncident, toTask } from './incident-records.ts';
import { guidOf } from './random.ts';

/** For tests that need a long run in a tenant of their own: it is made in a few milliseconds. */
export const lightProfileName = 'Ring 1';

const driverCount = 1_400;
/** So many wait for review; more than as many of the others are approved. */
const toReview = 600;
const taskCount = 32;

/** One profile of 1,400 drivers. */
export function lightProfiles(now: number): readonly ProfileSeed[] {
  const id = guidOf(`light profile ${lightProfileName}`);
  const plan = {
    profileId: id,
    automatic: false,
    deferralDays: 0,
    count: driverCount,
    needsReview: toReview,
    models: ['common', 'dell', 'hp', 'lenovo', 'surface', 'kiosk'] as const,
    devices: 600,
  };
  return [
    {
      record: {
        id,
        displayName: lightProfileName,
        description: null,
        approvalType: 'manual',
        deviceReporting: plan.devices,
        deploymentDeferralInDays: null,
        createdDateTime: toGraphTime(now - 90 * day),
        lastModifiedDateTime: toGraphTime(now - day),
        roleScopeTagIds: ['0'],
      },
      assignments: [],
      drivers: driversOf(plan, catalogueOf(32, now), now),
      arrivals: [],
      lastSync: now - 3 * hour,
      syncState: 'success',
      syncAlwaysFails: false,
    },
  ];
}

const kinds: readonly [ActionType, ...ActionType[]] = [
  'isolateDevice',
  'collectInvestigationPackage',
  'restrictAppExecution',
];

/** 32 tasks of one incident, each of which can be run. */
export function lightDefender(now: number): DefenderSeed {
  const incidentId = '4200000';
  const incident = toIncident({
    id: incidentId,
    title: 'Hands-on keyboard activity on one segment',
    severity: 'high',
    status: 'awaitingAction',
    createdAt: now - 2 * hour,
    summary: 'The same tool was started on several devices of one network segment.',
    alerts: ['Suspicious remote activity'],
  });
  const tasks = Array.from({ length: taskCount }, (_, index): TaskSeed => {
    const device = Math.floor(index / kinds.length);
    return toTask({
      id: `${710_000 + index}`,
      incidentId,
      actionType: kinds[index % kinds.length] ?? kinds[0],
      target: `LGT-LT-${String(device).padStart(2, '0')}`,
      createdAt: now - hour - index * minute,
    });
  });
  return { incidents: [incident], tasks };
}
