import { expect, it } from 'vitest';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import { exceptAlreadyOn } from './rollout.ts';

it('a driver that is approved with the date already is skipped, with the reason', () => {
  const date = Date.UTC(2026, 11, 8);
  const same = driverOf({ id: '1', approvalStatus: 'approved', deployDateTime: date });
  const other = driverOf({ id: '2', approvalStatus: 'approved', deployDateTime: date + 1 });
  const paused = driverOf({ id: '3', approvalStatus: 'suspended', deployDateTime: date });
  const profile = { id: 'pilot' } as DriverProfile; // nothing else of it is read
  const ring = { profile, sent: [same, other, paused], skipped: [], optional: [] };
  expect(exceptAlreadyOn(ring, date)).toEqual({
    ...ring,
    sent: [other, paused],
    skipped: [{ row: same, reason: 'Already approved with this date' }],
  });
  expect(exceptAlreadyOn(ring, date + 2)).toBe(ring);
});
