import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { QuestionCircleRegular } from '@fluentui/react-icons/headless/svg/question-circle';
import type { Driver } from '../../graph/driver-inventories.ts';
import { approvalStatuses } from '../../graph/driver-inventories.ts';
import { isKnown } from '../../lib/members.ts';
import { statusLooks } from '../../resources/driver-profiles/labels.tsx';
import { standingOf } from '../../resources/driver-profiles/standing.ts';
import { cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { shortNames } from '../../resources/driver-updates/short-names.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { absentText, stateText } from '../../resources/driver-updates/words.ts';
import { countOf, formatCount, nameFew } from '../../ui/format.ts';
import styles from './ring-pips.module.css';
import type { Review } from './use-review.ts';

/** So many profiles have a pip; the others are counted. */
export const mostPips = 8;

/** How a driver update stands in each profile, in the order of rings: a glyph for each, and words for all of them. */
export function RingPips({
  update,
  rings,
  stagedFor,
}: {
  update: DriverUpdate;
  rings: Rings;
  stagedFor: Review['stagedFor'];
}) {
  const rest = rings.all.slice(mostPips).filter(({ id }) => cellIn(update, rings.columns, id)).length;
  return (
    <span className={styles.pips} role="img" aria-label={pipsText(update, rings, stagedFor)}>
      {rings.all.slice(0, mostPips).map(({ id }, place) => {
        const driver = cellIn(update, rings.columns, id);
        const isStaged = driver !== undefined && stagedFor(id, driver) !== undefined;
        return (
          <span
            key={id}
            className={styles.pip}
            data-tone={driver ? toneOf(driver) : 'none'}
            data-staged={isStaged || undefined}
            data-first-beside={(place > 0 && place === rings.rings.length) || undefined}
            title={`${rings.nameOf(id)}: ${driver ? textOf(driver, isStaged, rings.now) : absentText(id, rings)}`}
          >
            {driver ? <Glyph driver={driver} now={rings.now} /> : '–'}
          </span>
        );
      })}
      {rest > 0 && <span className={styles.rest}>+{formatCount(rest)}</span>}
    </span>
  );
}

/** Above the pips: whose they are, in two letters each. */
export function RingHeads({ rings }: { rings: Rings }) {
  const shown = rings.all.slice(0, mostPips);
  const names = shortNames(shown.map(({ id }) => rings.nameOf(id)));
  return (
    <span className={styles.pips}>
      {shown.map(({ id }, place) => (
        <span
          key={id}
          className={styles.head}
          data-first-beside={(place > 0 && place === rings.rings.length) || undefined}
          title={rings.nameOf(id)}
        >
          {names[place]}
        </span>
      ))}
    </span>
  );
}

function Glyph({ driver, now }: { driver: Driver; now: number }) {
  const { approvalStatus } = driver;
  const Icon = !isKnown(approvalStatuses, approvalStatus)
    ? QuestionCircleRegular
    : standingOf(driver, now) === 'scheduled'
      ? ClockRegular
      : statusLooks[approvalStatus].icon;
  return <Icon />;
}

function toneOf({ approvalStatus }: Driver): string {
  return isKnown(approvalStatuses, approvalStatus) ? statusLooks[approvalStatus].tone : 'neutral';
}

function textOf(driver: Driver, isStaged: boolean, now: number): string {
  return `${stateText(driver, now)}${isStaged ? ', staged' : ''}`;
}

/** "Needs review in Pilot, Early; Paused in Broad": the same states together. */
export function pipsText(
  update: DriverUpdate,
  { all, columns, failedIds, loadingIds, nameOf, now }: Rings,
  stagedFor: Review['stagedFor'],
): string {
  const namesBy = new Map<string, string[]>();
  let absent = 0;
  let unread = 0;
  for (const { id } of all) {
    const driver = cellIn(update, columns, id);
    if (!driver) {
      if (failedIds.has(id) || loadingIds.has(id)) unread += 1;
      else absent += 1;
      continue;
    }
    const text = textOf(driver, stagedFor(id, driver) !== undefined, now);
    namesBy.set(text, [...(namesBy.get(text) ?? []), nameOf(id)]);
  }
  const states = [...namesBy].map(([text, names]) => `${text} in ${nameFew(names)}`);
  return [
    ...states,
    ...(absent > 0 ? [`Not listed in ${countOf(absent, 'profile')}`] : []),
    ...(unread > 0 ? [`Not loaded in ${countOf(unread, 'profile')}`] : []),
  ].join('; ');
}
