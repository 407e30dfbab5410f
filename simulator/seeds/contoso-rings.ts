import type { SyncState } from '../graph/intune.ts';
import type { Model } from './driver-families.ts';
import { guidOf } from './random.ts';

/** The profile that holds the two scripted drivers. */
export const pilotRingName = 'Pilot ring';
/** Its inventory sync never succeeds. */
export const failingSyncProfileName = 'Lenovo ThinkPad';
/** Enough drivers for three pages, and more to review than fit into one request. */
export const biggestProfileName = 'Production - Engineering';
/** No device has reported yet: no drivers, and a last sync in the year 1. */
export const neverSyncedProfileName = 'Warehouse tablets';
/** Synced, and no driver applies. */
export const emptyProfileName = 'Decommissioned lab';

export const contosoProfileId = (name: string) => guidOf(`contoso profile ${name}`);
/** The group that a profile is assigned to. */
export const contosoGroupId = (profileId: string) => guidOf(`group of ${profileId}`);

/** One profile, told by what matters about it. */
export interface Ring {
  readonly name: string;
  readonly description: string | null;
  /** Days of deferral of an automatic profile; undefined: manual. */
  readonly deferral?: number;
  readonly drivers: number;
  readonly needsReview: number;
  readonly devices: number;
  readonly models: readonly Model[];
  readonly ageDays: number;
  readonly sync: SyncState;
  readonly lastSyncHours?: number;
  readonly arrivals?: number;
}

const office: readonly Model[] = ['common', 'dell', 'hp', 'lenovo', 'surface'];

export const rings: readonly Ring[] = [
  {
    name: pilotRingName,
    description: 'IT and volunteers. Every driver starts here.',
    drivers: 88,
    needsReview: 18,
    devices: 42,
    models: office,
    ageDays: 410,
    sync: 'success',
    lastSyncHours: 3,
    arrivals: 2,
  },
  {
    name: 'Early ring',
    description: 'Two people of each department',
    deferral: 3,
    drivers: 105,
    needsReview: 6,
    devices: 180,
    models: office,
    ageDays: 410,
    sync: 'success',
    lastSyncHours: 5,
    arrivals: 3,
  },
  {
    name: 'Broad ring',
    description: 'Everybody who is in no other ring',
    deferral: 14,
    drivers: 130,
    needsReview: 5,
    devices: 2350,
    models: office,
    ageDays: 405,
    sync: 'success',
    lastSyncHours: 5,
  },
  {
    name: 'Production - Finance',
    description: 'Quarter-end freeze: ask finance-it before approving',
    drivers: 70,
    needsReview: 12,
    devices: 310,
    models: ['common', 'dell'],
    ageDays: 380,
    sync: 'success',
    lastSyncHours: 7,
  },
  {
    name: biggestProfileName,
    description: 'Workstations with mixed hardware',
    drivers: 420,
    needsReview: 112,
    devices: 960,
    models: [...office, 'kiosk'],
    ageDays: 380,
    sync: 'success',
    lastSyncHours: 7,
  },
  {
    name: 'Kiosks',
    description: null,
    drivers: 40,
    needsReview: 5,
    devices: 96,
    models: ['kiosk', 'common'],
    ageDays: 300,
    sync: 'success',
    lastSyncHours: 11,
  },
  {
    name: 'Surface devices',
    description: 'Firmware comes straight from Microsoft',
    deferral: 0,
    drivers: 40,
    needsReview: 3,
    devices: 140,
    models: ['surface', 'common'],
    ageDays: 290,
    sync: 'success',
    lastSyncHours: 2,
  },
  {
    name: 'Dell Latitude',
    description: 'Latitude 5440 and 7440',
    drivers: 75,
    needsReview: 14,
    devices: 870,
    models: ['dell', 'common'],
    ageDays: 260,
    sync: 'success',
    lastSyncHours: 9,
  },
  {
    name: 'HP EliteBook',
    description: 'EliteBook 840 G10',
    drivers: 70,
    needsReview: 12,
    devices: 640,
    models: ['hp', 'common'],
    ageDays: 260,
    sync: 'success',
    lastSyncHours: 9,
  },
  {
    name: failingSyncProfileName,
    description: 'T14 and X1',
    drivers: 65,
    needsReview: 10,
    devices: 515,
    models: ['lenovo', 'common'],
    ageDays: 255,
    sync: 'failure',
    lastSyncHours: 124,
  },
  {
    name: 'Executive laptops',
    description: 'Approve on Patch Tuesday only',
    drivers: 45,
    needsReview: 8,
    devices: 24,
    models: ['surface', 'lenovo', 'common'],
    ageDays: 200,
    sync: 'success',
    lastSyncHours: 6,
  },
  {
    name: 'Meeting rooms',
    description: 'Teams Rooms on Windows',
    deferral: 7,
    drivers: 30,
    needsReview: 3,
    devices: 61,
    models: ['common', 'kiosk'],
    ageDays: 150,
    sync: 'success',
    lastSyncHours: 20,
  },
  {
    name: neverSyncedProfileName,
    description: 'Waiting for the first devices',
    drivers: 0,
    needsReview: 0,
    devices: 0,
    models: [],
    ageDays: 1,
    sync: 'pending',
  },
  {
    name: emptyProfileName,
    description: null,
    drivers: 0,
    needsReview: 0,
    devices: 0,
    models: [],
    ageDays: 700,
    sync: 'success',
    lastSyncHours: 14,
  },
];
