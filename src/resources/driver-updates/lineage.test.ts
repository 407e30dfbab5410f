import { expect, it } from 'vitest';
import type { Driver } from '../../graph/driver-inventories.ts';
import { compareVersions } from './family.ts';
import { lineagesOf } from './lineage.ts';
import { mergedOf } from './test-fleet.ts';

const day = 86_400_000;
const now = 100 * day;
const approved = { approvalStatus: 'approved', deployDateTime: 50 * day };
const scheduled = { approvalStatus: 'approved', deployDateTime: 150 * day };
const declined = { approvalStatus: 'declined' };
const paused = { approvalStatus: 'suspended' };
const waiting = { approvalStatus: 'needsReview' };

/** Versions by their release days; one that begins with a letter has none. */
function told(versions: Readonly<Record<string, Readonly<Record<string, Partial<Driver>>>>>) {
  const { updates } = mergedOf(
    Object.fromEntries(
      Object.entries(versions).map(([name, cells]) => {
        const released = Number.parseInt(name, 10);
        const releaseDateTime = Number.isNaN(released) ? null : released * day;
        return [name, { facts: { version: name, releaseDateTime }, in: cells }];
      }),
    ),
  );
  const ordered = updates.toSorted(compareVersions);
  return lineagesOf(ordered, now).map(({ isNewest, listedIn, supersededIn, supersededBy }, index) => {
    const place = supersededBy
      ? `by ${supersededBy.version} in ${supersededIn}/${listedIn}`
      : isNewest
        ? 'newest'
        : '–';
    return `${ordered[index]?.version}: ${place}`;
  });
}

it('a version is superseded where a later one is available', () => {
  expect(told({ 30: { p: approved }, 20: { p: approved }, 10: { p: approved } })).toEqual([
    '30: newest',
    '20: by 30 in 1/1',
    '10: by 30 in 1/1',
  ]);
});

it('the version that devices are offered is not superseded by one that waits or is scheduled', () => {
  expect(told({ 30: { p: waiting, q: scheduled }, 20: { p: approved, q: approved } })).toEqual([
    '30: newest',
    '20: –',
  ]);
});

it('a version that was never approved is superseded by one that waits or is scheduled', () => {
  expect(
    told({ 30: { p: waiting, q: scheduled, r: declined }, 20: { p: waiting, q: declined, r: waiting } }),
  ).toEqual(['30: newest', '20: by 30 in 2/3']);
});

it('a declined or paused version supersedes nothing, nor does one in another profile', () => {
  expect(told({ 30: { p: declined, q: paused }, 20: { p: waiting, q: waiting, r: waiting } })).toEqual([
    '30: newest',
    '20: –',
  ]);
});

it('the newest of those that supersede is named', () => {
  expect(
    told({
      40: { p: waiting },
      30: { p: approved, q: approved },
      20: { p: waiting, q: approved },
      10: { q: paused },
    }),
  ).toEqual(['40: newest', '30: –', '20: by 40 in 2/2', '10: by 30 in 1/1']);
});

it('versions of one day, and those without a date, supersede nothing', () => {
  expect(
    told({ '20a': { p: approved }, '20b': { p: approved }, '10': { p: approved }, f: { p: approved } }),
  ).toEqual(['20b: newest', '20a: newest', '10: by 20b in 1/1', 'f: –']);
});
