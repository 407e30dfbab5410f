import { describe, expect, it } from 'vitest';
import type { DriverProfile } from '../graph/driver-profiles.ts';
import { judgeSync, syncStamp } from './sync-work.ts';
import { itemOf } from './test-runs.ts';

function profileWith(state: string | null, at: number | null = null): DriverProfile {
  return {
    id: 'p',
    displayName: 'Pilot ring',
    description: '',
    approvalType: 'manual',
    deviceReporting: 1,
    newUpdates: 0,
    deploymentDeferralInDays: null,
    createdDateTime: null,
    lastModifiedDateTime: null,
    inventorySyncStatus:
      state === null ? null : { driverInventorySyncState: state, lastSuccessfulSyncDateTime: at },
  };
}

const soon = 2_000;
const late = 60_000;

describe('a sync that was asked for', () => {
  it.each([
    ['runs', 'started', profileWith('success', 1), profileWith('pending', 1), soon, undefined],
    [
      'is done when the date is another',
      'started',
      profileWith('success', 1),
      profileWith('success', 2),
      soon,
      'completed',
    ],
    [
      'is not done while the date is the old one',
      'started',
      profileWith('success', 1),
      profileWith('success', 1),
      late,
      undefined,
    ],
    ['failed', 'started', profileWith('success', 1), profileWith('failure', 1), soon, 'failed'],
    [
      'failed again, told only after a while',
      'started',
      profileWith('failure', 1),
      profileWith('failure', 1),
      soon,
      undefined,
    ],
    ['failed again', 'started', profileWith('failure', 1), profileWith('failure', 1), late, 'failed'],
    [
      'had begun although the answer was lost',
      'unknown',
      profileWith('success', 1),
      profileWith('pending', 1),
      soon,
      'started',
    ],
    [
      'had not begun when the answer was lost',
      'unknown',
      profileWith('success', 1),
      profileWith('success', 1),
      late,
      'notApplied',
    ],
    ['may still begin', 'unknown', profileWith(null), profileWith(null), soon, undefined],
  ] as const)('%s', (_what, outcome, before, after, elapsed, expected) => {
    const item = itemOf('p', { phase: 'answered', outcome, before: syncStamp(before) });
    expect(judgeSync(item, after, elapsed)?.outcome).toBe(expected);
  });
});
