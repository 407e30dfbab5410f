import { describe, expect, it } from 'vitest';
import type { FleetProfile } from '../driver-profiles/fleet.ts';
import { driverOf, profileOf } from '../driver-profiles/test-drivers.ts';
import { freezesNameQuery, notesNameQuery, withKept } from './queries.ts';

const problem = { kind: 'forbidden', title: '', advice: '' } as const;

function entryOf(id: string, entry: Partial<FleetProfile> = {}): FleetProfile {
  return { profile: profileOf({ id }), drivers: undefined, problem: undefined, ...entry };
}

describe('withKept', () => {
  const old = [driverOf({ id: 'old' })];
  const now = [driverOf({ id: 'now' })];
  const kept = ['a', 'b', 'c'].map((id) => entryOf(id, { drivers: old }));

  it('shows what is kept in the place of what is still to come, and nothing else', () => {
    const fleet = [entryOf('a', { drivers: now }), entryOf('b'), entryOf('c', { problem }), entryOf('new')];
    const shown = withKept(fleet, kept);
    expect(shown.isKept).toBe(true);
    expect(shown.fleet.map(({ drivers }) => drivers)).toEqual([now, old, undefined, undefined]);
  });

  it('shows all that is kept while the profiles themselves are to come', () => {
    expect(withKept([], kept)).toEqual({ fleet: kept, isKept: true });
    expect(withKept([], [])).toEqual({ fleet: [], isKept: false });
  });

  it('shows what is kept in the place of the first pages of a profile', () => {
    const fleet = [entryOf('a', { soFar: now }), entryOf('new', { soFar: now })];
    const shown = withKept(fleet, kept);
    expect(shown.fleet[0]?.drivers).toBe(old);
    expect(shown.fleet[1]).toBe(fleet[1]);
  });

  it('leaves a fleet alone that has been read', () => {
    const fleet = [entryOf('a', { drivers: now })];
    expect(withKept(fleet, kept)).toEqual({ fleet, isKept: false });
  });
});

describe.each([
  ['review notes', notesNameQuery],
  ['freezes', freezesNameQuery],
])('the name of the %s', (_what, queryOf) => {
  it('tells accounts apart, and names no person', async () => {
    const nameOf = async (key: string, tenantId: string) => {
      const { queryFn } = queryOf({ key, tenantId });
      return typeof queryFn === 'function' ? queryFn({} as never) : undefined;
    };
    const names = await Promise.all([nameOf('dana', 'a'), nameOf('dana', 'b'), nameOf('sam', 'a')]);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
  });
});
