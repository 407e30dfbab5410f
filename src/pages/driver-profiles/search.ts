import * as v from 'valibot';
import { listParam, textParam } from '../../lib/search-params.ts';

const profilesSchema = v.object({ q: textParam, sort: textParam });
const driversSchema = v.object({
  tab: v.fallback(v.optional(v.picklist(['recommended', 'other', 'all'])), undefined),
  q: textParam,
  status: listParam,
  class: listParam,
  manufacturer: listParam,
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
  return v.parse(driversSchema, search);
}
