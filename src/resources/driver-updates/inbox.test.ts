import { describe, expect, it } from 'vitest';
import { createWaiting, familyOrder, inboxFamilies, oldestFirst } from './inbox.ts';
import { mergedOf } from './test-fleet.ts';

const day = 86_400_000;
const bios = { name: 'Dell - BIOS - {v}', manufacturer: 'Dell', driverClass: 'Firmware' };

const { updates, columns, byName } = mergedOf({
  a: {
    facts: { ...bios, name: 'Dell - BIOS - 2.0', version: '2.0', releaseDateTime: 30 * day },
    in: { pilot: {}, broad: {} },
  },
  b: {
    facts: { ...bios, name: 'Dell - BIOS - 1.0', version: '1.0', releaseDateTime: 10 * day },
    in: { pilot: { approvalStatus: 'declined' }, broad: {} },
  },
  c: { facts: { name: 'Wi-Fi', version: '3', releaseDateTime: 20 * day }, in: { broad: {} } },
  d: { facts: { name: 'Audio', version: '4', releaseDateTime: null }, in: { pilot: {} } },
});
const profiles = [{ id: 'pilot' }, { id: 'broad' }, { id: 'gone' }];
const { a, b, c, d } = byName;
if (!a || !b || !c || !d) throw new Error('the fleet is another');

describe('what waits', () => {
  it('is told profile by profile, without what is declined or decided already', () => {
    const isDecided = (profileId: string) => profileId === 'broad';
    const all = createWaiting({ profiles, columns, isDecided: () => false });
    expect([a, b, c, d].map(all)).toEqual([['pilot', 'broad'], ['broad'], ['broad'], ['pilot']]);
    expect(all(a)).toBe(all(a));
    const some = createWaiting({ profiles, columns, isDecided });
    expect([a, b, c, d].map(some)).toEqual([['pilot'], [], [], ['pilot']]);
  });

  it('stands oldest first, and last without a date', () => {
    expect(oldestFirst(updates)).toEqual([b, c, a, d]);
  });
});

describe('families', () => {
  const families = inboxFamilies(updates);
  const of = (id: string) => {
    const family = families.get(id);
    if (!family) throw new Error(`${id} has no family`);
    return family;
  };
  const shown = (order: ReturnType<typeof familyOrder>) =>
    [of(a.id), of(c.id), of(d.id)].toSorted(order.compare).map(({ label }) => label);

  it('have a header where several versions wait', () => {
    expect(of(a.id)).toBe(of(a.id));
    expect(of(a.id)).toEqual(of(b.id));
    expect(of(a.id)).toMatchObject({ label: 'Dell - BIOS', isAlone: false, oldest: 10 * day });
    expect(of(d.id)).toMatchObject({ label: 'Audio', isAlone: true, oldest: null });
  });

  it('stand by the oldest of their versions, or as the rows are sorted', () => {
    expect(shown(familyOrder(families, undefined))).toEqual(['Dell - BIOS', 'Wi-Fi', 'Audio']);
    expect(shown(familyOrder(families, { column: 'age', direction: 'descending' }))).toEqual([
      'Dell - BIOS',
      'Wi-Fi',
      'Audio',
    ]);
    expect(shown(familyOrder(families, { column: 'age', direction: 'ascending' }))[0]).toBe('Audio');
    expect(shown(familyOrder(families, { column: 'name', direction: 'ascending' }))).toEqual([
      'Audio',
      'Dell - BIOS',
      'Wi-Fi',
    ]);
    expect(shown(familyOrder(families, { column: 'name', direction: 'descending' }))[0]).toBe('Wi-Fi');
  });

  it('of one name and age keep an order', () => {
    const { compare } = familyOrder(new Map(), undefined);
    expect(compare({ id: 'x', label: 'same' }, { id: 'y', label: 'same' })).toBe(-1);
    expect(compare({ id: 'y', label: 'same' }, { id: 'x', label: 'same' })).toBe(1);
  });
});
