import { expect, it } from 'vitest';
import { driverOf, profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import { factsOf, rowOf, toReview } from './profile-row.ts';

const day = 86_400_000;
/** Noon, in the reader's zone. */
const now = new Date(2026, 10, 30, 12).getTime();

it('the drivers of a profile tell what waits for how long, and what comes next', () => {
  const approved = { approvalStatus: 'approved', category: 'recommended' } as const;
  const drivers = [
    driverOf({ releaseDateTime: now - 3 * day }),
    driverOf({ releaseDateTime: now - 40 * day }),
    driverOf({ releaseDateTime: null }),
    driverOf({ approvalStatus: 'declined', releaseDateTime: now - 90 * day }),
    driverOf({ ...approved, deployDateTime: now + 2 * day }),
    driverOf({ ...approved, deployDateTime: now + 2 * day + 3_600_000 }),
    driverOf({ ...approved, deployDateTime: now + 5 * day }),
    driverOf({ ...approved, deployDateTime: now - day }),
  ];
  expect(factsOf(drivers, now)).toMatchObject({
    drivers: 8,
    coverage: { approved: 1, scheduled: 3, needsReview: 3, declined: 1 },
    oldestToReview: now - 40 * day,
    next: { at: now + 2 * day, drivers: 2 },
  });
  expect(factsOf([], now)).toMatchObject({ drivers: 0, oldestToReview: null, next: null });
});

it('until the drivers are there, Graph’s own count stands for them, and the reason is known', () => {
  const profile = profileOf({ newUpdates: 7 });
  const loading = rowOf({ profile, drivers: undefined, problem: undefined });
  expect(loading).toMatchObject({ missing: 'loading', facts: undefined });
  expect(toReview(loading)).toBe(7);
  const problem = { kind: 'forbidden', title: 'Not allowed', advice: '' } as const;
  expect(rowOf({ profile, drivers: undefined, problem }).missing).toBe('forbidden');
  expect(rowOf({ profile, drivers: undefined, problem: { ...problem, kind: 'serverFault' } }).missing).toBe(
    'failed',
  );
  const entry = { profile, drivers: [driverOf()], problem: undefined };
  expect(toReview(rowOf(entry))).toBe(1);
  expect(rowOf(entry)).toBe(rowOf(entry));
});
