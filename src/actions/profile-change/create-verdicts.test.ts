import { describe, expect, it } from 'vitest';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { SetAside } from '../../graph/rows.ts';
import { profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import { judgeCreateAfter, judgeCreateBefore, listStamp } from './create-verdicts.ts';
import { createdState } from './state.ts';

const intent = {
  kind: 'profile-change',
  change: 'create',
  displayName: 'Lab',
  description: 'For tests',
  approvalType: 'automatic',
  deferral: 7,
} as const;

const other = profileOf({ id: 'a', displayName: 'Pilot' });
/** What a creation makes, or a colleague who has the same in mind. */
const made = (id: string, facts: Partial<DriverProfile> = {}) =>
  profileOf({
    id,
    displayName: 'Lab',
    description: 'For tests',
    approvalType: 'automatic',
    deploymentDeferralInDays: 7,
    ...facts,
  });
const listOf = (rows: readonly DriverProfile[], setAside: readonly SetAside[] = []) => ({
  rows,
  setAside,
  isComplete: true,
});
const broken = (id: string | undefined): SetAside => ({ id, reason: 'displayName: is no text' });

describe('just before a sending, a new profile', () => {
  const reviewed = { namesakes: '0' };
  const fresh = itemOf('Lab', { before: 'not there', reviewed });
  const sent = itemOf('Lab', { before: 'not there', reviewed, pre: listStamp(listOf([other])) });

  it('is sent, and the list from before is remembered', () => {
    expect(
      judgeCreateBefore(intent, fresh, listOf([other], [broken('z'), broken(undefined)]), false),
    ).toEqual({
      id: 'Lab',
      phase: 'planned',
      outcome: null,
      pre: 'among a z',
      reviewed,
    });
  });

  it('is left alone where its name was taken meanwhile', () => {
    expect(judgeCreateBefore(intent, fresh, listOf([other, made('n')]), false)).toMatchObject({
      outcome: 'changedByOther',
      reason: expect.stringContaining('of this name'),
    });
  });

  it('that was sent before is sent again only where the list shows none, against the first list', () => {
    expect(judgeCreateBefore(intent, sent, listOf([other]), true)).toMatchObject({
      phase: 'planned',
      pre: 'among a',
    });
    expect(judgeCreateBefore(intent, sent, listOf([other, made('n')]), true)).toMatchObject({
      phase: 'settled',
      outcome: 'confirmed',
      after: 'created n',
    });
  });

  it.each([
    ['two could be it', sent, listOf([other, made('n'), made('m')])],
    ['a row can’t be read', sent, listOf([other], [broken('n')])],
    ['the list from before is lost', { ...sent, pre: '' }, listOf([other])],
  ])('that was sent before is not sent again where %s', (_what, item, list) => {
    expect(judgeCreateBefore(intent, item, list, true)).toMatchObject({
      phase: 'answered',
      outcome: 'unknown',
    });
  });
});

describe('after a sending, a new profile', () => {
  const item = (outcome: Outcome, after = '') =>
    itemOf('Lab', { pre: 'among a', after, outcome, phase: 'answered', reason: 'Why' });
  const judge = (
    outcome: Outcome,
    rows: readonly DriverProfile[],
    elapsed = 60_000,
    setAside: readonly SetAside[] = [],
  ) => judgeCreateAfter(intent, item(outcome), listOf(rows, setAside), elapsed);

  it.each<[Outcome, string | undefined]>([
    ['unknown', undefined],
    ['successful', undefined],
    ['rejected', 'The request was rejected, but the profile is there'],
    ['skipped', 'The request was rejected, but the profile is there'],
  ])('that is the only one which fits is confirmed: %s', (outcome, reason) => {
    const verdict = judge(outcome, [other, made('n')], 0);
    expect(verdict).toMatchObject({ outcome: 'confirmed', after: 'created n' });
    expect(verdict?.reason).toBe(reason);
  });

  it.each([
    ['was there before', [made('a')]],
    ['has another name', [made('n', { displayName: 'lab' })]],
    ['has another description', [made('n', { description: '' })]],
    ['has another deferral', [made('n', { deploymentDeferralInDays: 8 })]],
    ['approves otherwise', [made('n', { approvalType: 'manual' })]],
  ])('is not one that %s', (_what, rows) => {
    expect(judge('unknown', rows)).toMatchObject({
      outcome: 'notApplied',
      reason: 'Not in the list 60 s later',
    });
  });

  it('stays unknown where two fit, a row can’t be read, or the list from before is lost', () => {
    const twins = judge('unknown', [made('n'), made('m')]);
    expect(twins).toMatchObject({ phase: 'answered', outcome: 'unknown', reason: expect.any(String) });
    const told = { ...item('unknown'), reason: twins?.reason ?? '' };
    expect(judgeCreateAfter(intent, told, listOf([made('n'), made('m')]), 60_000)).toBeUndefined();
    expect(judge('successful', [made('n'), made('m')])).toBeUndefined();
    expect(judge('unknown', [other], 60_000, [broken('n')])).toBeUndefined();
    expect(judge('unknown', [other], 60_000, [broken(undefined)])).toBeUndefined();
    expect(judge('unknown', [other], 60_000, [broken('a')])).toMatchObject({ outcome: 'notApplied' });
    const lost = { ...item('unknown'), pre: '' };
    expect(judgeCreateAfter(intent, lost, listOf([made('n')]), 60_000)).toBeUndefined();
  });

  it('that is not listed proves nothing early on, since lists lag behind', () => {
    expect(judge('unknown', [other], 59_999)).toBeUndefined();
    expect(judge('successful', [other], 59_999)).toBeUndefined();
    expect(judge('rejected', [other], 0)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
    expect(judge('skipped', [other], 0)).toMatchObject({ outcome: 'skipped', left: 'refusedForNow' });
    for (const outcome of ['successful', 'contradicted'] as const)
      expect(judge(outcome, [other])).toMatchObject({ outcome: 'contradicted' });
  });

  it('is the one that the answer has named, and another that looks the same is told', () => {
    const named = item('successful', createdState('n'));
    const judgeNamed = (rows: readonly DriverProfile[], setAside: readonly SetAside[] = []) =>
      judgeCreateAfter(intent, named, listOf(rows, setAside), 60_000);
    expect(judgeNamed([made('a'), made('n')])).toEqual({
      id: 'Lab',
      phase: 'settled',
      outcome: 'confirmed',
      after: 'created n',
    });
    // A browser may have sent the request once more.
    expect(judgeNamed([made('m'), made('n')])).toMatchObject({
      outcome: 'confirmed',
      reason: expect.stringContaining('More than one'),
    });
    expect(judgeNamed([made('n', { description: 'Edited' })])).toMatchObject({
      outcome: 'confirmed',
      reason: 'Created, and changed since then',
    });
    expect(judgeNamed([made('m')])).toMatchObject({ outcome: 'contradicted' });
    expect(judgeNamed([], [broken('n')])).toBeUndefined();
    expect(judgeNamed([], [broken(undefined)])).toBeUndefined();
    expect(judgeNamed([], [broken('m')])).toMatchObject({ outcome: 'contradicted' });
  });
});
