import { type DriverUpdate, driversIn } from '../../resources/driver-updates/driver-update.ts';
import {
  type FilterFacts,
  type UpdateFilter,
  updateFilters,
} from '../../resources/driver-updates/filters.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import type { UpdatesSearch } from './search.ts';

type PageFilter = Filter<DriverUpdate, 'review' | UpdateFilter['id']>;

const toReview: PageFilter = {
  id: 'review',
  label: 'To review',
  quick: 'yes',
  valuesOf: (update) => (profilesToReview(update) > 0 ? ['yes'] : []),
};

/** The filters of the page, what waits for a person first. Stable while the facts are. */
export function pageFilters(facts: FilterFacts): readonly PageFilter[] {
  return [toReview, ...updateFilters(facts)];
}

export const noFilters: UpdatesSearch = {
  q: undefined,
  review: undefined,
  state: undefined,
  conflict: undefined,
  firmware: undefined,
  new: undefined,
  class: undefined,
  manufacturer: undefined,
};

/** In how many profiles a driver update waits for a decision. */
export function profilesToReview(update: DriverUpdate): number {
  let count = 0;
  for (const { approvalStatus } of driversIn(update)) if (approvalStatus === 'needsReview') count += 1;
  return count;
}
