import { describe, expect, it } from 'vitest';
import type { Driver } from '../../graph/driver-inventories.ts';
import { driverOf, profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import { keyOf, listed } from '../../resources/driver-updates/test-fleet.ts';
import { type Approval, approvalsFor, approvalsOf } from './approval.ts';
import { differenceOf } from './difference.ts';

const now = Date.UTC(2026, 11, 1);
const day = 86_400_000;
const pilot = profileOf({ id: 'pilot', displayName: 'Pilot' });

function fleetOf(drivers: readonly Driver[] | undefined) {
  return [{ profile: pilot, drivers }];
}

/** The wish that a driver of the pilot ring stands otherwise. */
function wish(driver: Driver, change: Partial<Approval>): Approval {
  const [approval] = approvalsOf(fleetOf([driver]));
  if (!approval) throw new Error('No approval');
  return { ...approval, ...change };
}

const needsReview = driverOf({ id: 'a' });
const approved = driverOf({ id: 'a', approvalStatus: 'approved', deployDateTime: now - day });
const scheduled = driverOf({ id: 'a', approvalStatus: 'approved', deployDateTime: now + day });
const declined = driverOf({ id: 'a', approvalStatus: 'declined' });
const paused = driverOf({ id: 'a', approvalStatus: 'suspended' });

describe('the difference between approvals and a file', () => {
  it('is none for what was just exported', () => {
    const fleet = fleetOf([needsReview, { ...scheduled, id: 'b' }, { ...declined, id: 'c' }]);
    expect(differenceOf(approvalsOf(fleet), fleet, { now })).toEqual({
      changes: [],
      same: 3,
      impossible: [],
      unmatched: [],
    });
  });

  it.each<[string, Driver, Partial<Approval>, string, number | null]>([
    ['approves at once', needsReview, { approvalStatus: 'approved' }, 'approve', null],
    [
      'approves from a date ahead',
      needsReview,
      { approvalStatus: 'approved', deployDateTime: now + day },
      'approve',
      now + day,
    ],
    [
      'approves at once where the date is past',
      declined,
      { approvalStatus: 'approved', deployDateTime: now - day },
      'approve',
      null,
    ],
    ['moves a date', scheduled, { deployDateTime: now + 2 * day }, 'changeDate', now + 2 * day],
    ['takes a date away', scheduled, { deployDateTime: null }, 'changeDate', null],
    ['gives a date', approved, { deployDateTime: now + day }, 'changeDate', now + day],
    ['declines', needsReview, { approvalStatus: 'declined', deployDateTime: now + day }, 'decline', null],
    ['pauses', approved, { approvalStatus: 'suspended' }, 'suspend', null],
  ])('%s', (_what, driver, change, request, deployAt) => {
    const { changes, same } = differenceOf([wish(driver, change)], fleetOf([driver]), { now });
    expect(changes).toEqual([{ profile: pilot, driver, request, deployAt }]);
    expect(same).toBe(0);
  });

  it.each<[string, Driver, Partial<Approval>]>([
    ['two dates that are past', approved, { deployDateTime: now - 5 * day }],
    ['a date that is past, and none', approved, { deployDateTime: null }],
    ['dates of one minute', scheduled, { deployDateTime: now + day + 59_000 }],
    ['a declined driver, whatever its date', declined, { deployDateTime: now + day }],
  ])('takes for the same: %s', (_what, driver, change) => {
    expect(differenceOf([wish(driver, change)], fleetOf([driver]), { now })).toMatchObject({
      changes: [],
      same: 1,
    });
  });

  it.each<[string, Driver, string, RegExp]>([
    ['back to review', approved, 'needsReview', /can’t be returned/],
    ['declined once approved', approved, 'declined', /Pause it instead/],
    ['paused without an approval', needsReview, 'suspended', /Not approved/],
    ['paused once declined', declined, 'suspended', /nothing to pause/],
    ['declined while paused', paused, 'declined', /stays paused/],
    ['a status that nobody knows', paused, 'retired', /Unrecognized status “retired”/],
  ])('says why nothing leads there: %s', (_what, driver, approvalStatus, reason) => {
    const wanted = wish(driver, { approvalStatus });
    const { changes, impossible } = differenceOf([wanted], fleetOf([driver]), { now });
    expect(changes).toEqual([]);
    expect(impossible).toEqual([{ wanted, reason: expect.stringMatching(reason) }]);
  });

  it('finds a profile by its name where its id is another', () => {
    const wanted = wish(needsReview, { profileId: 'of another tenant', approvalStatus: 'approved' });
    expect(differenceOf([wanted], fleetOf([needsReview]), { now }).changes).toHaveLength(1);
  });

  it('finds a driver by the digits that its ids share, and by what it says of itself', () => {
    const driver = listed('a1', 'pilot', { name: 'Wi-Fi', version: '2' });
    const fleet = fleetOf([driver, listed('b2', 'pilot', { name: 'Wi-Fi', version: '1' })]);
    const byKey = wish(driver, { driverId: `${keyOf('a1')}_early`, name: '', approvalStatus: 'approved' });
    const byFacts = wish(driver, { driverId: '', approvalStatus: 'approved' });
    for (const wanted of [byKey, byFacts]) {
      expect(differenceOf([wanted], fleet, { now }).changes.map((change) => change.driver)).toEqual([driver]);
    }
  });

  it('lists what matches nothing, or more than one', () => {
    const twin = { ...needsReview, id: 'b' };
    const wanted = [
      wish(needsReview, { profileId: 'x', profileName: 'Gone' }),
      wish(needsReview, { driverId: 'x', name: 'Gone' }),
      wish(needsReview, { driverId: '' }),
      wish(needsReview, { driverId: '', version: '' }),
    ];
    const { unmatched, same } = differenceOf(wanted, fleetOf([needsReview, twin]), { now });
    expect(same).toBe(0);
    expect(unmatched.map(({ reason }) => reason)).toEqual([
      'No profile of this ID or name',
      ...Array.from({ length: 3 }, () => 'The profile doesn’t list this driver'),
    ]);
  });

  it('judges nothing in a profile that has not loaded', () => {
    const wanted = wish(needsReview, { approvalStatus: 'approved' });
    expect(differenceOf([wanted], fleetOf(undefined), { now }).unmatched).toEqual([
      { wanted, reason: 'The drivers of this profile haven’t loaded' },
    ]);
  });

  it('between two profiles is what one has approved and the other has not', () => {
    const early = profileOf({ id: 'early', displayName: 'Early' });
    const ofPilot = [
      listed('a1', 'pilot', { approvalStatus: 'approved', deployDateTime: now + day }),
      listed('b2', 'pilot', { approvalStatus: 'declined' }),
      listed('c3', 'pilot', { approvalStatus: 'approved' }),
      listed('d4', 'pilot', { approvalStatus: 'approved' }),
    ];
    const ofEarly = [
      listed('a1', 'early'),
      listed('b2', 'early'),
      // Its own date stays.
      listed('c3', 'early', { approvalStatus: 'approved', deployDateTime: now + 9 * day }),
    ];
    const { changes, same, unmatched } = differenceOf(
      approvalsFor(early, ofPilot),
      [{ profile: early, drivers: ofEarly }],
      { keepsDates: true, now },
    );
    expect(changes).toEqual([
      { profile: early, driver: ofEarly[0], request: 'approve', deployAt: now + day },
    ]);
    expect([same, unmatched.length]).toEqual([1, 1]);
  });

  it('takes the first of two lines about one driver', () => {
    const wanted = [
      wish(needsReview, { approvalStatus: 'approved' }),
      wish(needsReview, { approvalStatus: 'declined' }),
    ];
    const { changes, unmatched } = differenceOf(wanted, fleetOf([needsReview]), { now });
    expect(changes.map(({ request }) => request)).toEqual(['approve']);
    expect(unmatched).toEqual([{ wanted: wanted[1], reason: 'Named before: the first line counts' }]);
  });
});
