import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item, Reviewed } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import type { EditIntent } from './intent.ts';
import { changesOfProfile, reviewedProfile } from './reviewed.ts';
import { gone, isSameValues, readState, stateOf, there, valuesOf } from './state.ts';

/** A profile as a read found it. */
export type SeenProfile = DriverProfile | 'gone';

/** What an older read may show too is taken for final after so many ms. */
const settleTime = 60_000;

/** A stamp of a profile: another date behind the same values says that the profile was changed. */
export function profileStamp(profile: DriverProfile): string {
  return `${stateOf(valuesOf(profile))} ${profile.lastModifiedDateTime ?? 'no date'}`;
}

/** What the read just before a sending says of an edit. @param wasSent a request for it has left already */
export function judgeEditBefore(
  intent: EditIntent,
  item: Item,
  profile: DriverProfile,
  wasSent: boolean,
): Inspected {
  const { id } = item;
  const settled = { id, phase: 'settled', after: stateOf(valuesOf(profile)) } as const;
  if (isSameValues(valuesOf(profile), intent)) {
    // Sent before, and refused for now: it may be our own doing.
    return wasSent
      ? { ...settled, outcome: 'confirmed' }
      : { ...settled, outcome: 'skipped', left: 'alreadySo', reason: 'Already in that state' };
  }
  const reason = changesOfProfile(expected(item), profile);
  if (reason !== undefined) return { ...settled, outcome: 'changedByOther', reason };
  return { ...toSend(item, profile), pre: profileStamp(profile) };
}

/** In an undo, the values from before are those that the run has left, and younger than what was reviewed. */
function expected({ reviewed, before }: Item): Reviewed {
  const values = readState(before);
  if (!values) return reviewed;
  const { displayName, description, deferral } = values;
  return { ...reviewed, displayName, description, deferral: `${deferral ?? ''}` };
}

function toSend({ id }: Item, profile: DriverProfile): Inspected {
  return {
    id,
    phase: 'planned',
    outcome: null,
    name: profileName(profile),
    reviewed: reviewedProfile(profile),
  };
}

/**
 * What a read after a sending says of an edit.
 *
 * @param elapsed ms since the answer
 * @returns undefined while the read proves nothing
 */
export function judgeEditAfter(
  intent: EditIntent,
  item: Item,
  profile: SeenProfile,
  elapsed: number,
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (profile === 'gone') return { ...settled, outcome: 'notFound', reason: 'The profile no longer exists' };
  const values = valuesOf(profile);
  const state = stateOf(values);
  const seen = { ...settled, after: state };
  const wasRefused = item.outcome === 'rejected' || item.outcome === 'skipped';
  if (isSameValues(values, intent)) {
    return { ...seen, outcome: 'confirmed', ...(wasRefused && { reason: refusedButSo }) };
  }
  if (item.outcome === 'rejected') return { ...seen, outcome: 'rejected', reason: item.reason };
  const isOld = elapsed < settleTime;
  // Other values: whether ours came first, and were replaced, nobody can tell.
  if (state !== item.before) {
    return isOld ? undefined : { ...seen, outcome: 'changedByOther', reason: 'Other values by now' };
  }
  if (item.outcome === 'skipped') return { ...seen, ...refusedForNow };
  if (isOld) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  if (item.outcome === 'successful' || item.outcome === 'contradicted') {
    return {
      ...seen,
      outcome: 'contradicted',
      reason: `Intune accepted it, but shows the earlier values ${at}`,
    };
  }
  // The profile was changed: the earlier values may come from that change, after ours.
  return profileStamp(profile) === item.pre
    ? { ...seen, outcome: 'notApplied', reason: `Unchanged ${at}` }
    : undefined;
}

const refusedButSo = 'The request was rejected, but the profile has the values you asked for';

/** What the read just before a sending says of a deletion. @param wasSent a request for it has left already */
export function judgeDeleteBefore(item: Item, profile: SeenProfile, wasSent: boolean): Inspected {
  const { id } = item;
  if (profile === 'gone') {
    return wasSent
      ? { id, phase: 'settled', outcome: 'confirmed', after: gone }
      : {
          id,
          phase: 'settled',
          outcome: 'skipped',
          left: 'alreadySo',
          reason: 'Already deleted',
          after: gone,
        };
  }
  const reason = changesOfProfile(item.reviewed, profile);
  if (reason !== undefined) return { id, phase: 'settled', outcome: 'changedByOther', reason, after: there };
  return { ...toSend(item, profile), pre: there };
}

/**
 * What a read after a sending says of a deletion. An id is never given again: once it is not found, it is gone.
 *
 * @param elapsed ms since the answer
 * @returns undefined while the read proves nothing
 */
export function judgeDeleteAfter(item: Item, profile: SeenProfile, elapsed: number): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (profile === 'gone') {
    const wasRefused = item.outcome === 'rejected' || item.outcome === 'skipped';
    const reason = 'The request was rejected, but the profile no longer exists';
    return { ...settled, outcome: 'confirmed', after: gone, ...(wasRefused && { reason }) };
  }
  const seen = { ...settled, after: there };
  if (item.outcome === 'rejected') return { ...seen, outcome: 'rejected', reason: item.reason };
  if (item.outcome === 'skipped') return { ...seen, ...refusedForNow };
  if (elapsed < settleTime) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  return item.outcome === 'successful' || item.outcome === 'contradicted'
    ? { ...seen, outcome: 'contradicted', reason: `Intune accepted it, but the profile is still there ${at}` }
    : { ...seen, outcome: 'notApplied', reason: `Still there ${at}` };
}
