import { describe, expect, it } from 'vitest';
import { profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import { whyNoSync } from './rules.ts';

describe('a sync', () => {
  it.each([
    ['pending', false],
    ['success', true],
    ['failure', true],
    ['paused', true],
  ] as const)('of a profile whose last one is %s: %s', (driverInventorySyncState, allowed) => {
    const inventorySyncStatus = { driverInventorySyncState, lastSuccessfulSyncDateTime: null };
    expect(whyNoSync(profileOf({ inventorySyncStatus })) === undefined).toBe(allowed);
  });

  it('can be asked for where there never was one', () => {
    expect(whyNoSync(profileOf())).toBeUndefined();
  });
});
