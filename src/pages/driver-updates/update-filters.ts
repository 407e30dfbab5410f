import { approvalStatuses } from '../../graph/driver-inventories.ts';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { statusText } from '../../resources/driver-profiles/words.ts';
import type { Conflict } from '../../resources/driver-updates/conflicts.ts';
import { type DriverUpdate, driversIn } from '../../resources/driver-updates/driver-update.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import type { UpdatesSearch } from './search.ts';

/** Where a driver without a class or a manufacturer is found. */
const noValue = '(none)';

/** The filters of driver updates, by the name of their search parameter. */
export const updateFiltersWith = (
  conflictsOf: (update: DriverUpdate) => readonly Conflict[],
): readonly Filter<
  DriverUpdate,
  'review' | 'conflict' | 'status' | 'firmware' | 'class' | 'manufacturer'
>[] => [
  {
    id: 'review',
    label: 'To review',
    quick: 'waiting',
    valuesOf: (update) => (isWaiting(update) ? ['waiting'] : []),
  },
  {
    id: 'conflict',
    label: 'Conflicts',
    quick: 'any',
    valuesOf: (update) => (conflictsOf(update).length > 0 ? ['any'] : []),
  },
  {
    id: 'status',
    label: 'Status in any profile',
    known: approvalStatuses,
    valuesOf: (update) => new Set([...driversIn(update)].map(({ approvalStatus }) => approvalStatus)),
    labelOf: (approvalStatus) => statusText({ approvalStatus }),
  },
  {
    id: 'firmware',
    label: 'Firmware',
    quick: 'only',
    valuesOf: (update) => (isFirmware(update) ? ['only'] : []),
  },
  { id: 'class', label: 'Driver class', valuesOf: ({ driverClass }) => [driverClass || noValue] },
  { id: 'manufacturer', label: 'Manufacturer', valuesOf: ({ manufacturer }) => [manufacturer || noValue] },
];

export const noFilters: UpdatesSearch = {
  q: undefined,
  review: undefined,
  status: undefined,
  conflict: undefined,
  firmware: undefined,
  class: undefined,
  manufacturer: undefined,
};

/** Whether a driver update waits for a decision in any profile. */
function isWaiting(update: DriverUpdate): boolean {
  for (const { approvalStatus } of driversIn(update)) if (approvalStatus === 'needsReview') return true;
  return false;
}
