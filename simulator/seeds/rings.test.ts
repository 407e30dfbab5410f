import { describe, expect, it } from 'vitest';
import type { DriverRecord } from '../graph/intune.ts';
import { day, second } from '../tenants/clock.ts';
import { createTestSimulator, intuneMessage } from '../test-simulator.ts';
import { ringsProfileSeeds } from './rings.ts';
import { ringsFamilies } from './rings-drivers.ts';
import {
  deletedGroupId,
  newProfileName,
  orphanedProfileName,
  refusedProfileName,
  ringsColumns,
  ringsGroupId,
  sharedGroupName,
} from './rings-profiles.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const profiles = ringsProfileSeeds(now);
const named = (name: string) => profiles.find(({ record }) => record.displayName === name);

/** A driver in every profile that lists it, by profile. */
type Row = ReadonlyMap<string, DriverRecord>;
const rows = new Map<string, Map<string, DriverRecord>>();
for (const { record: profile, drivers } of profiles) {
  for (const { record } of drivers) {
    const key = record.id.slice(0, 64);
    rows.set(key, (rows.get(key) ?? new Map()).set(profile.displayName, record));
  }
}
const statesIn = (row: Row, names: readonly string[]) => names.map((name) => row.get(name)?.approvalStatus);
const labelOf = (row: Row) => {
  const [first] = row.values();
  return `${first?.name} ${first?.version}`;
};
const rings = ['Pilot', 'Early', 'Broad'];

describe('rings', () => {
  it('is the same every time, with a word for each profile in each line of its table', () => {
    expect(ringsProfileSeeds(now)).toEqual(profiles);
    expect([...ringsColumns].sort()).toEqual(profiles.map(({ record }) => record.displayName).sort());
    for (const { versions } of ringsFamilies) {
      for (const { cells } of versions)
        expect(cells.trim().split(/ +/), cells).toHaveLength(ringsColumns.length);
    }
  });

  it('has 12 profiles and 54 driver updates, 30 of them to review somewhere', () => {
    expect(profiles).toHaveLength(12);
    expect(rows.size).toBe(54);
    expect(
      [...rows.values()].filter((row) => statesIn(row, ringsColumns).includes('needsReview')),
    ).toHaveLength(30);
  });

  it('tells a driver by the same 64 digits in every profile, with the same facts', () => {
    for (const row of rows.values()) {
      const facts = [...row.values()].map(({ name, version, manufacturer, driverClass, releaseDateTime }) =>
        JSON.stringify([name, version, manufacturer, driverClass, releaseDateTime]),
      );
      expect(new Set(facts).size).toBe(1);
    }
    expect(Math.max(...[...rows.values()].map(({ size }) => size))).toBeGreaterThan(7);
  });

  it('has conflicts: approved in a ring, and waiting, paused or declined in one before it', () => {
    const isConflict = (row: Row) => {
      const states = statesIn(row, rings);
      return states.some(
        (state, ring) =>
          state !== undefined && state !== 'approved' && states.slice(ring + 1).includes('approved'),
      );
    };
    expect([...rows.values()].filter(isConflict).map(labelOf).sort()).toEqual([
      'HP Inc. - Firmware - EliteBook 840 G11 System BIOS 1.4.2.0',
      'Realtek Semiconductor Corp. - MEDIA - 6.0.9728.1 6.0.9728.1',
      'Realtek Semiconductor Corp. - MEDIA - 6.0.9772.1 6.0.9772.1',
      'Synaptics - Biometric - WBDI Fingerprint Reader 6.0.78.1113',
    ]);
  });

  it('has drivers that stand otherwise in another profile of the same group', () => {
    const sharing = profiles.filter(({ assignments }) =>
      assignments.some(({ target }) => target.groupId === ringsGroupId(sharedGroupName)),
    );
    const names = sharing.map(({ record }) => record.displayName ?? '');
    expect(names).toEqual(['Docking stations', 'Engineering']);
    const differing = [...rows.values()].filter((row) => {
      const [one, two] = statesIn(row, names);
      return one !== undefined && two !== undefined && one !== two;
    });
    expect(differing.map(labelOf)).toContain('Dell Inc. - Firmware - WD22TB4 dock 01.00.21');
  });

  it('has rollouts on their way: approved in each ring, later in each', () => {
    const datesOf = (row: Row) =>
      rings.map((name) =>
        row.get(name)?.approvalStatus === 'approved' ? row.get(name)?.deployDateTime : '',
      );
    const onItsWay = [...rows.values()].filter((row) => {
      const times = datesOf(row).map((date) => Date.parse(date ?? ''));
      return times.every((time, ring) => time > (times[ring - 1] ?? 0)) && (times.at(-1) ?? 0) > now;
    });
    expect(onItsWay.map(labelOf).sort()).toEqual([
      'Intel Corporation - Display - 32.0.101.6314 32.0.101.6314',
      'NVIDIA - Display - 32.0.15.8195 32.0.15.8195',
    ]);
  });

  it('has versions whose numbers lie, names that several drivers have, and a family without a version', () => {
    const versionsOf = (name: string) =>
      [...rows.values()]
        .flatMap((row) => [...row.values()].slice(0, 1))
        .filter((record) => record.name === name)
        .sort((a, b) => Date.parse(b.releaseDateTime) - Date.parse(a.releaseDateTime));
    expect(
      versionsOf('Lenovo Ltd. - Firmware - ThinkPad X1 Carbon Gen 12').map(({ version }) => version),
    ).toEqual(['0.1.24.0', '0.1.22.0', '1.0.0.57']);
    const equal = versionsOf('Realtek - Net - USB GbE Family Controller');
    expect(new Set(equal.map(({ manufacturer, driverClass }) => `${manufacturer}, ${driverClass}`))).toEqual(
      new Set(['Realtek, Networking', 'Lenovo, Networking', 'Realtek, SoftwareComponent']),
    );
    expect(versionsOf('Contoso Ltd. - Monitor - 27 inch hub monitor')[0]?.version).toBeNull();
  });

  it('has a profile that is assigned to a group that is gone, and one to every device', () => {
    const targetsOf = (name: string) => named(name)?.assignments.map(({ target }) => target);
    expect(targetsOf(orphanedProfileName)).toEqual([expect.objectContaining({ groupId: deletedGroupId })]);
    expect(targetsOf('Surface')).toEqual([
      expect.objectContaining({ '@odata.type': '#microsoft.graph.allDevicesAssignmentTarget' }),
    ]);
  });
});

const root = '/deviceManagement/windowsDriverUpdateProfiles';

describe('a tenant of rings', () => {
  it('refuses the drivers of one profile, and shows the profile', async () => {
    const simulator = createTestSimulator('rings');
    const token = await simulator.signIn('driver.admin');
    const id = named(refusedProfileName)?.record.id;
    const driver = named(refusedProfileName)?.drivers[0]?.record.id ?? '';
    expect((await simulator.call(token, 'GET', `${root}/${id}`)).json).toMatchObject({ newUpdates: 10 });
    const body = { actionName: 'approve', driverIds: [driver] };
    for (const [method, path, sent] of [
      ['GET', 'driverInventories', undefined],
      ['GET', `driverInventories/${driver}`, undefined],
      ['POST', 'executeAction', body],
    ] as const) {
      const reply = await simulator.call(token, method, `${root}/${id}/${path}`, sent);
      expect(reply.status).toBe(403);
      expect(intuneMessage(reply)).toMatch(/^User is not authorized to perform this operation - /);
    }
  });

  it('finds drivers once a day by itself: approved where the profile is automatic, and what they supersede moves over', () => {
    const { tenant } = createTestSimulator('rings');
    const recordsIn = (name: string, part: string) =>
      [
        ...(tenant.intune
          .profiles()
          .find(({ record }) => record.displayName === name)
          ?.drivers.values() ?? []),
      ]
        .map(({ record }) => record)
        .filter((record) => record.name?.includes(part));
    expect(recordsIn(newProfileName, '')).toEqual([]);
    const start = tenant.clock.now();
    tenant.clock.advance(day + second);
    const [arrived] = recordsIn('Pilot', '32.0.101.6450');
    expect(arrived).toMatchObject({ approvalStatus: 'needsReview', category: 'recommended' });
    expect(recordsIn('Pilot', '32.0.101.6314')[0]).toMatchObject({ category: 'previouslyApproved' });
    expect(recordsIn('Executives', '32.0.101.6314')[0]).toMatchObject({ category: 'other' });
    const [printer] = recordsIn('Kiosks', 'ZD421').filter(({ version }) => version === '5.1.18.0');
    expect(printer?.approvalStatus).toBe('approved');
    expect(Math.round((Date.parse(printer?.deployDateTime ?? '') - start) / day)).toBe(8);
    expect(recordsIn(newProfileName, '')).toHaveLength(2);
    const lab = tenant.intune.profiles().find(({ record }) => record.displayName === newProfileName);
    expect(lab?.syncState).toBe('success');
    expect(recordsIn('Pilot', 'Latitude 5450').map(({ version }) => version)).not.toContain('1.15.0');
    tenant.clock.advance(2 * day);
    expect(recordsIn('Pilot', 'Latitude 5450').map(({ version }) => version)).toContain('1.15.0');
  });

  it('leaves the rest to a sync that a person starts', async () => {
    const simulator = createTestSimulator('rings');
    const { tenant } = simulator;
    const token = await simulator.signIn('driver.admin');
    const pilot = () => tenant.intune.profile(named('Pilot')?.record.id ?? '');
    const before = pilot()?.drivers.size ?? 0;
    await simulator.call(token, 'POST', `${root}/${named('Pilot')?.record.id}/syncInventory`);
    tenant.clock.advance(15 * second);
    expect(pilot()?.drivers.size).toBe(before + 1);
    expect([...(pilot()?.drivers.values() ?? [])].at(-1)?.record).toMatchObject({
      name: 'Logitech - HIDClass - Unifying Receiver',
      approvalStatus: 'needsReview',
    });
  });
});
