import { ageGroupOf, ageGroups, ageGroupText } from '../../resources/driver-updates/age.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import {
  type FilterFacts,
  type UpdateFilter,
  updateFilters,
} from '../../resources/driver-updates/filters.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import type { ReviewSearch } from './search.ts';

type ReviewFilter = Filter<DriverUpdate, Exclude<UpdateFilter['id'], 'state'> | 'profile' | 'age'>;

const order = ['new', 'firmware', 'conflict', 'class', 'manufacturer'] as const;

/** The filters of the inbox: every state in it needs review, so that is none. Stable while the facts are. */
export function reviewFilters(
  facts: FilterFacts,
  waitingIn: (update: DriverUpdate) => readonly string[],
  nameOf: (profileId: string) => string,
): readonly ReviewFilter[] {
  const known = updateFilters(facts);
  return [
    ...order.flatMap((id) =>
      known.filter((filter): filter is UpdateFilter & { id: typeof id } => filter.id === id),
    ),
    {
      id: 'age',
      label: 'Age',
      known: ageGroups,
      valuesOf({ releaseDateTime }) {
        const group = ageGroupOf(releaseDateTime, facts.now);
        return group === undefined ? [] : [group];
      },
      labelOf: ageGroupText,
    },
    { id: 'profile', label: 'Profile', valuesOf: waitingIn, labelOf: nameOf },
  ];
}

export const noFilters: ReviewSearch = {
  q: undefined,
  new: undefined,
  firmware: undefined,
  conflict: undefined,
  class: undefined,
  manufacturer: undefined,
  profile: undefined,
  age: undefined,
};
