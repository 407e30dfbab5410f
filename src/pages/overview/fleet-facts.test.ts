import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../resources/driver-profiles/standing.ts';
import { driverOf, profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import { agesOf, arrivals, daysFrom, missingOf, reviewLoads, syncProblems } from './fleet-facts.ts';

const day = 86_400_000;
/** Noon of a Monday, in the reader's zone. */
const now = new Date(2026, 10, 30, 12).getTime();
const pilot = profileOf({ id: 'pilot', displayName: 'Pilot', newUpdates: 2 });
const broad = profileOf({ id: 'broad', displayName: 'Broad', newUpdates: 5 });

it('tells profiles that are still loading from those that could not be read', () => {
  const problem = { kind: 'forbidden', title: '', advice: '' } as const;
  const unread = { profile: pilot, drivers: undefined };
  const fleet = [
    { profile: pilot, drivers: [], problem: undefined },
    { ...unread, problem: undefined },
    { ...unread, problem: undefined },
    { ...unread, problem },
  ];
  expect(missingOf(fleet)).toEqual({ loading: 2, failed: 1 });
});

describe('what waits for review', () => {
  it('is counted from the drivers, with the firmware and the oldest release among them', () => {
    const drivers = [
      driverOf({ id: 'a', releaseDateTime: now - 3 * day }),
      driverOf({ id: 'b', releaseDateTime: now - 40 * day, driverClass: 'Firmware' }),
      driverOf({ id: 'c', approvalStatus: 'declined', releaseDateTime: now - 90 * day }),
    ];
    expect(reviewLoads([{ profile: pilot, drivers }])).toEqual([
      { profile: pilot, count: 2, firmware: 1, firmwareClasses: ['Firmware'], oldestRelease: now - 40 * day },
    ]);
  });

  it('is what Graph counts until the drivers are there, and unknown where Graph gives no count', () => {
    const unknown = profileOf({ id: 'unknown', newUpdates: null });
    const loads = reviewLoads([
      { profile: unknown, drivers: undefined },
      { profile: broad, drivers: undefined },
      { profile: profileOf({ id: 'quiet' }), drivers: undefined },
    ]);
    expect(loads.map(({ profile, count }) => [profile.id, count])).toEqual([
      ['broad', 5],
      ['unknown', null],
    ]);
  });

  it('shows the profile with the oldest driver first, and a driver without a release date last', () => {
    const withRelease = (releaseDateTime: number | null) => [driverOf({ releaseDateTime })];
    const loads = reviewLoads([
      { profile: profileOf({ id: 'undated' }), drivers: withRelease(null) },
      { profile: pilot, drivers: withRelease(now - day) },
      { profile: broad, drivers: withRelease(now - 9 * day) },
    ]);
    expect(loads.map(({ profile }) => profile.id)).toEqual(['broad', 'pilot', 'undated']);
  });
});

it('a driver counts once in the coverage: by its status, and by its date where that is to come', () => {
  const drivers = [
    driverOf({ approvalStatus: 'approved', deployDateTime: now - day }),
    driverOf({ approvalStatus: 'approved', deployDateTime: null }),
    driverOf({ approvalStatus: 'approved', deployDateTime: now + day }),
    driverOf({ approvalStatus: 'needsReview' }),
    driverOf({ approvalStatus: 'suspended' }),
    driverOf({ approvalStatus: 'declined', deployDateTime: now + day }),
    driverOf({ approvalStatus: 'quarantined' }),
  ];
  expect(coverageOf(drivers, now)).toEqual({
    approved: 2,
    scheduled: 1,
    needsReview: 1,
    suspended: 1,
    declined: 1,
    other: 1,
  });
});

it('drivers that wait are grouped by the days since their release; a limit belongs to its group', () => {
  const released = (days: number, driverClass = 'Video') =>
    driverOf({ releaseDateTime: now - days * day, driverClass });
  const groups = agesOf(
    [
      released(0),
      released(7),
      released(8, 'BIOS'),
      released(35),
      released(36, 'Firmware'),
      driverOf({ releaseDateTime: null }),
    ],
    now,
  );
  expect(groups.map(({ group, updates, firmware }) => [group, updates, firmware])).toEqual([
    ['7', 2, 0],
    ['14', 1, 1],
    ['21', 0, 0],
    ['28', 0, 0],
    ['35', 1, 0],
    ['older', 1, 1],
  ]);
});

describe('what becomes available', () => {
  const days = daysFrom(now, 14);

  it('is told for days that begin at midnight, today first', () => {
    expect(days).toHaveLength(15);
    expect(days[0]).toBe(new Date(2026, 10, 30).getTime());
    expect(days[14]).toBe(new Date(2026, 11, 14).getTime());
  });

  it('is counted by day and profile; what is past, unapproved or later is left out', () => {
    const at = (deployDateTime: number, facts = {}) =>
      driverOf({ approvalStatus: 'approved', deployDateTime, ...facts });
    const tomorrow = new Date(2026, 11, 1).getTime();
    const drivers = [
      at(now + 60_000),
      at(tomorrow),
      at(tomorrow + day - 1, { driverClass: 'Firmware' }),
      at(now - 60_000),
      at(new Date(2026, 11, 14).getTime()),
      at(tomorrow, { approvalStatus: 'suspended' }),
    ];
    const [row, ...others] = arrivals(
      [
        { profile: pilot, drivers },
        { profile: broad, drivers: [] },
        { profile: broad, drivers: undefined },
      ],
      days,
      now,
    );
    expect(others).toEqual([]);
    expect(row?.profile).toBe(pilot);
    expect(row?.total).toBe(3);
    expect(row?.days.slice(0, 3)).toEqual([
      { drivers: 1, firmware: 0 },
      { drivers: 2, firmware: 1 },
      undefined,
    ]);
  });
});

describe('a profile has a sync problem', () => {
  const syncOf = (driverInventorySyncState: string, lastSuccessfulSyncDateTime: number | null) =>
    profileOf({
      createdDateTime: now - 100 * day,
      inventorySyncStatus: { driverInventorySyncState, lastSuccessfulSyncDateTime },
    });
  const isProblem = (profile: ReturnType<typeof profileOf>) => syncProblems([profile], now).length === 1;

  it('when its sync failed, was a week ago, or never came', () => {
    expect(isProblem(syncOf('failure', now - day))).toBe(true);
    expect(isProblem(syncOf('success', now - 8 * day))).toBe(true);
    expect(isProblem(profileOf({ createdDateTime: now - 2 * day }))).toBe(true);
  });

  it('but not while it syncs, when it has synced lately, or when it is new', () => {
    expect(isProblem(syncOf('pending', now - 30 * day))).toBe(false);
    expect(isProblem(syncOf('success', now - day))).toBe(false);
    expect(isProblem(profileOf({ createdDateTime: now - 3_600_000 }))).toBe(false);
    expect(isProblem(profileOf({ createdDateTime: null }))).toBe(false);
  });

  it('and the one that has waited longest comes first', () => {
    const late = { ...syncOf('failure', now - 9 * day), id: 'late' };
    const never = { ...syncOf('failure', null), id: 'never' };
    const recent = { ...syncOf('failure', now - day), id: 'recent' };
    expect(syncProblems([recent, late, never], now).map(({ id }) => id)).toEqual(['never', 'late', 'recent']);
  });
});
