import { expect, it } from 'vitest';
import { isFirmware } from '../driver-profiles/firmware.ts';
import { driverOf } from '../driver-profiles/test-drivers.ts';
import { needsReview } from './inbox.ts';
import { createMerger, type ProfileDrivers } from './merge.ts';
import { listed, profilesOf } from './test-fleet.ts';
import { waitingOnce } from './waiting-once.ts';

/** What the rows of the same profiles come to. */
function waitingRows(fleet: readonly ProfileDrivers[]) {
  const waiting = createMerger().merge(fleet).updates.filter(needsReview);
  return { count: waiting.length, firmware: waiting.filter(isFirmware).length };
}

it('what waits in several profiles counts once, and what is decided or not loaded doesn’t', () => {
  const fleet = profilesOf({
    pilot: [
      listed('a', 'pilot', { driverClass: 'Firmware' }),
      listed('b', 'pilot'),
      driverOf({ id: 'of another shape' }),
    ],
    broad: [
      listed('a', 'broad', { driverClass: 'Firmware' }),
      listed('c', 'broad', { approvalStatus: 'approved' }),
    ],
    decided: [listed('d', 'decided', { approvalStatus: 'declined' })],
    kiosks: undefined,
  });
  expect(waitingOnce(fleet)).toEqual({ count: 3, firmware: 1 });
  expect(waitingRows(fleet)).toEqual({ count: 3, firmware: 1 });
});

it('what stands apart, not merged, counts by itself as its rows do', () => {
  const again = { ...listed('b', 'pilot'), id: `${listed('b', 'pilot').id}-again` };
  const fleet = profilesOf({
    pilot: [
      listed('a', 'pilot', { version: '1' }),
      listed('b', 'pilot', { approvalStatus: 'approved' }),
      again,
      driverOf({ id: 'of another shape' }),
    ],
    broad: [listed('a', 'broad', { version: '2', driverClass: 'Firmware' }), listed('b', 'broad')],
    kiosks: [
      listed('a', 'kiosks', { version: '2', driverClass: 'Firmware' }),
      driverOf({ id: 'of another shape' }),
    ],
  });
  expect(waitingOnce(fleet)).toEqual({ count: 6, firmware: 1 });
  expect(waitingRows(fleet)).toEqual({ count: 6, firmware: 1 });
});
