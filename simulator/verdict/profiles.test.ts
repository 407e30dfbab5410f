import { expect, it } from 'vitest';
import type { Effect } from '../request-log.ts';
import type { Claim } from './claims.ts';
import { findFalsehood } from './falsehood.ts';
import { keyOf, keyOfEffect, keysOfRequest } from './truth.ts';

const root = '/deviceManagement/windowsDriverUpdateProfiles';
const keyFor = (kind: Claim['kind'], itemId: string) => keyOf({ kind, targetId: '', itemId });

it.each([
  [root, { displayName: 'Lab' }, keyFor('profileChange', 'Lab')],
  [`${root}/P`, { displayName: 'Lab' }, keyFor('profileChange', 'p')],
  [`${root}/P`, null, keyFor('profileChange', 'p')],
  [`${root}/P/assign`, { assignments: [] }, keyFor('profileAssignment', 'p')],
  [`${root}/P/microsoft.graph.assign`, { assignments: [] }, keyFor('profileAssignment', 'p')],
])('a write of %s names its profile; a new one by its name', (path, body, key) => {
  expect(keysOfRequest({ path, body })).toEqual([key]);
});

const effect = (kind: Effect['kind'], action: string, after: Effect['after']): Effect => ({
  seq: 3,
  at: '',
  requestId: 'r',
  clientRequestId: 'a',
  kind,
  profileId: 'p',
  taskId: null,
  driverId: null,
  action,
  before: {},
  after,
});

it('an effect is of the item that the write names', () => {
  const created = effect('profileChange', 'create', { exists: true, displayName: 'Lab' });
  expect(keyOfEffect(created)).toBe(keyFor('profileChange', 'Lab'));
  expect(keyOfEffect(effect('profileChange', 'delete', { exists: false }))).toBe(
    keyFor('profileChange', 'p'),
  );
  expect(keyOfEffect(effect('profileAssignment', 'assign', { targets: [] }))).toBe(
    keyFor('profileAssignment', 'p'),
  );
});

const claim = (outcome: string, action: object, kind: Claim['kind'] = 'profileChange'): Claim => ({
  kind,
  targetId: 'p',
  itemId: 'p',
  action: JSON.stringify(action),
  deployAt: null,
  outcome,
  clientRequestIds: ['a'],
  since: 0,
});

it.each([
  ['deleted, and is', claim('confirmed', { exists: false }), { exists: false }, undefined],
  ['deleted, and is there', claim('confirmed', { exists: false }), { exists: true }, 'nothing did it'],
  ['gone, and is there', claim('notFound', { exists: false }), { exists: true }, 'it is there'],
  ['gone, and is', claim('notFound', { description: 'x' }), { exists: false }, undefined],
  ['edited, and is', claim('confirmed', { description: 'x' }), { exists: true, description: 'x' }, undefined],
  ['edited, and isn’t', claim('confirmed', { description: 'x' }), { description: 'y' }, 'nothing did it'],
  [
    'assigned, and is',
    claim('confirmed', { targets: ['group a'] }, 'profileAssignment'),
    { targets: ['group a'] },
    undefined,
  ],
])('a profile is said to be %s', (_what, said, state, falsehood) => {
  const found = findFalsehood(said, { state, all: [], receipts: [], isShared: false, isReadHit: false });
  if (falsehood === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(falsehood);
});

it('“not by us” is false where the own effect stands', () => {
  const own = effect('profileAssignment', 'assign', { targets: ['group a'] });
  const said = claim('notApplied', { targets: ['group a'] }, 'profileAssignment');
  const evidence = { all: [own], receipts: [], isShared: false, isReadHit: false };
  expect(findFalsehood(said, { ...evidence, state: { targets: ['group a'] } })).toContain('stands');
  expect(findFalsehood(said, { ...evidence, state: { targets: [] } })).toBeUndefined();
});
