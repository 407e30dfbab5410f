import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Rows } from '../../graph/rows.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import type { CreateIntent } from './intent.ts';
import { reviewedNew } from './reviewed.ts';
import { createdId, createdState, isSameValues, valuesOf } from './state.ts';

/**
 * Intune allows equal names, so a repeated request makes a second profile, and a lost answer leaves nothing but the list:
 * the new profile is the one that has the name and all values, and that was not listed before the sending.
 */

/** What an older read may show too is taken for final after so many ms. */
const settleTime = 60_000;

const prefix = 'among ';

/** A stamp of the list: the ids of all that is there. */
export function listStamp({ rows, setAside }: Rows<DriverProfile>): string {
  return `${prefix}${[...rows.map(({ id }) => id), ...setAside.flatMap(({ id }) => id ?? [])].join(' ')}`;
}

/** True of a profile that has all that the intent says. */
export function isAsCreated(intent: CreateIntent, profile: DriverProfile): boolean {
  return profile.approvalType === intent.approvalType && isSameValues(valuesOf(profile), intent);
}

interface Since {
  /** Profiles as the intent says, of which none was there before. */
  readonly made: readonly DriverProfile[];
  /** A row that could not be read may be another. */
  readonly mayHideOne: boolean;
}

/** What has come since a list was read; undefined where the stamp of that list is lost. */
function since(
  intent: CreateIntent,
  pre: string,
  { rows, setAside }: Rows<DriverProfile>,
): Since | undefined {
  if (!pre.startsWith(prefix)) return undefined;
  const before = new Set(pre.slice(prefix.length).split(' '));
  return {
    made: rows.filter((profile) => !before.has(profile.id) && isAsCreated(intent, profile)),
    mayHideOne: setAside.some(({ id }) => id === undefined || !before.has(id)),
  };
}

/** What the read just before a sending says of a new profile. @param wasSent a request for it has left already */
export function judgeCreateBefore(
  intent: CreateIntent,
  item: Item,
  read: Rows<DriverProfile>,
  wasSent: boolean,
): Inspected {
  const { id } = item;
  const found = wasSent ? since(intent, item.pre, read) : nothing;
  const [made, ...others] = found?.made ?? [];
  if (!found || others.length > 0 || (!made && found.mayHideOne)) {
    return { id, phase: 'answered', outcome: 'unknown', reason: severalReason };
  }
  // Sent before, and refused for now: it is there all the same.
  if (made) return { id, phase: 'settled', outcome: 'confirmed', after: createdState(made.id) };
  const reviewed = reviewedNew(intent.displayName, read.rows);
  if (reviewed.namesakes !== item.reviewed.namesakes) {
    return { id, phase: 'settled', outcome: 'changedByOther', reason: namesakeReason };
  }
  // What was there before the first sending tells, and not what was there before the last.
  return { id, phase: 'planned', outcome: null, pre: wasSent ? item.pre : listStamp(read), reviewed };
}

const nothing: Since = { made: [], mayHideOne: false };
const severalReason = 'The list doesn’t tell whether it was created. Look in the Intune admin center';
const namesakeReason = 'The number of profiles of this name has changed since you decided; skipped';

/**
 * What a read after a sending says of a new profile.
 *
 * @param elapsed ms since the answer
 * @returns undefined while the read proves nothing: for good where several profiles could be the new one
 */
export function judgeCreateAfter(
  intent: CreateIntent,
  item: Item,
  read: Rows<DriverProfile>,
  elapsed: number,
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  const answered = createdId(item.after);
  const come = since(intent, item.pre, read);
  const found = answered === undefined ? come : byId(answered, read);
  if (!found) return undefined;
  const [made, ...others] = found.made;
  if (others.length > 0) {
    // Written once: a further read that tells the same is no news.
    const isTold = item.outcome !== 'unknown' || item.reason === twinReason;
    return isTold ? undefined : { id: item.id, phase: 'answered', outcome: 'unknown', reason: twinReason };
  }
  if (made) {
    const wasRefused = item.outcome === 'rejected' || item.outcome === 'skipped';
    const reason = !isAsCreated(intent, made)
      ? 'Created, and changed since then'
      : come && come.made.length > 1
        ? twinReason
        : wasRefused && refusedButSo;
    return {
      ...settled,
      outcome: 'confirmed',
      after: createdState(made.id),
      ...(reason !== false && { reason }),
    };
  }
  if (item.outcome === 'rejected') return { ...settled, outcome: 'rejected', reason: item.reason };
  if (item.outcome === 'skipped') return { ...settled, ...refusedForNow };
  if (elapsed < settleTime || found.mayHideOne) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  if (item.outcome === 'successful' || item.outcome === 'contradicted') {
    return { ...settled, outcome: 'contradicted', reason: `Intune accepted it, but doesn’t list it ${at}` };
  }
  return { ...settled, outcome: 'notApplied', reason: `Not in the list ${at}` };
}

const twinReason =
  'More than one such profile has appeared: a browser may repeat a request. Look for one to delete';
const refusedButSo = 'The request was rejected, but the profile is there';

/** The profile that the answer named. */
function byId(id: string, { rows, setAside }: Rows<DriverProfile>): Since {
  return {
    made: rows.filter((profile) => profile.id === id),
    mayHideOne: setAside.some((row) => row.id === undefined || row.id === id),
  };
}
