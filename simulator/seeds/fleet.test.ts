import { describe, expect, it } from 'vitest';
import type { DriverRecord } from '../graph/intune.ts';
import { createTestSimulator } from '../test-simulator.ts';
import { fleetProfiles } from './fleet.ts';
import { fleetGroups } from './groups.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const profiles = fleetProfiles(now);
const rows = new Map<string, (DriverRecord | undefined)[]>();
for (const [ring, { drivers }] of profiles.entries()) {
  for (const { record } of drivers) {
    const key = record.id.slice(0, 64);
    const row = rows.get(key) ?? [];
    row[ring] = record;
    rows.set(key, row);
  }
}
const all = [...rows.values()];
const statesOf = (row: readonly (DriverRecord | undefined)[]) =>
  row.flatMap((record) => (record ? [record.approvalStatus] : []));

describe('fleet', () => {
  it('has 90,000 cells: 60 profiles of 1,500 drivers, most drivers in most profiles, each id once', () => {
    expect(profiles.map(({ drivers }) => drivers.length)).toEqual(profiles.map(() => 1_500));
    expect(profiles).toHaveLength(60);
    expect(rows.size).toBe(1_792);
    expect(all.reduce((sum, row) => sum + statesOf(row).length, 0)).toBe(90_000);
    expect(Math.min(...all.map((row) => statesOf(row).length))).toBeGreaterThan(40);
  });

  it('is the same every time, with the same facts of a driver in every profile', () => {
    expect(fleetProfiles(now)[7]).toEqual(profiles[7]);
    for (const row of all) {
      const facts = row.flatMap((record) =>
        record
          ? JSON.stringify([
              record.name,
              record.version,
              record.manufacturer,
              record.driverClass,
              record.releaseDateTime,
            ])
          : [],
      );
      expect(new Set(facts).size).toBe(1);
    }
  });

  it('goes from ring to ring: some drivers are in conflict, most are not, and some become available soon', () => {
    const conflicts = all.filter((row) => {
      const states = statesOf(row);
      const held = states.findIndex((state) => state !== 'approved');
      return held !== -1 && states.slice(held).includes('approved');
    });
    expect(conflicts.length).toBeGreaterThan(50);
    expect(conflicts.length).toBeLessThan(all.length / 4);
    const coming = all.flat().filter((record) => record && Date.parse(record.deployDateTime) > now);
    expect(coming.length).toBeGreaterThan(100);
  });

  it('has enough to review for 4,000 decisions, spread evenly', () => {
    const open = profiles.map(
      ({ drivers }) => drivers.filter(({ record }) => record.approvalStatus === 'needsReview').length,
    );
    const left = open.reduce(
      (rest, count, ring) => rest - Math.min(count, Math.ceil(rest / (60 - ring))),
      4_000,
    );
    expect(left).toBe(0);
  });

  it('assigns each ring to a group of its own, some to another one together', () => {
    const known = new Set(fleetGroups(now).map(({ id }) => id));
    const used = profiles.flatMap(({ assignments }) => assignments.map(({ target }) => target.groupId ?? ''));
    expect(used.every((id) => known.has(id))).toBe(true);
    expect(used.length - new Set(used).size).toBe(6);
  });

  it('is not made before a person looks, and then in pages', async () => {
    const simulator = createTestSimulator('fleet');
    const token = await simulator.signIn('driver.reader');
    const root = '/deviceManagement/windowsDriverUpdateProfiles';
    const { json } = await simulator.call(token, 'GET', root);
    const [first] = json.value as { id: string; newUpdates: number }[];
    expect(first?.newUpdates).toBeGreaterThan(40);
    const page = await simulator.call(token, 'GET', `${root}/${first?.id}/driverInventories`);
    expect(page.json['@odata.count']).toBe(200);
  });
});
