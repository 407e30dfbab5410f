import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { DriverNameCell } from '../../resources/driver-profiles/driver-name-cell.tsx';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { standingOf, standings } from '../../resources/driver-profiles/standing.ts';
import type { Conflict } from '../../resources/driver-updates/conflicts.ts';
import { type Columns, cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Arranged } from '../../resources/driver-updates/ring-order.ts';
import type { Column } from '../../ui/data-grid/row-model.ts';
import { formatDay } from '../../ui/format.ts';
import { Day } from '../../ui/time.tsx';
import { conflictIn } from './conflict-text.ts';
import { NotLoaded, StateCell, stateText } from './state-cell.tsx';
import { updateName } from './use-driver-updates.ts';

const dayText = (instant: Instant | null) => (instant === null ? '–' : formatDay(instant));

/** What a driver update is; the profiles follow. */
const ownColumns: readonly Column<DriverUpdate>[] = [
  {
    id: 'name',
    header: 'Driver update',
    width: 400,
    keep: true,
    text: (update) => `${updateName(update)} ${update.version}`,
    sortValue: updateName,
    render: (update) => <DriverNameCell driver={update} isFirmware={isFirmware(update)} />,
  },
  {
    id: 'released',
    header: 'Release date',
    width: 115,
    searched: false,
    text: ({ releaseDateTime }) => dayText(releaseDateTime),
    sortValue: ({ releaseDateTime }) => releaseDateTime,
    render: ({ releaseDateTime }) => <Day instant={releaseDateTime} />,
  },
  {
    id: 'manufacturer',
    header: 'Manufacturer',
    width: 160,
    text: ({ manufacturer }) => showHidden(manufacturer) || '–',
    sortValue: ({ manufacturer }) => manufacturer || null,
    isOptional: true,
  },
  {
    id: 'class',
    header: 'Driver class',
    width: 140,
    text: ({ driverClass }) => showHidden(driverClass) || '–',
    sortValue: ({ driverClass }) => driverClass || null,
    isOptional: true,
  },
];

/** What the columns of profiles are made of. */
interface Rings extends Arranged<DriverProfile> {
  /** The profiles that could not be read, by their ids. */
  readonly failed: ReadonlySet<string>;
  readonly columns: Columns;
  readonly conflictsOf: (update: DriverUpdate) => readonly Conflict[];
  readonly now: Instant;
}

/**
 * The columns of the grid "Driver updates": what an update is, then each profile.
 *
 * @param rings.rings the profiles in the order of rings, which are numbered, and those beside them
 * @param rings.now epoch ms; a date that passes moves a state with the next load
 */
export function updateColumns({
  rings,
  beside,
  failed,
  columns,
  conflictsOf,
  now,
}: Rings): readonly Column<DriverUpdate>[] {
  const profiles = [...rings, ...beside];
  const names = new Map(profiles.map((profile) => [profile.id, profileName(profile)]));
  const nameOf = (profileId: string) => names.get(profileId) ?? profileId;
  return [
    ...ownColumns,
    ...profiles.map((profile, place): Column<DriverUpdate> => {
      const driverOf = (update: DriverUpdate) => cellIn(update, columns, profile.id);
      return {
        id: profile.id,
        header: `${place < rings.length ? `${place + 1} ` : ''}${nameOf(profile.id)}`,
        width: 128,
        minWidth: 104,
        searched: false,
        // On a phone, the first ring stands for all: the details have the others.
        keep: place === 0,
        text: (update) => (failed.has(profile.id) ? notLoaded : textOf(driverOf(update))),
        sortValue: (update) => rankOf(driverOf(update), now),
        render: (update) =>
          failed.has(profile.id) ? (
            <NotLoaded />
          ) : (
            <StateCell
              driver={driverOf(update)}
              conflict={conflictIn(conflictsOf(update), profile.id, nameOf)}
              now={now}
            />
          ),
      };
    }),
  ];
}

const notLoaded = 'Not loaded';

function textOf(driver: Driver | undefined): string {
  return driver ? stateText(driver) : '–';
}

/** What waits for a person comes first; drivers that a profile doesn't list come last. */
function rankOf(driver: Driver | undefined, now: Instant): number | null {
  if (!driver) return null;
  const standing = standingOf(driver, now);
  return ranks.indexOf(standing);
}

const ranks = ['needsReview', ...standings.map(({ of }) => of).filter((of) => of !== 'needsReview')];

/** What a row is called: name and version tell rows of one name apart. */
export const updateRowName = (update: DriverUpdate) =>
  [updateName(update), showHidden(update.version)].filter(Boolean).join(', ');
