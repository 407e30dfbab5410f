import type { Instant } from '../../lib/instant.ts';

const day = 86_400_000;

/** The ends of the groups of ages, in days; what is older is in the last group. */
const limits = [7, 14, 21, 28, 35] as const;

/** The groups of ages by their names in addresses, the youngest first. */
export const ageGroups = [...limits.map(String), 'older'] as const;

/** In whole days since the release: at most so long has a driver waited. Undefined without a release date. */
export function ageOf(releaseDateTime: Instant | null, now: Instant): number | undefined {
  return releaseDateTime === null ? undefined : Math.max(0, Math.floor((now - releaseDateTime) / day));
}

/** "41 d", and from two years on "9 y". @param age in whole days */
export function shortAgeText(age: number): string {
  return age < 2 * 365 ? `${age} d` : `${Math.floor(age / 365)} y`;
}

/** The group that a release date falls into; undefined without one. */
export function ageGroupOf(releaseDateTime: Instant | null, now: Instant): string | undefined {
  const age = ageOf(releaseDateTime, now);
  if (age === undefined) return undefined;
  const limit = limits.find((upTo) => age <= upTo);
  return limit === undefined ? 'older' : `${limit}`;
}

/** "≤ 14", "> 35": the same in days, where there is room for a number alone. */
export function shortAgeGroupText(group: string): string {
  return group === 'older' ? `> ${limits.at(-1)}` : `≤ ${group}`;
}

/** "8 to 14 days", "more than 35 days"; a group of another version as its name. */
export function ageGroupText(group: string): string {
  const place = ageGroups.indexOf(group);
  const from = limits[place - 1];
  if (group === 'older') return `more than ${from} days`;
  return place < 0 ? group : `${from === undefined ? 0 : from + 1} to ${group} days`;
}
