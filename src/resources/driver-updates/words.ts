import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { countOf, formatAge, formatCount, formatDay, nameFew } from '../../ui/format.ts';
import { profileName } from '../driver-profiles/names.ts';
import { coverageOf, type Standing, standingOf, standings } from '../driver-profiles/standing.ts';
import { statusText } from '../driver-profiles/words.ts';
import type { DeviceNumber } from './device-numbers.ts';
import { type Apart, type DriverUpdate, driversIn, type FactName } from './driver-update.ts';
import type { ToldBy } from './family.ts';
import { type Gaps, isWhole as lacksNone } from './gaps.ts';
import type { Lineage } from './lineage.ts';
import type { PauseOffer } from './what-a-pause-offers.ts';

/** The state of a driver update in one profile: "Available since 16 Nov 2026", "Paused", "Not listed". @param now epoch ms */
export function stateText(driver: Driver | undefined, now: Instant): string {
  if (!driver) return 'Not listed';
  const date = driver.deployDateTime;
  const standing = standingOf(driver, now);
  if (date === null || (standing !== 'approved' && standing !== 'scheduled')) return statusText(driver);
  return `Available ${standing === 'approved' ? 'since' : 'from'} ${formatDay(date)}`;
}

/**
 * "214 devices", "at least 118, at most 214 devices". Where a count is missing there is no upper limit.
 *
 * @param isWhole false where profiles are missing that may list the driver update too
 */
export function deviceText({ atLeast, atMost, uncounted }: DeviceNumber, isWhole: boolean): string {
  if (!isWhole || uncounted > 0) {
    return atLeast === 0 ? 'Devices not counted' : `at least ${countOf(atLeast, 'device')}`;
  }
  if (atLeast === atMost) return countOf(atMost, 'device');
  return `at least ${formatCount(atLeast)}, at most ${countOf(atMost, 'device')}`;
}

/** Why such a number is not exact. */
export const deviceNote =
  'Microsoft Graph counts devices per profile. A device in two profiles is counted twice.';

/** "1.14.1", "1.14.1, released 11 Nov 2026", "1.14.1, catalog ID 9c1fe27a…" */
export function versionText(update: DriverUpdate, toldBy: ToldBy = 'version'): string {
  const version = update.version === '' ? 'No version' : showHidden(update.version);
  if (toldBy === 'version') return version;
  if (toldBy === 'id')
    return `${version}, ${update.key ? `catalog ID ${update.key.slice(0, 8)}…` : 'no catalog ID'}`;
  const released = update.releaseDateTime;
  return released === null ? `${version}, no release date` : `${version}, released ${formatDay(released)}`;
}

/** "Newest version", "Superseded by 1.14.1 in 3 of 7 profiles", "Earlier version" */
export function lineageText({ isNewest, listedIn, supersededIn, supersededBy }: Lineage): string {
  if (supersededBy) {
    const by = `Superseded by ${versionText(supersededBy)}`;
    return supersededIn === listedIn
      ? by
      : `${by} in ${formatCount(supersededIn)} of ${countOf(listedIn, 'profile')}`;
  }
  return isNewest ? 'Newest version' : 'Earlier version';
}

/** How a driver update stands over all profiles: "Needs review in 6 profiles, declined in 2". @param now epoch ms */
export function standingsText(update: Pick<DriverUpdate, 'cells'>, now: Instant): string {
  const coverage = coverageOf([...driversIn(update)], now);
  const parts = standings.flatMap(({ of }) =>
    coverage[of] === 0 ? [] : `${standingWords[of]} in ${countOf(coverage[of], 'profile')}`,
  );
  return parts.join(', ').replace(/^./, (letter) => letter.toUpperCase());
}

const standingWords: Readonly<Record<Standing, string>> = {
  approved: 'approved',
  scheduled: 'scheduled',
  needsReview: 'needs review',
  suspended: 'paused',
  declined: 'declined',
  other: 'in an unknown state',
};

/** What a pause means for the devices of a profile. */
export function pauseText(offer: PauseOffer, profile: string): string {
  switch (offer.kind) {
    case 'later':
      return `Devices in ${profile} are already offered ${versionText(offer.update)}. The pause changes nothing for them.`;
    case 'earlier': {
      const from = offer.from === undefined ? '' : ` from ${formatDay(offer.from)}`;
      return `Devices in ${profile} are offered ${versionText(offer.update)} instead${from}. Where this version is installed, it stays.`;
    }
    case 'nothing':
      return `No earlier version is approved in ${profile}: its devices are offered none. Where this version is installed, it stays.`;
    case 'unknown':
      return 'Microsoft Graph gives no release date, so what devices are offered instead isn’t known.';
  }
}

const factTexts: Readonly<Record<FactName, string>> = {
  manufacturer: 'manufacturer',
  driverClass: 'class',
  name: 'name',
  version: 'version',
};

/** Why a driver update stands apart from others. */
export function apartText(apart: Apart): string {
  switch (apart.kind) {
    case 'noKey':
      return 'Not merged: its ID doesn’t say which drivers of other profiles are the same.';
    case 'twice':
      return 'Not merged: its profile lists this driver more than once.';
    case 'facts':
      return `Not merged: drivers with this catalog ID differ in ${listOf(apart.differ.map((name) => factTexts[name]))}.`;
  }
}

/** What is missing in the numbers; undefined when nothing is. */
export function gapsText({ failed, loading }: Gaps): string | undefined {
  const whose = failed.length === 1 ? 'Its' : 'Their';
  const parts = [
    failed.length > 0 &&
      `Couldn’t load ${nameFew(failed.map(profileName))}. ${whose} drivers are missing in every number.`,
    loading.length > 0 &&
      `Loading ${countOf(loading.length, 'profile')}… Every number counts what has come so far.`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Of a driver update that no profile lists: whether that is certain. */
export function notFoundText(gaps: Gaps): string {
  return lacksNone(gaps)
    ? 'No profile lists this driver update any longer'
    : 'Not in the profiles that have loaded';
}

/** "12 driver updates", "12 driver updates so far": while drivers are still to come, there may be more. */
export function soFarText(text: string, { loading }: Pick<Gaps, 'loading'>): string {
  return loading.length === 0 ? text : `${text} so far`;
}

/** Which profiles a decision can’t be about yet; undefined where it can be about all. */
export function notYetText(loading: number): string | undefined {
  if (loading === 0) return undefined;
  const profiles = countOf(loading, 'profile is', 'profiles are');
  return `${profiles} still loading, and ${loading === 1 ? 'isn’t' : 'aren’t'} offered yet.`;
}

/** A driver update that no driver of a profile stands for: "Not listed", or whether that is known at all. */
export function absentText(
  profileId: string,
  {
    loadingIds,
    failedIds,
  }: { readonly loadingIds: ReadonlySet<string>; readonly failedIds: ReadonlySet<string> },
): string {
  if (failedIds.has(profileId)) return 'Not loaded';
  return loadingIds.has(profileId) ? 'Not loaded yet' : 'Not listed';
}

/** Whose conflicts of shared groups are missing; undefined where none are. */
export function unassignedText(failed: readonly DriverProfile[]): string | undefined {
  return failed.length === 0
    ? undefined
    : `Couldn’t load the assignments of ${nameFew(failed.map(profileName))}: groups that they share aren’t known.`;
}

/** Beside what is shown from the last visit. @param at when it was loaded, and @param now epoch ms */
export function snapshotText(at: Instant, now: Instant): string {
  return `As loaded ${formatAge(at, now)}. Loading the current state…`;
}

/** Why nothing can be decided while drivers of the last visit stand in for those of now. */
export const stillLoading = 'The current state is still loading';

/**
 * Why what concerns all profiles can't be done; undefined where it can. A profile that failed is told of elsewhere.
 *
 * @param isFetching false where a read has stopped half-way
 */
export function whyNotAll(
  { loading }: Pick<Gaps, 'loading'>,
  { isCurrent, isFetching }: { readonly isCurrent: boolean; readonly isFetching: boolean },
): string | undefined {
  if (isCurrent && loading.length === 0) return undefined;
  return isFetching ? stillLoading : 'Not all profiles have been loaded. Refresh the list first.';
}

/** When what was kept could not be read. */
export const droppedText =
  'The drivers of your last visit were saved by another version of Actiondesk, or damaged, and have been deleted. Nothing in Intune has changed.';

/** "manufacturer, class and name" */
function listOf(words: readonly string[]): string {
  return words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
