import * as v from 'valibot';

const text = v.fallback(v.optional(v.string()), undefined);
const list = v.fallback(v.optional(v.array(v.string())), undefined);

const profilesSchema = v.object({ q: text, sort: text });
const driversSchema = v.object({
  tab: v.fallback(v.optional(v.picklist(['recommended', 'other', 'all'])), undefined),
  q: text,
  status: list,
  class: list,
  manufacturer: list,
  sort: text,
  /** The driver whose details are open. */
  driver: text,
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
