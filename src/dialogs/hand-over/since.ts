import { localZone, readLocalTime } from '../../actions/driver-approval/local-time.ts';
import { readDraft } from '../../lib/drafts.ts';
import type { Instant } from '../../lib/instant.ts';

const hour = 3_600_000;

/** From when on changes are told. `at` is a time that a person chose. */
export type Since = {
  readonly kind: 'signIn' | 'hours' | 'at';
  readonly instant: Instant;
  readonly hours?: number;
};

/** The hours on offer: the usual lengths of a shift, and the part of one. */
export const hoursOnOffer = [4, 8, 12] as const;
const usualHours = 8;

/**
 * Reads what the address says.
 *
 * @param text "signIn", "4h" or "2026-11-30T14:00", in this browser's zone; for anything else it is the usual shift
 * @param signedInAt undefined where this tab doesn't know
 */
export function readSince(text: string | undefined, now: Instant, signedInAt: Instant | undefined): Since {
  if (text === 'signIn' && signedInAt !== undefined) return { kind: 'signIn', instant: signedInAt };
  const chosen = readLocalTime(text ?? '', localZone())?.instant;
  if (chosen !== undefined) return { kind: 'at', instant: chosen };
  const hours = hoursOnOffer.find((each) => text === `${each}h`) ?? usualHours;
  return { kind: 'hours', hours, instant: now - hours * hour };
}

/** What the address says for so many hours; nothing for the usual ones. */
export function hoursParam(hours: number): string | undefined {
  return hours === usualHours ? undefined : `${hours}h`;
}

/** When the person signed in, in this tab; undefined where the tab began before that was kept. */
export function signedInAt(): Instant | undefined {
  const at = readDraft('signedIn');
  return typeof at === 'number' ? at : undefined;
}
