import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';

/** A driver of which a test names what it is about. */
export function driverOf(facts: Partial<Driver> = {}): Driver {
  return {
    id: 'a',
    name: 'Intel - Display - 31.0.101.4826',
    version: '31.0.101.4826',
    manufacturer: 'Intel Corporation',
    driverClass: 'Video',
    releaseDateTime: Date.UTC(2026, 0, 1),
    approvalStatus: 'needsReview',
    category: 'recommended',
    applicableDeviceCount: 10,
    deployDateTime: null,
    ...facts,
  };
}

/** A profile of which a test names what it is about; never synced. */
export function profileOf(facts: Partial<DriverProfile> = {}): DriverProfile {
  return {
    id: 'p',
    displayName: 'Pilot ring',
    description: '',
    approvalType: 'manual',
    deviceReporting: 10,
    newUpdates: 0,
    deploymentDeferralInDays: null,
    createdDateTime: null,
    lastModifiedDateTime: null,
    inventorySyncStatus: null,
    ...facts,
  };
}
