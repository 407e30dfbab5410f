import { guidOf } from './random.ts';

/** Reading or changing its drivers is refused, as where a scope tag keeps them from a person. */
export const refusedProfileName = 'Branch offices';
/** Assigned to a group that was deleted since. */
export const orphanedProfileName = 'Meeting rooms';
/** New: assigned to nobody, never synced; its first inventory comes within a day. */
export const newProfileName = 'Lab';

/** Both Engineering and Docking stations are assigned to it: a device of this group is in both profiles. */
export const sharedGroupName = 'Engineering workstations';

/** The id of a group of this tenant. */
export const ringsGroupId = (name: string) => guidOf(`rings group ${name}`);

/** The group that Meeting rooms is assigned to, and that is gone. */
export const deletedGroupId = ringsGroupId('Teams Rooms devices, deleted');

/** One profile of the rings seed. */
export interface RingsProfile {
  readonly name: string;
  readonly description: string | null;
  /** Days of deferral of an automatic profile; undefined: manual. */
  readonly deferral?: number;
  readonly devices: number;
  /** Names of groups; the deleted one is told by its id. */
  readonly includes: readonly string[];
  readonly excludes?: readonly string[];
  /** Assigned to every device in place of groups. */
  readonly allDevices?: boolean;
  readonly ageDays: number;
}

/** In the order of the list, which is not that of the rings: an app must not take the one for the other. */
export const ringsProfiles: readonly RingsProfile[] = [
  {
    name: 'Broad',
    description: 'Everybody who is in no other ring',
    devices: 2_350,
    includes: ['All Windows devices'],
    excludes: ['Windows pilot', 'Windows early adopters', 'Kiosk devices'],
    ageDays: 520,
  },
  {
    name: refusedProfileName,
    description: 'Run by the branch offices themselves',
    devices: 205,
    includes: ['Branch office devices'],
    ageDays: 310,
  },
  {
    name: 'Docking stations',
    description: 'Firmware of docks, for whoever has one',
    devices: 140,
    includes: [sharedGroupName, 'Hot desks'],
    ageDays: 240,
  },
  {
    name: 'Early',
    description: 'Two people of each department',
    devices: 180,
    includes: ['Windows early adopters'],
    ageDays: 520,
  },
  {
    name: 'Engineering',
    description: 'Workstations with mixed hardware',
    devices: 960,
    includes: [sharedGroupName, 'Engineering laptops'],
    ageDays: 420,
  },
  {
    name: 'Executives',
    description: 'Approve on Patch Tuesday only',
    devices: 24,
    includes: ['Executive laptops'],
    ageDays: 400,
  },
  {
    name: 'Finance',
    description: 'Quarter-end freeze: ask finance-it before approving',
    devices: 310,
    includes: ['Finance laptops'],
    ageDays: 420,
  },
  {
    name: 'Kiosks',
    description: null,
    deferral: 7,
    devices: 96,
    includes: ['Kiosk devices'],
    ageDays: 380,
  },
  {
    name: newProfileName,
    description: 'Set up yesterday',
    devices: 0,
    includes: [],
    ageDays: 1,
  },
  {
    name: orphanedProfileName,
    description: 'Teams Rooms on Windows',
    deferral: 14,
    devices: 61,
    includes: [deletedGroupId],
    ageDays: 330,
  },
  {
    name: 'Pilot',
    description: 'IT and volunteers. Every driver starts here.',
    devices: 42,
    includes: ['Windows pilot'],
    ageDays: 520,
  },
  {
    name: 'Surface',
    description: 'Firmware comes straight from Microsoft',
    deferral: 0,
    devices: 130,
    includes: [],
    allDevices: true,
    ageDays: 290,
  },
];

/** The columns of the table of drivers, the three rings first. */
export const ringsColumns: readonly string[] = [
  'Pilot',
  'Early',
  'Broad',
  'Finance',
  'Engineering',
  'Executives',
  'Docking stations',
  'Kiosks',
  'Surface',
  orphanedProfileName,
  refusedProfileName,
  newProfileName,
];
