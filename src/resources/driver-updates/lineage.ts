import type { Instant } from '../../lib/instant.ts';
import { standingOf } from '../driver-profiles/standing.ts';
import type { DriverUpdate } from './driver-update.ts';
import { familiesOf } from './family.ts';

/** Where a version stands among those of its family. */
export interface Lineage {
  /** No version was released later. */
  readonly isNewest: boolean;
  /** How many profiles list the version, and in how many of them a later one takes its place. */
  readonly listedIn: number;
  readonly supersededIn: number;
  /** The newest version that takes its place; undefined where none does. */
  readonly supersededBy: DriverUpdate | undefined;
}

/**
 * Finds where a version stands among those of its family; undefined for a version that has no others beside it.
 *
 * @param updates all of them, those that are decided among them
 * @param now epoch ms
 */
export function createLineageFinder(
  updates: readonly DriverUpdate[],
  now: Instant,
): (update: DriverUpdate) => Lineage | undefined {
  const found = new Map<string, Lineage>();
  for (const { versions } of familiesOf(updates)) {
    for (const [place, lineage] of lineagesOf(versions, now).entries()) {
      const version = versions[place];
      if (version && versions.length > 1) found.set(version.id, lineage);
    }
  }
  return ({ id }) => found.get(id);
}

/** After every place. */
const none = Number.POSITIVE_INFINITY;

/**
 * Whether a later version takes the place of each version, profile by profile. Where a later one is available, devices are
 * offered that one. Where a later one needs review or is scheduled, a version that isn't approved there has no use.
 * Otherwise the earlier version is what devices are offered. Versions of one release date, and those without, supersede
 * nothing.
 *
 * @param versions of one family, as `compareVersions` orders them
 * @param now epoch ms
 */
export function lineagesOf(versions: readonly DriverUpdate[], now: Instant): readonly Lineage[] {
  /** For each column, the place of the newest of the later versions that is available, and of the one that may be. */
  const available: number[] = [];
  const expected: number[] = [];
  let counted = 0;

  function count({ cells }: DriverUpdate, place: number): void {
    for (const [column, driver] of cells.entries()) {
      const standing = driver && standingOf(driver, now);
      if (standing === 'approved') available[column] ??= place;
      else if (standing === 'needsReview' || standing === 'scheduled') expected[column] ??= place;
    }
  }

  return versions.map((version) => {
    // The version itself is not later, so there is one.
    const later = versions.findIndex((other) => !isLater(other, version));
    for (const other of versions.slice(counted, later)) count(other, counted++);
    let [listedIn, supersededIn, newest] = [0, 0, none];
    for (const [column, driver] of version.cells.entries()) {
      if (!driver) continue;
      listedIn += 1;
      const isApproved = driver.approvalStatus === 'approved';
      const by = Math.min(available[column] ?? none, (isApproved ? none : expected[column]) ?? none);
      if (by === none || version.releaseDateTime === null) continue;
      supersededIn += 1;
      newest = Math.min(newest, by);
    }
    const isNewest = version.releaseDateTime === versions[0]?.releaseDateTime;
    return { isNewest, listedIn, supersededIn, supersededBy: versions[newest] };
  });
}

function isLater({ releaseDateTime: one }: DriverUpdate, { releaseDateTime: other }: DriverUpdate): boolean {
  return one !== null && other !== null && one > other;
}
