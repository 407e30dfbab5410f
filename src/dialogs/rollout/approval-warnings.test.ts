import { describe, expect, it } from 'vitest';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { cellIn } from '../../resources/driver-updates/driver-update.ts';
import { createLineageFinder } from '../../resources/driver-updates/lineage.ts';
import { mergedOf } from '../../resources/driver-updates/test-fleet.ts';
import { approvalWarnings } from './approval-warnings.ts';

const now = Date.UTC(2026, 11, 1);
const rings = ['pilot', 'early', 'broad'].map(
  (id) => ({ id }) as DriverProfile, // nothing else of them is read
);
const declined = { approvalStatus: 'declined' };
const paused = { approvalStatus: 'suspended' };

/** What is said of an approval of these versions, by their names, in these profiles. */
function warningsOf(
  versions: Parameters<typeof mergedOf>[0],
  names: readonly string[],
  profileIds: readonly string[],
) {
  const { updates, columns, byName } = mergedOf(versions);
  const approved = names.flatMap((name) => byName[name] ?? []);
  const sending = profileIds.map((id) => ({
    profile: { id } as DriverProfile, // nothing else of it is read
    sent: approved.flatMap((update) => cellIn(update, columns, id) ?? []),
  }));
  const lineageOf = createLineageFinder(updates, now);
  return approvalWarnings(approved, sending, { rings, columns, nameOf: (id) => id, lineageOf, now });
}

describe('the warnings of an approval', () => {
  const earlier = { version: '1.13.0', releaseDateTime: now - 2 };
  const newer = { version: '1.14.1', releaseDateTime: now - 1 };

  it('name the newer version', () => {
    const versions = {
      a1: { facts: earlier, in: { broad: {} } },
      b2: { facts: newer, in: { broad: {} } },
    };
    expect(warningsOf(versions, ['a1'], ['broad'])).toEqual(['1.13.0 is superseded: 1.14.1 is newer.']);
    expect(warningsOf(versions, ['b2'], ['broad'])).toEqual([]);
    expect(warningsOf(versions, ['a1', 'b2'], ['broad'])).toEqual([
      '1 of these driver updates is superseded by a newer version.',
    ]);
  });

  it('name the earlier rings that have declined or paused the driver', () => {
    const versions = { a1: { in: { pilot: declined, early: paused, broad: {} } } };
    expect(warningsOf(versions, ['a1'], ['broad'])).toEqual([
      'Earlier rings have decided otherwise: declined in pilot, paused in early.',
    ]);
    // What the approval takes along decides nothing otherwise.
    expect(warningsOf(versions, ['a1'], ['early', 'broad'])).toEqual([
      'An earlier ring has decided otherwise: declined in pilot.',
    ]);
    expect(warningsOf(versions, ['a1'], ['pilot'])).toEqual([]);
  });

  it('count what earlier rings hold back among several', () => {
    const versions = {
      a1: { facts: { name: 'One' }, in: { pilot: declined, broad: {} } },
      b2: { facts: { name: 'Two' }, in: { early: paused, broad: {} } },
      c3: { facts: { name: 'Three' }, in: { pilot: {}, broad: {} } },
    };
    expect(warningsOf(versions, ['a1', 'b2', 'c3'], ['broad'])).toEqual([
      '2 of these driver updates are declined or paused in an earlier ring.',
    ]);
    // A profile beside the rings stands behind none of them.
    expect(warningsOf({ a1: { in: { pilot: declined, kiosks: {} } } }, ['a1'], ['kiosks'])).toEqual([]);
  });
});
