import type { Driver } from '../graph/driver-inventories.ts';

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
