import { useMemo } from 'react';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { familyOrder, inboxFamilies, oldestFirst } from '../../resources/driver-updates/inbox.ts';
import { updateId } from '../../resources/driver-updates/names.ts';
import { useAsked } from '../../ui/list-page/use-asked.ts';
import { type List, useList } from '../../ui/list-page/use-list.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { reviewColumns } from './review-columns.tsx';
import { noFilters, reviewFilters } from './review-filters.ts';
import type { ReviewSearch } from './search.ts';
import type { Review } from './use-review.ts';

/** What waits, as the address asks for it: by family or each for itself, filtered, and what waits longest first. */
export function useInboxList(
  review: Review,
  search: ReviewSearch,
  change: (next: Partial<ReviewSearch>) => void,
): List<DriverUpdate> {
  const { query, setAside, rings, waiting, waitingIn, stagedFor, lineageOf } = review;
  const isNarrow = useNarrow();
  const isGrouped = search.group === undefined;
  const families = useMemo(() => inboxFamilies(waiting), [waiting]);
  const rows = useMemo(() => (isGrouped ? waiting : oldestFirst(waiting)), [waiting, isGrouped]);
  const columns = useMemo(() => {
    const isInFamily = ({ id }: DriverUpdate) => isGrouped && families.get(id)?.isAlone === false;
    return reviewColumns({ rings, stagedFor, waitingIn, lineageOf, isInFamily });
  }, [rings, stagedFor, waitingIn, lineageOf, families, isGrouped]);
  const filters = useMemo(() => reviewFilters(rings, waitingIn, rings.nameOf), [rings, waitingIn]);
  const asked = useAsked(search, change, { filters, noFilters, opened: 'update' });
  const groupBy = useMemo(
    () =>
      isGrouped
        ? ({ id, name }: DriverUpdate) => families.get(id) ?? { id, label: name, isAlone: true }
        : undefined,
    [isGrouped, families],
  );
  const groupOrder = useMemo(
    () => (isGrouped ? familyOrder(families, asked.sort) : undefined),
    [isGrouped, families, asked.sort],
  );
  // Never held: what is decided leaves the list, and what is taken back stands where it was.
  return useList({ query, rows, isComplete: false, setAside }, asked, {
    name: 'review',
    noun: 'driver',
    columns,
    // Beside the pane the list is narrow, and its rows have little to say.
    twoLines: isNarrow,
    rowId: updateId,
    groupBy,
    groupOrder,
  });
}
