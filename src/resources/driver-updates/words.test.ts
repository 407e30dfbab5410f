import { describe, expect, it } from 'vitest';
import { formatDay } from '../../ui/format.ts';
import { driverOf, profileOf } from '../driver-profiles/test-drivers.ts';
import type { DriverUpdate } from './driver-update.ts';
import { keyOf } from './test-fleet.ts';
import {
  absentText,
  apartText,
  deviceText,
  gapsText,
  lineageText,
  notFoundText,
  notYetText,
  pauseText,
  snapshotText,
  soFarText,
  standingsText,
  stateText,
  unassignedText,
  versionText,
  whyNotAll,
} from './words.ts';

const now = Date.UTC(2026, 10, 30);
const past = Date.UTC(2026, 10, 16);
const ahead = Date.UTC(2026, 11, 8);

function updateOf(facts: Partial<DriverUpdate> = {}): DriverUpdate {
  const { name, version, manufacturer, driverClass } = driverOf({ version: '1.14.1' });
  const key = keyOf('9c1fe27a');
  const releaseDateTime = past;
  return {
    id: key,
    key,
    name,
    version,
    manufacturer,
    driverClass,
    releaseDateTime,
    cells: [],
    apart: undefined,
    ...facts,
  };
}

it.each([
  ['approved', past, `Available since ${formatDay(past)}`],
  ['approved', ahead, `Available from ${formatDay(ahead)}`],
  ['approved', null, 'Approved'],
  ['needsReview', null, 'Needs review'],
  ['suspended', past, 'Paused'],
  ['declined', null, 'Declined'],
  ['quarantined', null, 'quarantined'],
])('a driver that is %s from %s on: %s', (approvalStatus, deployDateTime, text) => {
  const driver = driverOf({ approvalStatus, deployDateTime });
  expect(stateText(driver, now)).toBe(text);
});

it('a profile that lists no such driver says so', () => {
  expect(stateText(undefined, now)).toBe('Not listed');
});

it.each([
  [38, 54, 0, true, 'at least 38, at most 54 devices'],
  [38, 38, 0, true, '38 devices'],
  [1, 1, 0, true, '1 device'],
  [0, 0, 0, true, '0 devices'],
  [38, 54, 1, true, 'at least 38 devices'],
  [38, 54, 0, false, 'at least 38 devices'],
  [0, 0, 2, true, 'Devices not counted'],
])('%i to %i devices, %i drivers uncounted, all loaded: %s', (atLeast, atMost, uncounted, isWhole, text) => {
  expect(deviceText({ atLeast, atMost, uncounted }, isWhole)).toBe(text);
});

describe('a version', () => {
  it('is told by what tells it apart', () => {
    expect(versionText(updateOf())).toBe('1.14.1');
    expect(versionText(updateOf(), 'date')).toBe(`1.14.1, released ${formatDay(past)}`);
    expect(versionText(updateOf({ releaseDateTime: null }), 'date')).toBe('1.14.1, no release date');
    expect(versionText(updateOf(), 'id')).toBe('1.14.1, catalog ID 9c1fe27a…');
    expect(versionText(updateOf({ key: undefined }), 'id')).toBe('1.14.1, no catalog ID');
    expect(versionText(updateOf({ version: '' }))).toBe('No version');
  });

  it('has a place in its family', () => {
    const place = { isNewest: false, listedIn: 7, supersededIn: 0, supersededBy: undefined };
    expect(lineageText({ ...place, isNewest: true })).toBe('Newest version');
    expect(lineageText(place)).toBe('Earlier version');
    const supersededBy = updateOf();
    expect(lineageText({ ...place, supersededBy, supersededIn: 7 })).toBe('Superseded by 1.14.1');
    expect(lineageText({ ...place, supersededBy, supersededIn: 3 })).toBe(
      'Superseded by 1.14.1 in 3 of 7 profiles',
    );
  });
});

it('a version says how it stands over all profiles', () => {
  const cells = [
    driverOf({ approvalStatus: 'needsReview' }),
    undefined,
    driverOf({ approvalStatus: 'declined' }),
    driverOf({ approvalStatus: 'needsReview' }),
  ];
  expect(standingsText({ cells }, now)).toBe('Needs review in 2 profiles, declined in 1 profile');
  expect(standingsText({ cells: [] }, now)).toBe('');
});

it('a pause says what devices are offered instead', () => {
  const update = updateOf({ version: '1.12.0' });
  expect(pauseText({ kind: 'earlier', update, from: undefined }, 'Pilot ring')).toBe(
    'Devices in Pilot ring are offered 1.12.0 instead. Where this version is installed, it stays.',
  );
  expect(pauseText({ kind: 'earlier', update, from: ahead }, 'Pilot ring')).toContain(
    `offered 1.12.0 instead from ${formatDay(ahead)}.`,
  );
  expect(pauseText({ kind: 'later', update }, 'Pilot ring')).toContain('already offered 1.12.0.');
  expect(pauseText({ kind: 'nothing' }, 'Pilot ring')).toContain(
    'No earlier version is approved in Pilot ring',
  );
  expect(pauseText({ kind: 'unknown' }, 'Pilot ring')).toContain('isn’t known');
});

it.each([
  [{ kind: 'noKey' }, 'its ID doesn’t say'],
  [{ kind: 'twice' }, 'more than once'],
  [{ kind: 'facts', differ: ['name'] }, 'differ in name.'],
  [{ kind: 'facts', differ: ['driverClass', 'name', 'version'] }, 'differ in class, name and version.'],
] as const)('what isn’t merged has a reason: %o', (apart, text) => {
  expect(apartText(apart)).toContain(text);
});

it('what is missing is named', () => {
  const kiosks = profileOf({ displayName: 'Kiosks' });
  expect(gapsText({ failed: [], loading: [] })).toBeUndefined();
  expect(gapsText({ failed: [kiosks], loading: [] })).toBe(
    'Couldn’t load Kiosks. Its drivers are missing in every number.',
  );
  expect(gapsText({ failed: [], loading: [kiosks] })).toBe(
    'Loading 1 profile… Every number counts what has come so far.',
  );
  expect(soFarText('12 driver updates', { loading: [kiosks] })).toBe('12 driver updates so far');
  expect(soFarText('12 driver updates', { loading: [] })).toBe('12 driver updates');
  expect(notYetText(0)).toBeUndefined();
  expect(notYetText(1)).toBe('1 profile is still loading, and isn’t offered yet.');
  expect(notYetText(2)).toBe('2 profiles are still loading, and aren’t offered yet.');
  const rings = { loadingIds: new Set(['loading']), failedIds: new Set(['failed']) };
  expect(['loading', 'failed', 'whole'].map((id) => absentText(id, rings))).toEqual([
    'Not loaded yet',
    'Not loaded',
    'Not listed',
  ]);
  expect(gapsText({ failed: [kiosks], loading: [kiosks, kiosks] })).toBe(
    'Couldn’t load Kiosks. Its drivers are missing in every number. Loading 2 profiles… Every number counts what has come so far.',
  );
});

it('a driver update that isn’t found is gone only where every profile has loaded', () => {
  const kiosks = profileOf({ displayName: 'Kiosks' });
  const gone = 'No profile lists this driver update any longer';
  expect(notFoundText({ failed: [], loading: [] })).toBe(gone);
  expect(notFoundText({ failed: [kiosks], loading: [] })).toBe('Not in the profiles that have loaded');
  expect(notFoundText({ failed: [], loading: [kiosks] })).toBe('Not in the profiles that have loaded');
});

it('what concerns all profiles waits for them, and a read that has stopped is told apart from one under way', () => {
  const kiosks = profileOf({ displayName: 'Kiosks' });
  const reading = { isCurrent: true, isFetching: true };
  const stopped = 'Not all profiles have been loaded. Refresh the list first.';
  expect(whyNotAll({ loading: [] }, reading)).toBeUndefined();
  expect(whyNotAll({ loading: [kiosks] }, reading)).toBe('The current state is still loading');
  expect(whyNotAll({ loading: [kiosks] }, { isCurrent: true, isFetching: false })).toBe(stopped);
  expect(whyNotAll({ loading: [] }, { isCurrent: false, isFetching: false })).toBe(stopped);
});

it('profiles whose assignments are missing are named', () => {
  expect(unassignedText([])).toBeUndefined();
  expect(unassignedText([profileOf({ displayName: 'Kiosks' })])).toBe(
    'Couldn’t load the assignments of Kiosks: groups that they share aren’t known.',
  );
});

it('what is shown from the last visit has its age', () => {
  expect(snapshotText(now - 3 * 3_600_000, now)).toBe('As loaded 3 hours ago. Loading the current state…');
});
