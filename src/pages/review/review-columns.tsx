import { DriverNameCell } from '../../resources/driver-profiles/driver-name-cell.tsx';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { ageOf, shortAgeText } from '../../resources/driver-updates/age.ts';
import { baseName } from '../../resources/driver-updates/base-name.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { updateName, updateRowName } from '../../resources/driver-updates/names.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { lineageText } from '../../resources/driver-updates/words.ts';
import type { Column } from '../../ui/data-grid/row-model.ts';
import { formatCount, formatDay } from '../../ui/format.ts';
import styles from './review-columns.module.css';
import { mostPips, pipsText, RingHeads, RingPips } from './ring-pips.tsx';
import type { Review } from './use-review.ts';

/** What waits longer is marked, in days. */
const long = 28;

/** What the cells are drawn from. */
export interface CellFacts extends Pick<Review, 'stagedFor' | 'waitingIn' | 'lineageOf'> {
  readonly rings: Rings;
  /** The row stands below the header of its family, which says the name. */
  readonly isInFamily: (update: DriverUpdate) => boolean;
}

/** The columns of the inbox. Keep them while the facts are the same. */
export function reviewColumns(facts: CellFacts): readonly Column<DriverUpdate>[] {
  const { rings, stagedFor, waitingIn } = facts;
  const pips = Math.min(rings.all.length, mostPips) * 20 + (rings.all.length > mostPips ? 62 : 34);
  return [
    {
      id: 'name',
      header: 'Driver',
      width: 280,
      minWidth: 160,
      grows: true,
      keep: true,
      text: updateRowName,
      sortValue: updateName,
      render: (update) => <NameCell update={update} facts={facts} />,
    },
    {
      id: 'rings',
      header: 'Rings',
      heads: rings.all.length > 0 && <RingHeads rings={rings} />,
      width: pips,
      minWidth: pips,
      keep: true,
      searched: false,
      text: (update) => pipsText(update, rings, stagedFor),
      sortValue: (update) => -waitingIn(update).length,
      render: (update) => <RingPips update={update} rings={rings} stagedFor={stagedFor} />,
    },
    {
      id: 'age',
      header: 'Age',
      width: 64,
      minWidth: 64,
      align: 'end',
      keep: true,
      searched: false,
      text: (update) => ageText(update, rings.now),
      sortValue: (update) => ageOf(update.releaseDateTime, rings.now) ?? null,
      render: (update) => <AgeCell update={update} now={rings.now} />,
    },
  ];
}

function NameCell({ update, facts }: { update: DriverUpdate; facts: CellFacts }) {
  const { rings, lineageOf, isInFamily } = facts;
  const isBelowName = isInFamily(update);
  const lineage = lineageOf(update);
  const isSaid = lineage && (isBelowName || lineage.supersededBy);
  return (
    <span className={styles.cell} data-indent={isBelowName || undefined}>
      {rings.newIds.has(update.id) && (
        <span className={styles.new} role="img" aria-label="New" title="New since your last visit" />
      )}
      <DriverNameCell
        driver={
          isBelowName && update.version !== ''
            ? { ...update, name: update.version }
            : { ...update, name: baseName(update.name, update.version) }
        }
        isFirmware={isFirmware(update)}
      />
      {isSaid && (
        <bdi className={styles.lineage} data-superseded={lineage.supersededBy !== undefined || undefined}>
          {lineageText(lineage)}
        </bdi>
      )}
    </span>
  );
}

function AgeCell({ update, now }: { update: DriverUpdate; now: number }) {
  const age = ageOf(update.releaseDateTime, now);
  const released = update.releaseDateTime;
  const hint =
    released === null
      ? 'No release date'
      : `Released ${formatDay(released)}: it has waited for ${formatCount(age ?? 0)} days at most`;
  return (
    <span className={age !== undefined && age > long ? styles.long : undefined} title={hint}>
      {ageText(update, now)}
    </span>
  );
}

function ageText(update: DriverUpdate, now: number): string {
  const age = ageOf(update.releaseDateTime, now);
  return age === undefined ? '–' : shortAgeText(age);
}
