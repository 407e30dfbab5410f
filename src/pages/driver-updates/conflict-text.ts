import type { Conflict } from '../../resources/driver-updates/conflicts.ts';
import { nameFew } from '../../ui/format.ts';

const all = new Intl.ListFormat('en', { type: 'conjunction' });
/** So many names are told one by one. */
const few = 3;

const listOf = (names: readonly string[]) => (names.length <= few ? all.format(names) : nameFew(names));

/** "Broad gets it before Pilot and Early". @param nameOf a profile, by its id */
export function conflictText({ offering, holding }: Conflict, nameOf: (profileId: string) => string): string {
  const verb = offering.length === 1 ? 'gets' : 'get';
  return `${listOf(offering.map(nameOf))} ${verb} this before ${listOf(holding.map(nameOf))}`;
}

/** What is said of a conflict in the cell of a profile; undefined where the profile has no part in one. */
export function conflictIn(
  conflicts: readonly Conflict[],
  profileId: string,
  nameOf: (profileId: string) => string,
): string | undefined {
  const own = conflicts.find(
    ({ offering, holding }) => offering.includes(profileId) || holding.includes(profileId),
  );
  return own && conflictText(own, nameOf);
}
