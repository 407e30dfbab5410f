import { describe, expect, it } from 'vitest';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import { reviewedProfile } from './reviewed.ts';
import { stateOf, valuesOf } from './state.ts';
import {
  judgeDeleteAfter,
  judgeDeleteBefore,
  judgeEditAfter,
  judgeEditBefore,
  profileStamp,
  type SeenProfile,
} from './verdicts.ts';

const profile = profileOf({
  displayName: 'Pilot ring',
  description: 'Volunteers',
  approvalType: 'automatic',
  deploymentDeferralInDays: 7,
  lastModifiedDateTime: 5,
});
const wanted = { displayName: 'Pilot ring', description: 'IT', deferral: 14 };
const intent = { kind: 'profile-change', change: 'edit', ...wanted } as const;
const edited: DriverProfile = { ...profile, description: 'IT', deploymentDeferralInDays: 14 };
const item = (rest: Parameters<typeof itemOf>[1] = {}) =>
  itemOf('p', { before: stateOf(valuesOf(profile)), reviewed: reviewedProfile(profile), ...rest });

describe('just before a sending, an edit', () => {
  const judge = (seen: DriverProfile, wasSent = false, of = item()) =>
    judgeEditBefore(intent, of, seen, wasSent);

  it('of a profile that is as it was reviewed is sent', () => {
    expect(judge(profile)).toMatchObject({
      phase: 'planned',
      name: 'Pilot ring',
      pre: profileStamp(profile),
      reviewed: item().reviewed,
    });
  });

  it('of a profile that has the values already is left alone; after a sending, it is confirmed', () => {
    expect(judge(edited)).toMatchObject({ outcome: 'skipped', left: 'alreadySo' });
    expect(judge(edited, true)).toMatchObject({ outcome: 'confirmed', after: stateOf(wanted) });
  });

  it.each([
    [{ displayName: 'Pilots' }, 'Name changed from “Pilot ring” to “Pilots”; skipped'],
    [{ description: '' }, 'Description changed from “Volunteers” to nothing; skipped'],
    [{ deploymentDeferralInDays: 1 }, 'Deferral changed from “7 days” to “1 day”; skipped'],
    [
      { approvalType: 'manual' },
      'Deferral changed from “7 days” to nothing, Approval method changed from “Automatic” to “Manual”; skipped',
    ],
  ])('of a profile that a colleague has changed is not sent: %j', (changes, reason) => {
    expect(judge({ ...profile, ...changes })).toMatchObject({ outcome: 'changedByOther', reason });
  });

  it('that takes another back expects what that one has left, and not what was reviewed then', () => {
    const undone = item({ before: stateOf({ displayName: 'X', description: '', deferral: null }) });
    const left = profileOf({ displayName: 'X' });
    const reviewed = { ...reviewedProfile(left), displayName: 'Y' };
    expect(judge(left, false, { ...undone, reviewed })).toMatchObject({ phase: 'planned' });
    expect(judge(profile, false, item({ before: 'of a later version' }))).toMatchObject({ phase: 'planned' });
  });
});

describe('after a sending, an edit', () => {
  const judge = (outcome: Outcome, seen: SeenProfile, elapsed = 60_000) =>
    judgeEditAfter(
      intent,
      item({ phase: 'answered', outcome, pre: profileStamp(profile), reason: 'Why' }),
      seen,
      elapsed,
    );

  it.each<[Outcome, string | undefined]>([
    ['successful', undefined],
    ['unknown', undefined],
    ['rejected', 'The request was rejected, but the profile has the values you asked for'],
    ['skipped', 'The request was rejected, but the profile has the values you asked for'],
  ])('whose values are there is confirmed: %s', (outcome, reason) => {
    const verdict = judge(outcome, edited, 0);
    expect(verdict).toMatchObject({ outcome: 'confirmed', after: stateOf(wanted) });
    expect(verdict?.reason).toBe(reason);
  });

  it('of which nothing shows proves nothing early on', () => {
    expect(judge('unknown', profile, 59_999)).toBeUndefined();
    expect(judge('successful', profile, 59_999)).toBeUndefined();
    expect(judge('unknown', { ...profile, description: 'Else' }, 59_999)).toBeUndefined();
  });

  it('of which nothing shows after a minute was not made', () => {
    expect(judge('unknown', profile)).toMatchObject({
      outcome: 'notApplied',
      reason: 'Unchanged 60 s later',
    });
    for (const outcome of ['successful', 'contradicted'] as const)
      expect(judge(outcome, profile)).toMatchObject({ outcome: 'contradicted' });
    expect(judge('rejected', profile, 0)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
    expect(judge('skipped', profile, 0)).toMatchObject({ outcome: 'skipped', left: 'refusedForNow' });
  });

  it('stays unknown where the profile was changed, and reads as before', () => {
    expect(judge('unknown', { ...profile, lastModifiedDateTime: 6 })).toBeUndefined();
    expect(profileStamp({ ...profile, lastModifiedDateTime: null })).toContain('no date');
  });

  it('that was replaced is told from one that was not made; a profile that is gone is not found', () => {
    expect(judge('successful', { ...profile, description: 'Else' })).toMatchObject({
      outcome: 'changedByOther',
    });
    expect(judge('unknown', 'gone')).toMatchObject({ outcome: 'notFound' });
  });
});

describe('a deletion', () => {
  const judgeBefore = (seen: SeenProfile, wasSent = false) =>
    judgeDeleteBefore(item({ before: 'there' }), seen, wasSent);
  const judgeAfter = (outcome: Outcome, seen: SeenProfile, elapsed = 60_000) =>
    judgeDeleteAfter(item({ before: 'there', phase: 'answered', outcome, reason: 'Why' }), seen, elapsed);

  it('is sent for a profile that is as it was reviewed, and for no other', () => {
    expect(judgeBefore(profile)).toMatchObject({ phase: 'planned', reviewed: reviewedProfile(profile) });
    expect(judgeBefore({ ...profile, displayName: 'Broad' })).toMatchObject({ outcome: 'changedByOther' });
    expect(judgeBefore('gone')).toMatchObject({ outcome: 'skipped', left: 'alreadySo' });
    expect(judgeBefore('gone', true)).toMatchObject({ outcome: 'confirmed', after: 'gone' });
  });

  it('is confirmed once the profile is not found, whatever was answered', () => {
    expect(judgeAfter('unknown', 'gone', 0)).toMatchObject({ outcome: 'confirmed', after: 'gone' });
    expect(judgeAfter('successful', 'gone', 0)?.reason).toBeUndefined();
    for (const outcome of ['rejected', 'skipped'] as const)
      expect(judgeAfter(outcome, 'gone', 0)?.reason).toContain('no longer exists');
  });

  it('of which nothing shows is believed not to have been made after a minute', () => {
    expect(judgeAfter('unknown', profile, 59_999)).toBeUndefined();
    expect(judgeAfter('unknown', profile)).toMatchObject({ outcome: 'notApplied' });
    for (const outcome of ['successful', 'contradicted'] as const)
      expect(judgeAfter(outcome, profile)).toMatchObject({ outcome: 'contradicted' });
    expect(judgeAfter('rejected', profile, 0)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
    expect(judgeAfter('skipped', profile, 0)).toMatchObject({ left: 'refusedForNow' });
  });
});
