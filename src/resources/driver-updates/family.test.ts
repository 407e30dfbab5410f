import { describe, expect, it } from 'vitest';
import { familiesOf, namesakes, toldBy } from './family.ts';
import { mergedOf } from './test-fleet.ts';

const day = 86_400_000;
const pilot = { in: { pilot: {} } };

describe('a family', () => {
  it('is the versions of one manufacturer, class and name, whose version doesn’t count', () => {
    const { updates } = mergedOf({
      a: { facts: { name: 'Intel - Display - 1.2', version: '1.2' }, ...pilot },
      b: { facts: { name: 'Intel - Display - 1.1', version: '1.1' }, ...pilot },
      c: { facts: { name: 'Intel - Display - 1.0', version: '1.0', manufacturer: 'Other' }, ...pilot },
      d: { facts: { name: 'Intel - Display - 1.0', version: '1.0', driverClass: 'Other' }, ...pilot },
      e: { facts: { name: 'Intel - Audio - 1.0', version: '1.0' }, ...pilot },
    });
    expect(
      familiesOf(updates).map(({ name, versions }) => [name, versions.map(({ version }) => version)]),
    ).toEqual([
      ['Intel - Display', ['1.2', '1.1']],
      ['Intel - Display', ['1.0']],
      ['Intel - Display', ['1.0']],
      ['Intel - Audio', ['1.0']],
    ]);
  });

  it('is one driver update where Graph gives no name', () => {
    const { updates } = mergedOf({
      a: { facts: { name: '' }, ...pilot },
      b: { facts: { name: '' }, ...pilot },
    });
    expect(familiesOf(updates).map(({ versions }) => versions.length)).toEqual([1, 1]);
  });

  it('has the latest release first, whatever the versions say, and those without a date last', () => {
    const { updates } = mergedOf({
      a: { facts: { name: 'x', version: '9.0', releaseDateTime: 1 * day }, ...pilot },
      b: { facts: { name: 'x', version: '1.0', releaseDateTime: 3 * day }, ...pilot },
      c: { facts: { name: 'x', version: '2.0', releaseDateTime: null }, ...pilot },
      d: { facts: { name: 'x', version: '1.9', releaseDateTime: 2 * day }, ...pilot },
      e: { facts: { name: 'x', version: '1.10', releaseDateTime: 2 * day }, ...pilot },
      f: { facts: { name: 'x', version: '1.10', releaseDateTime: 2 * day }, ...pilot },
    });
    const [family] = familiesOf(updates.toReversed());
    expect(family?.versions.map(({ version }) => version)).toEqual([
      '1.0',
      '1.10',
      '1.10',
      '1.9',
      '9.0',
      '2.0',
    ]);
    expect(family?.versions).toEqual(familiesOf(updates)[0]?.versions);
  });
});

it('versions that look the same are told apart by date, and by id where the date is the same too', () => {
  const { updates, byName } = mergedOf({
    a: { facts: { version: '1', releaseDateTime: 1 * day }, ...pilot },
    b: { facts: { version: '2', releaseDateTime: 1 * day }, ...pilot },
    c: { facts: { version: '2', releaseDateTime: 2 * day }, ...pilot },
    d: { facts: { version: '3', releaseDateTime: 2 * day }, ...pilot },
    e: { facts: { version: '3', releaseDateTime: 2 * day + 1 }, ...pilot },
    f: { facts: { version: '3', releaseDateTime: null }, ...pilot },
  });
  const told = toldBy(updates);
  expect(Object.entries(byName).map(([name, { id }]) => [name, told.get(id)])).toEqual([
    ['a', 'version'],
    ['b', 'date'],
    ['c', 'date'],
    ['d', 'id'],
    ['e', 'id'],
    ['f', 'date'],
  ]);
});

it('families of one name are told apart by more', () => {
  const families = familiesOf(
    mergedOf({
      a: { facts: { name: 'x', manufacturer: 'Intel' }, ...pilot },
      b: { facts: { name: 'x', manufacturer: 'INTEL' }, ...pilot },
      c: { facts: { name: 'y' }, ...pilot },
    }).updates,
  );
  expect(namesakes(families)).toEqual(new Set(families.slice(0, 2).map(({ id }) => id)));
});
