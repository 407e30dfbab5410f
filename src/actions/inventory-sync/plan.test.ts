import { describe, expect, it } from 'vitest';
import { profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import { planSync } from './plan.ts';

describe('a plan to sync', () => {
  const pilot = profileOf({ id: 'p', displayName: 'Pilot ring' });

  it('names the one profile', () => {
    expect(planSync([pilot]).title).toBe('Sync the inventory of Pilot ring');
  });

  it('says in its title which profiles are skipped', () => {
    const syncing = ['Early', 'Broad', 'Kiosks'].map((displayName) => profileOf({ displayName }));
    expect(planSync([pilot], syncing.slice(0, 1)).title).toBe(
      'Sync the inventory of Pilot ring. Skipped: Early, already syncing',
    );
    expect(planSync([pilot, pilot], syncing).title).toBe(
      'Sync the inventory of 2 profiles. Skipped: Early, Broad and 1 more, already syncing',
    );
  });

  it('makes one request for each of several, and calls one without a name by its id', () => {
    const plan = planSync([pilot, profileOf({ id: 'q', displayName: '' })]);
    expect(plan.title).toBe('Sync the inventory of 2 profiles');
    expect(plan.targets.map(({ id, name }) => [id, name])).toEqual([
      ['p', 'Pilot ring'],
      ['q', 'q'],
    ]);
    expect(plan.targets[0]?.items).toEqual([
      { id: 'p', name: 'Pilot ring', detail: '', before: 'never', reviewed: {} },
    ]);
  });
});
