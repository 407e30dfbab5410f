import { expect, it } from 'vitest';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { exceptAlreadyOn, updatesOf } from './rollout.ts';

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

it('a decision is about the driver updates of which something is sent, or about all while nothing is', () => {
  const waiting = driverOf({ id: '1' });
  const approved = driverOf({ id: '2', approvalStatus: 'approved' });
  const profile = { id: 'pilot' } as DriverProfile; // nothing else of it is read
  const columns = new Map([['pilot', 0]]);
  const updates = [
    { id: 'sent', cells: [waiting] },
    { id: 'skipped', cells: [approved] },
    { id: 'not listed', cells: [undefined] },
  ] as unknown as DriverUpdate[]; // nothing else of them is read
  const idsOf = (sent: readonly (typeof waiting)[]) =>
    updatesOf([{ profile, sent, deployAt: null }], updates, columns).map(({ id }) => id);
  expect(idsOf([waiting])).toEqual(['sent']);
  expect(idsOf([])).toEqual(['sent', 'skipped', 'not listed']);
});
