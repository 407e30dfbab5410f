import * as v from 'valibot';
import { listParam, textParam } from '../../lib/search-params.ts';

const profilesSchema = v.object({
  q: textParam,
  approval: listParam,
  sync: listParam,
  review: listParam,
  sort: textParam,
});

/** A tab for each standing of a driver, and one for all. */
export const driversTabs = ['all', 'needsReview', 'scheduled', 'approved', 'suspended', 'declined'] as const;

const driversSchema = v.object({
  tab: v.fallback(v.optional(v.picklist(driversTabs)), undefined),
  q: textParam,
  status: listParam,
  category: listParam,
  class: listParam,
  manufacturer: listParam,
  /** Days on which drivers become available, in the reader's zone: "2026-12-05". */
  available: listParam,
  sort: textParam,
  /** The driver whose details are open. */
  driver: textParam,
});

export type ProfilesSearch = v.InferOutput<typeof profilesSchema>;
export type DriversSearch = v.InferOutput<typeof driversSchema>;
export type DriversTab = NonNullable<DriversSearch['tab']>;

/** What the address of the profiles page says; what it says wrongly counts as not said. */
export function readProfilesSearch(search: Record<string, unknown>): ProfilesSearch {
  return v.parse(profilesSchema, search);
}

/** What the address of a profile's page says. */
export function readDriversSearch(search: Record<string, unknown>): DriversSearch {
  const category = formerTabs.get(search.tab);
  const read = v.parse(driversSchema, category ? { category, ...search, tab: 'all' } : search);
  // Statuses are a filter of all drivers: every other tab is one status.
  return read.tab === undefined && read.status?.length ? { ...read, tab: 'all' } : read;
}

/** The tabs that the page once had are categories now: links to them still lead to the same drivers. */
const formerTabs = new Map<unknown, readonly string[]>([
  ['recommended', ['recommended']],
  ['other', ['previouslyApproved', 'other']],
]);
