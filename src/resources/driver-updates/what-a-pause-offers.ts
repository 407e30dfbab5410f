import type { Instant } from '../../lib/instant.ts';
import { type Columns, cellIn, type DriverUpdate } from './driver-update.ts';
import { alreadyOffered, notOffered, offeredFrom } from './offered-from.ts';

/**
 * What the devices of a ring are offered once a version is paused there. `later`: a version that was released later is
 * offered anyway, so the pause changes nothing for them. `earlier`: that version instead. `nothing`: no earlier version is
 * approved in this ring. `unknown`: without its release date, no one can say which versions came before.
 */
export type PauseOffer =
  | { readonly kind: 'later'; readonly update: DriverUpdate }
  /** `from`: its date, where that is still to come. */
  | { readonly kind: 'earlier'; readonly update: DriverUpdate; readonly from: Instant | undefined }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

/**
 * @param update the version that is to be paused
 * @param versions all of its family, as `compareVersions` orders them
 * @param now epoch ms
 */
export function whatAPauseOffers(
  update: DriverUpdate,
  versions: readonly DriverUpdate[],
  { columns, profileId, now }: { columns: Columns; profileId: string; now: Instant },
): PauseOffer {
  const released = update.releaseDateTime;
  if (released === null) return { kind: 'unknown' };
  let instead: PauseOffer = { kind: 'nothing' };
  for (const version of versions) {
    const driver = cellIn(version, columns, profileId);
    const from = driver ? offeredFrom(driver, now) : notOffered;
    const date = version.releaseDateTime;
    if (date === null || date === released || !(from < notOffered)) continue;
    const isNow = from === alreadyOffered;
    if (date > released && isNow) return { kind: 'later', update: version };
    if (date > released) continue;
    if (isNow) return { kind: 'earlier', update: version, from: undefined };
    if (instead.kind === 'nothing') instead = { kind: 'earlier', update: version, from };
  }
  return instead;
}
