import type { DefenderSeed } from '../graph/defender.ts';
import type { ProfileSeed } from '../graph/intune.ts';
import type { ActionType } from '../graph/response-actions.ts';
import { day, hour, minute, toGraphTime } from '../tenants/clock.ts';
import { catalogueOf, driversOf } from './drivers.ts';
import { evidenceOf } from './evidence.ts';
import { toIncident, toTask } from './incident-records.ts';
import { createRandom, guidOf } from './random.ts';

const profileCount = 60;
const driversPerProfile = 1_500;
/** In the last profile: more than any tenant is known to have. */
const driversInLargest = 5_000;
const taskCount = 1_200;
const tasksPerIncident = 4;
const office = ['common', 'dell', 'hp', 'lenovo', 'surface', 'kiosk'] as const;

/** 60 profiles of 1,500 drivers each but the last, all of them drawn from one catalogue, so that most are in several profiles. */
export function largeProfiles(now: number): readonly ProfileSeed[] {
  const catalogue = catalogueOf(32, now);
  const wholeCatalogue = catalogueOf(90, now);
  return Array.from({ length: profileCount }, (_, index): ProfileSeed => {
    const name = `Ring ${String(index + 1).padStart(2, '0')}`;
    const id = guidOf(`large profile ${name}`);
    const isLargest = index === profileCount - 1;
    const automatic = index % 3 === 2;
    const plan = {
      profileId: id,
      automatic,
      deferralDays: automatic ? index % 15 : 0,
      count: isLargest ? driversInLargest : driversPerProfile,
      needsReview: 120,
      models: office,
      devices: 400 + index * 25,
    };
    return {
      record: {
        id,
        displayName: name,
        description: null,
        approvalType: automatic ? 'automatic' : 'manual',
        deviceReporting: plan.devices,
        deploymentDeferralInDays: automatic ? plan.deferralDays : null,
        createdDateTime: toGraphTime(now - 300 * day),
        lastModifiedDateTime: toGraphTime(now - index * day),
        roleScopeTagIds: ['0'],
      },
      assignments: [],
      drivers: driversOf(plan, isLargest ? wholeCatalogue : catalogue, now),
      arrivals: [],
      lastSync: now - (index % 24) * hour,
      syncState: 'success',
      syncAlwaysFails: false,
    };
  });
}

const kinds: readonly [ActionType, ...ActionType[]] = [
  'isolateDevice',
  'runAntiVirusScan',
  'collectInvestigationPackage',
  'restrictAppExecution',
  'stopAndQuarantineFile',
  'text',
];

/** 1,200 tasks, three pages, over 300 incidents, six pages. */
export function largeDefender(now: number): DefenderSeed {
  const random = createRandom('large defender');
  const severities = Array.from({ length: 40 }, () => random.pick(['high', 'medium', 'low'] as const));
  const tasks = Array.from({ length: taskCount }, (_, index) => {
    const actionType = random.pick(kinds);
    return {
      id: `${700_000 + index}`,
      incidentId: `${4_100_000 + Math.floor(index / tasksPerIncident)}`,
      actionType,
      target: actionType === 'text' ? '' : `LRG-LT-${String(index).padStart(4, '0')}`,
      createdAt: now - (Math.floor(index / 30) + 1) * hour - (index % 60) * minute,
    };
  });
  const incidents = Array.from({ length: taskCount / tasksPerIncident }, (_, index) => {
    const own = tasks.slice(index * tasksPerIncident, (index + 1) * tasksPerIncident);
    const sketch = {
      id: `${4_100_000 + index}`,
      title: `Hands-on keyboard activity on segment ${index + 1}`,
      severity: severities[index % severities.length] ?? 'low',
      status: 'awaitingAction',
      createdAt: now - 2 * hour - index * 8 * minute,
      summary: 'The same tool was started on several devices of one network segment.',
      alerts: ['Suspicious remote activity'],
    } as const;
    return toIncident(sketch, evidenceOf(own));
  });
  return { incidents, tasks: tasks.map(toTask) };
}

/** A tenant in which nothing was ever set up. */
export const emptyDefender: DefenderSeed = { incidents: [], tasks: [] };
