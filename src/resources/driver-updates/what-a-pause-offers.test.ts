import { expect, it } from 'vitest';
import type { Driver } from '../../graph/driver-inventories.ts';
import { compareVersions } from './family.ts';
import { mergedOf } from './test-fleet.ts';
import { whatAPauseOffers } from './what-a-pause-offers.ts';

const day = 86_400_000;
const now = 100 * day;
const approved = { approvalStatus: 'approved', deployDateTime: 50 * day };
const from = (date: number) => ({ approvalStatus: 'approved', deployDateTime: date * day });
const declined = { approvalStatus: 'declined' };

/** Pauses the version of day 30 in `p`. */
function offered(others: Readonly<Record<string, Partial<Driver>>>, released: number | null = 30 * day) {
  const { updates, columns, byName } = mergedOf({
    c: { facts: { version: 'paused', releaseDateTime: released }, in: { p: approved } },
    ...Object.fromEntries(
      Object.entries(others).map(([date, cell], index) => {
        const releaseDateTime = date === 'none' ? null : Number(date) * day;
        return [`d${index}`, { facts: { version: date, releaseDateTime }, in: { p: cell, q: approved } }];
      }),
    ),
  });
  const { c } = byName;
  if (!c) throw new Error('No such version');
  const offer = whatAPauseOffers(c, updates.toSorted(compareVersions), { columns, profileId: 'p', now });
  return 'update' in offer ? { ...offer, update: offer.update.version } : offer;
}

it('a pause offers the newest earlier version that is approved in the ring', () => {
  expect(offered({ 10: approved, 20: approved, 25: declined })).toEqual({
    kind: 'earlier',
    update: '20',
    from: undefined,
  });
});

it('one that is available comes before one that is scheduled, which comes before none', () => {
  expect(offered({ 10: approved, 20: from(110) })).toMatchObject({ kind: 'earlier', update: '10' });
  expect(offered({ 10: from(105), 20: from(110) })).toEqual({
    kind: 'earlier',
    update: '20',
    from: 110 * day,
  });
});

it.each([
  ['none is there', {}],
  ['none is approved', { 10: declined }],
  ['one is of the same day', { 30: approved }],
  ['its date isn’t known', { none: approved }],
  ['its state isn’t known', { 10: { approvalStatus: 'quarantined' } }],
  ['a later one is only scheduled', { 40: from(110) }],
])('it offers nothing where %s', (_what, others) => {
  expect(offered(others)).toEqual({ kind: 'nothing' });
});

it('it offers nothing that only another ring lists', () => {
  const { updates, columns, byName } = mergedOf({
    c: { facts: { releaseDateTime: 30 * day }, in: { p: approved } },
    d: { facts: { releaseDateTime: 20 * day }, in: { q: approved } },
  });
  const offer = byName.c && whatAPauseOffers(byName.c, updates, { columns, profileId: 'p', now });
  expect(offer).toEqual({ kind: 'nothing' });
});

it('it changes nothing where a later version is offered already', () => {
  expect(offered({ 40: approved, 20: approved })).toEqual({ kind: 'later', update: '40' });
});

it('nothing is known of a version without a release date', () => {
  expect(offered({ 10: approved }, null)).toEqual({ kind: 'unknown' });
});
