import { describe, expect, it } from 'vitest';
import { contosoProfiles } from '../seeds/contoso-profiles.ts';
import { createClock } from '../tenants/clock.ts';
import { executeAction, largestBatch, parseDriverCommand } from './execute-action.ts';
import { createIntune, type DriverRecord, type Profile } from './intune.ts';
import { InvalidBody } from './invalid-body.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

function pilotRing(): Profile {
  const intune = createIntune({ clock: createClock(() => now), licensed: true, seed: contosoProfiles });
  const [pilot] = intune.profiles();
  if (!pilot) throw new Error('The seed has no profile.');
  return pilot;
}

function driverIn(profile: Profile, status: DriverRecord['approvalStatus']): DriverRecord {
  const driver = [...profile.drivers.values()].find(
    ({ record, script }) => record.approvalStatus === status && script === undefined,
  );
  if (!driver) throw new Error(`No driver is ${status}.`);
  return driver.record;
}

describe('executeAction', () => {
  it.each([
    ['needsReview', 'approve', 'approved'],
    ['needsReview', 'decline', 'declined'],
    ['needsReview', 'suspend', undefined],
    ['approved', 'approve', 'approved'],
    ['approved', 'decline', undefined],
    ['approved', 'suspend', 'suspended'],
    ['suspended', 'approve', 'approved'],
    ['suspended', 'decline', undefined],
    ['suspended', 'suspend', 'suspended'],
    ['declined', 'approve', 'approved'],
    ['declined', 'decline', 'declined'],
    ['declined', 'suspend', undefined],
  ] as const)('%s, %s: %s', (from, action, to) => {
    const profile = pilotRing();
    const record = driverIn(profile, from);
    const outcome = executeAction(
      profile,
      { action, driverIds: [record.id], deploymentDate: undefined },
      now,
    );
    expect(outcome.failed).toEqual(to === undefined ? [record.id] : []);
    expect(outcome.successful).toEqual(to === undefined ? [] : [record.id]);
    expect(record.approvalStatus).toBe(to ?? from);
  });

  it('sets the date on approval, now without one, and leaves it otherwise', () => {
    const profile = pilotRing();
    const record = driverIn(profile, 'needsReview');
    const deploymentDate = Date.parse('2026-12-08T05:00:00Z');
    const act = (action: 'approve' | 'suspend', date?: number) =>
      executeAction(profile, { action, driverIds: [record.id], deploymentDate: date }, now);
    act('approve', deploymentDate);
    expect(record.deployDateTime).toBe('2026-12-08T05:00:00Z');
    act('suspend', deploymentDate + 1_000);
    expect(record.deployDateTime).toBe('2026-12-08T05:00:00Z');
    act('approve');
    expect(record.deployDateTime).toBe('2026-11-22T12:00:00Z');
  });

  it('puts every id into one list, spelled as the caller did, and records only real changes', () => {
    const profile = pilotRing();
    const fresh = driverIn(profile, 'needsReview');
    const declined = driverIn(profile, 'declined');
    const driverIds = [fresh.id.toUpperCase(), declined.id, 'unknown'];
    const outcome = executeAction(profile, { action: 'decline', driverIds, deploymentDate: undefined }, now);
    expect(outcome.successful).toEqual([fresh.id.toUpperCase(), declined.id]);
    expect(outcome.notFound).toEqual(['unknown']);
    expect(outcome.failed).toEqual([]);
    expect(outcome.changes.map(({ driverId }) => driverId)).toEqual([fresh.id]);
  });

  it('plays the scripts: one driver fails, another is gone', () => {
    const profile = pilotRing();
    const scripted = [...profile.drivers.values()].filter(({ script }) => script !== undefined);
    const driverIds = scripted.map(({ record }) => record.id);
    const act = () =>
      executeAction(profile, { action: 'approve', driverIds, deploymentDate: undefined }, now);
    const before = profile.drivers.size;
    expect(act()).toMatchObject({ failed: [driverIds[0]], notFound: [driverIds[1]], changes: [] });
    expect(profile.drivers.size).toBe(before - 1);
    expect(act().notFound).toEqual([driverIds[1]]);
  });
});

describe('parseDriverCommand', () => {
  it('takes any letter case, offsets, seven digits, and an id given twice once', () => {
    const body = {
      actionName: 'Approve',
      driverIds: ['a', 'A'],
      deploymentDate: '2026-12-08T06:00:00.0000000+01:00',
    };
    expect(parseDriverCommand(body)).toEqual({
      action: 'approve',
      driverIds: ['a'],
      deploymentDate: Date.parse('2026-12-08T05:00:00Z'),
    });
    expect(parseDriverCommand({ ...body, deploymentDate: null }).deploymentDate).toBeUndefined();
  });

  it('passes over annotations', () => {
    const body = {
      '@odata.type': '#microsoft.graph.x',
      actionName: 'decline',
      'driverIds@odata.type': '#Collection(String)',
      driverIds: ['a'],
    };
    expect(parseDriverCommand(body)).toMatchObject({ action: 'decline', driverIds: ['a'] });
  });

  it.each([
    [null],
    [[]],
    [{ driverIds: ['a'] }],
    [{ actionName: 'delete', driverIds: ['a'] }],
    [{ actionName: 'approve' }],
    [{ actionName: 'approve', driverIds: [] }],
    [{ actionName: 'approve', driverIds: [1] }],
    [
      {
        actionName: 'approve',
        driverIds: Array.from({ length: largestBatch + 1 }, (_, index) => `${index}`),
      },
    ],
    [{ actionName: 'approve', driverIds: ['a'], deploymentDate: '8 December 2026' }],
    [{ actionName: 'approve', driverIds: ['a'], deploymentDate: '2026-13-40T00:00:00Z' }],
    [{ actionName: 'approve', driverIds: ['a'], deploymentDate: '2027-02-30T00:00:00Z' }],
    [{ actionName: 'approve', driverIds: ['a'], when: 'now' }],
  ])('refuses %j', (body) => {
    expect(() => parseDriverCommand(body)).toThrow(InvalidBody);
  });
});
