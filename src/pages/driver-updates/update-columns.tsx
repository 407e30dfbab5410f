import type { Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { changeKey, type StagedChange } from '../../plan/staged/staged-change.ts';
import { DriverNameCell } from '../../resources/driver-profiles/driver-name-cell.tsx';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { standingOf, standings } from '../../resources/driver-profiles/standing.ts';
import { baseName } from '../../resources/driver-updates/base-name.ts';
import { cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { updateName } from '../../resources/driver-updates/names.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import type { Column } from '../../ui/data-grid/row-model.ts';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Day } from '../../ui/time.tsx';
import { conflictIn } from './conflict-in.ts';
import { NotLoadedYet, notLoadedYet, StillLoading } from './loading-marks.tsx';
import { NotLoaded, StateCell, stateText } from './state-cell.tsx';
import { profilesToReview } from './update-filters.ts';

/** Zeros would hide the numbers that count. */
const countText = (count: number) => (count === 0 ? '–' : formatCount(count));
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
    // The version beside the name of its family: where names hold their versions, the ends are what tells them apart.
    render: (update) => (
      <DriverNameCell
        driver={{ ...update, name: baseName(update.name, update.version) }}
        isFirmware={isFirmware(update)}
      />
    ),
  },
  {
    id: 'review',
    header: 'To review',
    width: 92,
    align: 'end',
    keep: true,
    searched: false,
    text: (update) => countText(profilesToReview(update)),
    sortValue: profilesToReview,
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

/**
 * The columns of the grid "Driver updates": what an update is, then each profile; rings are numbered.
 *
 * @param staged by `changeKey`
 */
export function updateColumns(
  shown: Rings,
  staged: ReadonlyMap<string, StagedChange>,
): readonly Column<DriverUpdate>[] {
  const { all, rings, columns, conflictsOf, failedIds, loadingIds, nameOf, now } = shown;
  return [
    ...ownColumns,
    ...all.map((profile, place): Column<DriverUpdate> => {
      const isLoading = loadingIds.has(profile.id);
      const driverOf = (update: DriverUpdate) => cellIn(update, columns, profile.id);
      const stagedFor = (item: Driver | undefined) =>
        item && staged.size > 0 ? staged.get(changeKey({ target: profile, item })) : undefined;
      return {
        id: profile.id,
        header: `${place < rings.length ? `${place + 1} ` : ''}${nameOf(profile.id)}`,
        width: 128,
        minWidth: 104,
        searched: false,
        mark: isLoading && <StillLoading />,
        text: (update) => (failedIds.has(profile.id) ? 'Not loaded' : textOf(driverOf(update), isLoading)),
        sortValue: (update) => rankOf(driverOf(update), now),
        render: (update) =>
          failedIds.has(profile.id) ? (
            <NotLoaded />
          ) : isLoading && !driverOf(update) ? (
            <NotLoadedYet />
          ) : (
            <StateCell
              driver={driverOf(update)}
              staged={stagedFor(driverOf(update))}
              conflict={conflictIn(profile.id, conflictsOf(update), update, shown)}
              now={now}
            />
          ),
      };
    }),
  ];
}

function textOf(driver: Driver | undefined, isLoading: boolean): string {
  if (driver) return stateText(driver);
  return isLoading ? notLoadedYet : '–';
}

/** What waits for a person comes first; drivers that a profile doesn't list come last. */
function rankOf(driver: Driver | undefined, now: Instant): number | null {
  if (!driver) return null;
  const standing = standingOf(driver, now);
  return ranks.indexOf(standing);
}

const ranks = ['needsReview', ...standings.map(({ of }) => of).filter((of) => of !== 'needsReview')];
