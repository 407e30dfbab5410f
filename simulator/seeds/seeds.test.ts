import { describe, expect, it } from 'vitest';
import type { DriverRecord, ProfileSeed } from '../graph/intune.ts';
import { unsetDate } from '../tenants/clock.ts';
import { contosoDefender } from './contoso-defender.ts';
import { contosoProfiles, vanishingDriverName, withdrawnDriverName } from './contoso-profiles.ts';
import { emptyProfileName, neverSyncedProfileName, pilotRingName } from './contoso-rings.ts';
import { largeDefender, largeProfiles } from './large.ts';
import { lightDefender, lightProfiles } from './light.ts';
import { manyProfiles } from './many.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const recordsOf = (profiles: readonly ProfileSeed[]) =>
  profiles.flatMap(({ drivers }) => drivers.map(({ record }) => record));
const count = (records: readonly DriverRecord[], wanted: (record: DriverRecord) => boolean) =>
  records.filter(wanted).length;

describe('contoso', () => {
  const profiles = contosoProfiles(now);
  const records = recordsOf(profiles);
  const named = (name: string) => profiles.find(({ record }) => record.displayName === name);

  it('is the same every time', () => {
    expect(contosoProfiles(now)).toEqual(profiles);
    expect(contosoDefender(now)).toEqual(contosoDefender(now));
  });

  it('has 14 profiles and about 1,200 drivers, 210 of them to review', () => {
    expect(profiles).toHaveLength(14);
    expect(records).toHaveLength(1_180);
    expect(count(records, ({ approvalStatus }) => approvalStatus === 'needsReview')).toBe(210);
    expect(Math.max(...profiles.map(({ drivers }) => drivers.length))).toBe(420);
    expect(named(emptyProfileName)?.drivers).toEqual([]);
    expect(named(neverSyncedProfileName)?.lastSync).toBeUndefined();
  });

  it('has ids of 64 hex digits and the profile, each once', () => {
    for (const { record, drivers } of profiles) {
      for (const driver of drivers)
        expect(driver.record.id).toMatch(new RegExp(`^[0-9a-f]{64}_${record.id}$`));
    }
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  it('has the odd cases: missing facts, unset and coming dates, conflicts, versions under one name', () => {
    for (const property of ['version', 'manufacturer', 'driverClass'] as const) {
      expect(count(records, (record) => record[property] === null)).toBeGreaterThan(0);
    }
    expect(count(records, ({ deployDateTime }) => deployDateTime === unsetDate)).toBeGreaterThan(210);
    expect(count(records, ({ deployDateTime }) => Date.parse(deployDateTime) > now)).toBeGreaterThan(20);
    const statuses = new Map<string, Set<string>>();
    const versions = new Map<string, Set<string | null>>();
    for (const { id, name, version, approvalStatus } of records) {
      const hash = id.slice(0, 64);
      statuses.set(hash, (statuses.get(hash) ?? new Set()).add(approvalStatus));
      versions.set(name, (versions.get(name) ?? new Set()).add(version));
    }
    const several = (map: ReadonlyMap<string, ReadonlySet<unknown>>) =>
      [...map.values()].filter(({ size }) => size > 1).length;
    expect(several(statuses)).toBeGreaterThan(100);
    expect(several(versions)).toBeGreaterThan(20);
  });

  it('has the two scripted drivers in the pilot ring, waiting for review', () => {
    const scripted = named(pilotRingName)?.drivers.filter(({ script }) => script !== undefined);
    expect(scripted?.map(({ script, record }) => [script, record.name, record.approvalStatus])).toEqual([
      ['failsOnApprove', withdrawnDriverName, 'needsReview'],
      ['vanishes', vanishingDriverName, 'needsReview'],
    ]);
  });

  it('has a task of every type, in every state, over seven incidents', () => {
    const { tasks, incidents } = contosoDefender(now);
    const distinct = (values: readonly string[]) => [...new Set(values)].sort();
    expect(incidents).toHaveLength(7);
    expect(distinct(tasks.map(({ record }) => record.actionType))).toHaveLength(16);
    expect(distinct(tasks.map(({ record }) => record.actionStatus))).toEqual([
      'completed',
      'failed',
      'inProgress',
      'notStarted',
      'partiallyCompleted',
    ]);
    expect(distinct(tasks.map(({ record }) => record.status))).toEqual([
      'completed',
      'failed',
      'inProgress',
      'notRelevant',
      'open',
    ]);
    expect(tasks.filter(({ record }) => !('responseAction' in record))).toHaveLength(1);
    expect(tasks.filter(({ record }) => record.responseAction === null).length).toBeGreaterThan(0);
  });
});

describe('large', () => {
  it('has 60 profiles of 1,500 drivers, of 5,000 the last, and 1,200 tasks', () => {
    const profiles = largeProfiles(now);
    expect(profiles).toHaveLength(60);
    expect(new Set(profiles.map(({ drivers }) => drivers.length))).toEqual(new Set([1_500, 5_000]));
    expect(largeDefender(now).tasks).toHaveLength(1_200);
  });
});

describe('many', () => {
  it('has 300 profiles, two of them with names of 200 characters', () => {
    const profiles = manyProfiles(now);
    expect(new Set(profiles.map(({ record }) => record.id)).size).toBe(300);
    const names = profiles.map(({ record }) => record.displayName ?? '');
    expect(names.filter(({ length }) => length === 200)).toEqual(names.slice(0, 2));
    expect(names[0]).not.toContain(' ');
    expect(names[1]).toMatch(/^[\p{Script=Arabic} ]+$/u);
    expect(recordsOf(profiles)).toHaveLength(2_400);
  });
});

describe('light', () => {
  it('has one profile with more than 500 drivers to approve and to suspend, and 32 tasks that can be run', () => {
    const records = recordsOf(lightProfiles(now));
    expect(records).toHaveLength(1_400);
    expect(count(records, ({ approvalStatus }) => approvalStatus === 'needsReview')).toBe(600);
    expect(count(records, ({ approvalStatus }) => approvalStatus === 'approved')).toBeGreaterThan(500);
    const { tasks } = lightDefender(now);
    expect(new Set(tasks.map(({ record }) => record.displayName)).size).toBe(32);
    expect(tasks.every(({ record }) => record.actionStatus === 'notStarted')).toBe(true);
  });
});
