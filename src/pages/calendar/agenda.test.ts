import { describe, expect, it } from 'vitest';
import { planDrivers } from '../../actions/driver-approval/plan.ts';
import type { DriverRequest } from '../../actions/driver-approval/rules.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { dayOf } from '../../lib/local-day.ts';
import { changesOf } from '../../plan/staged/staged-change.ts';
import { mergedOf } from '../../resources/driver-updates/test-fleet.ts';
import { byDay, byRing, entriesOf, linesOf } from './agenda.ts';
import { dayName, entriesText } from './words.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 11, 30, 12);
const approved = (deployDateTime: number | null): Partial<Driver> => ({
  approvalStatus: 'approved',
  deployDateTime,
});
const profiles = ['broad', 'pilot'].map((id) => ({ id, displayName: id }) as DriverProfile); // all that is read

const { updates, columns, byName } = mergedOf({
  a: { in: { pilot: approved(now - day), broad: approved(now + 3 * day) } },
  b: { in: { pilot: approved(now + day), broad: approved(now + 3 * day) } },
  c: { in: { pilot: {}, broad: { approvalStatus: 'suspended', deployDateTime: now + day } } },
});

function staged(name: string, profileId: string, request: DriverRequest, deployAt: number | null) {
  const cell = columns.get(profileId);
  const driver = cell === undefined ? undefined : byName[name]?.cells[cell];
  if (!driver) throw new Error(`${name} is not in ${profileId}`);
  return changesOf(
    planDrivers(request, { id: profileId, displayName: profileId }, [driver], { deployAt, note: '' }),
    now,
  );
}

const entries = (changes: Parameters<typeof entriesOf>[1] = []) =>
  entriesOf(updates, changes, { profiles, columns, now });

describe('the agenda', () => {
  it('holds what is approved with a date to come, in the order of rings', () => {
    expect(entries().map(({ profile, at, kind }) => [profile.id, (at - now) / day, kind])).toEqual([
      ['broad', 3, 'scheduled'],
      ['broad', 3, 'scheduled'],
      ['pilot', 1, 'scheduled'],
    ]);
  });

  it('shows a staged date beside the one that is true, and marks that one', () => {
    const found = entries(staged('b', 'pilot', 'changeDate', now + 5 * day));
    expect(found.slice(2).map(({ at, kind, change }) => [(at - now) / day, kind, change?.stagedAt])).toEqual([
      [1, 'scheduled', now],
      [5, 'staged', now],
    ]);
  });

  it('shows a staged approval with a date, and no other change as a date', () => {
    const changes = [
      ...staged('c', 'pilot', 'approve', now + 2 * day),
      ...staged('b', 'broad', 'suspend', null),
      ...staged('c', 'broad', 'approve', null),
      ...staged('a', 'broad', 'changeDate', now - day),
    ];
    const found = entries(changes);
    expect(found.filter(({ kind }) => kind === 'staged').map(({ at }) => (at - now) / day)).toEqual([2]);
    expect(found.filter(({ kind, change }) => kind === 'scheduled' && change)).toHaveLength(2);
  });

  it('has a line for what is true in a profile, and another for what is staged there', () => {
    const found = entries(staged('c', 'pilot', 'approve', now + day)).filter(
      ({ profile }) => profile.id === 'pilot',
    );
    expect(linesOf(found).map(({ profile, kind, entries: own }) => [profile.id, kind, own.length])).toEqual([
      ['pilot', 'scheduled', 1],
      ['pilot', 'staged', 1],
    ]);
  });

  it('stands by day over the end of a year, and by ring within', () => {
    const days = byDay(entries());
    expect([...days.keys()]).toEqual([dayOf(now + day), dayOf(now + 3 * day)]);
    const rings = byRing(days.get(dayOf(now + 3 * day)) ?? []);
    expect(rings.map(({ profile, entries: own }) => [profile.id, own.length])).toEqual([['broad', 2]]);
  });
});

describe('a day says', () => {
  it('its counts', () => {
    expect(entriesText([])).toBe('nothing becomes available');
    expect(entriesText(entries())).toBe('3 drivers in 2 profiles');
    expect(entriesText(entries(staged('c', 'pilot', 'approve', now + day)))).toBe(
      '3 drivers in 2 profiles, 1 change staged',
    );
    const [first] = entries();
    const firmware = first && { ...first, driver: { ...first.driver, driverClass: 'Firmware' } };
    expect(entriesText(firmware ? [firmware] : [])).toBe('1 driver in 1 profile, 1 firmware');
  });

  it('what is special about it', () => {
    const freeze = { id: '1', name: 'Year end', when: { kind: 'weekly', weekdays: [2] }, profileIds: null };
    const facts = { entries: [], freezes: [freeze as never], isPatchTuesday: true };
    expect(dayName('2026-12-08', facts)).toMatch(
      /^Tuesday.* 2026, Patch Tuesday, freeze “Year end”, nothing becomes available$/,
    );
    expect(dayName('2026-12-09', { entries: [], freezes: [], isPatchTuesday: false })).toMatch(
      /^Wednesday.* 2026, nothing becomes available$/,
    );
  });
});
