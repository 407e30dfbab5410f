import { Fragment, useId } from 'react';
import { WaitField } from '../../dialogs/rollout/wait-field.tsx';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { ApprovalStatusLabel } from '../../resources/driver-profiles/labels.tsx';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { StateInRun } from '../../run-panel/run-marks.tsx';
import { DayField } from '../../ui/date-time/day-field.tsx';
import { countOf, formatCount, nameFew } from '../../ui/format.ts';
import styles from './ring-cards.module.css';
import type { Review } from './use-review.ts';
import type { RingChoice, RingDay } from './use-ring-choice.ts';
import { ringsText } from './words.ts';

/** When an approval may begin. A later ring is named: it is not the first of the order. */
function beginningsFor(first: DriverProfile | undefined, rings: Rings) {
  const now = first && (first === rings.rings[0] ? 'First ring now' : `${profileName(first)} now`);
  return [
    { begins: 'tomorrow', label: 'From tomorrow' },
    ...(now === undefined ? [] : [{ begins: 'now', label: now } as const]),
    { begins: 'allNow', label: 'All as soon as possible' },
  ] as const;
}

/** The profiles that list a driver update, in the order of rings: which are ticked, how each stands, and the day of each. */
export function RingCards({
  update,
  rings,
  choice,
  stagedFor,
  waiting,
}: {
  update: DriverUpdate;
  rings: Rings;
  choice: RingChoice;
  stagedFor: Review['stagedFor'];
  waiting: readonly string[];
}) {
  const id = useId();
  const unread = rings.all.filter(({ id }) => rings.failedIds.has(id));
  const loading = rings.all.filter(({ id }) => rings.loadingIds.has(id));
  const absent = rings.whole.filter(
    (profile) => !choice.listed.includes(profile) && !unread.includes(profile),
  );
  const inRings = choice.listed.filter((profile) => rings.rings.includes(profile));
  const beside = choice.listed.filter((profile) => !inRings.includes(profile));
  const parts = [
    { label: 'Rings', profiles: inRings },
    { label: inRings.length > 0 ? 'Other profiles' : 'Profiles', profiles: beside },
  ].filter(({ profiles }) => profiles.length > 0);
  const hasDays = choice.begins !== 'allNow';
  const isAllTicked = choice.waiting.every((profileId) => choice.ticked.has(profileId));
  const staged = choice.listed.filter(({ id }) => {
    const driver = cellIn(update, rings.columns, id);
    return driver && stagedFor(id, driver);
  });
  // What is staged has changed nothing yet.
  const needing = choice.listed.filter(
    (profile) =>
      waiting.includes(profile.id) ||
      (staged.includes(profile) &&
        cellIn(update, rings.columns, profile.id)?.approvalStatus === 'needsReview'),
  );
  return (
    <section className={styles.rings} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.heading}>
          {parts[0]?.label}
        </h3>
        <span className={styles.fact}>{ringsText(needing.length, choice.listed.length, staged.length)}</span>
        {!isAllTicked && (
          <button type="button" className={styles.all} onClick={choice.tickAll}>
            Select all {formatCount(choice.waiting.length)}
          </button>
        )}
        <fieldset className={styles.begins}>
          <legend className={styles.hidden}>When an approval begins</legend>
          {beginningsFor(choice.first, rings).map(({ begins, label }) => (
            <label key={begins}>
              <input
                type="radio"
                name={id}
                checked={choice.begins === begins}
                onChange={() => choice.setBegins(begins)}
              />{' '}
              <bdi>{label}</bdi>
            </label>
          ))}
          {hasDays && choice.daysText !== undefined && (
            <label
              className={styles.between}
              title={choice.daysError ?? 'One number for all rings, or one for each: “3, 7”'}
            >
              <input
                className={styles.days}
                autoComplete="off"
                value={choice.daysText}
                aria-invalid={choice.daysError !== undefined}
                aria-describedby={choice.daysError === undefined ? undefined : `${id}-error`}
                onChange={({ target }) => choice.setDaysText(target.value)}
                onFocus={({ target }) => target.select()}
                onBlur={choice.keepWaits}
              />{' '}
              days between rings{choice.mayDiffer && ', or “3, 7”'}
            </label>
          )}
          {hasDays && choice.daysError !== undefined && (
            <span id={`${id}-error`} className={styles.error}>
              {choice.daysError}
            </span>
          )}
        </fieldset>
      </div>
      {parts.map(({ label, profiles }, place) => (
        <Fragment key={label}>
          {place > 0 && <h4 className={styles.heading}>{label}</h4>}
          <ul className={styles.cards} aria-label={label}>
            {profiles.map((profile) => (
              <Card
                key={profile.id}
                profile={profile}
                place={rings.rings.indexOf(profile)}
                update={update}
                rings={rings}
                choice={choice}
                stagedFor={stagedFor}
              />
            ))}
          </ul>
        </Fragment>
      ))}
      {absent.length > 0 && (
        <p className={styles.fact}>
          Not listed in <bdi>{nameFew(absent.map(profileName))}</bdi>.
        </p>
      )}
      {loading.length > 0 && (
        <p className={styles.fact}>
          Still loading <bdi>{nameFew(loading.map(profileName))}</bdi>.
        </p>
      )}
      {unread.length > 0 && (
        <p className={styles.fact}>
          Couldn’t load <bdi>{nameFew(unread.map(profileName))}</bdi>.
        </p>
      )}
    </section>
  );
}

function Card({
  profile,
  place,
  update,
  rings,
  choice,
  stagedFor,
}: {
  profile: DriverProfile;
  /** In the order of rings; below 0 for a profile beside them. */
  place: number;
  update: DriverUpdate;
  rings: Rings;
  choice: RingChoice;
  stagedFor: Review['stagedFor'];
}) {
  const { id } = profile;
  const driver = cellIn(update, rings.columns, id);
  if (!driver) return null;
  const isTicked = choice.ticked.has(id);
  const staged = stagedFor(id, driver);
  const name = profileName(profile);
  const day = isTicked && choice.begins !== 'allNow' && canApprove(driver) ? choice.dayOf(id) : undefined;
  return (
    <li className={styles.card} data-ticked={isTicked || undefined} data-staged={staged ? '' : undefined}>
      <label className={styles.name} title={name}>
        <input
          type="checkbox"
          checked={isTicked}
          onChange={({ target }) => choice.tick(id, target.checked)}
        />
        <bdi>{name}</bdi>
        {place >= 0 && (
          <span className={styles.number} title={`Ring ${place + 1}`}>
            {place + 1}
          </span>
        )}
      </label>
      <span className={styles.devices}>
        {driver.applicableDeviceCount === null
          ? 'Devices not counted'
          : countOf(driver.applicableDeviceCount, 'device')}
      </span>
      <span className={styles.state}>
        <StateInRun id={driver.id} read={driver.approvalStatus}>
          <ApprovalStatusLabel driver={driver} />
        </StateInRun>
        {staged && <span className={styles.staged}>Staged</span>}
      </span>
      {day && (
        <div className={styles.day}>
          {day.day === undefined ? (
            <span className={styles.now}>As soon as possible</span>
          ) : (
            <DayField
              label={`Date in ${name}`}
              value={day.day}
              error={day.error}
              onChange={(next) => choice.setDay(id, next)}
            />
          )}
          {day.wait && (
            <WaitField
              name={name}
              before={profileName(day.wait.after)}
              text={day.wait.text}
              isWrong={day.wait.isWrong}
              onChange={(text) => choice.setWait(id, text)}
              onBlur={choice.keepWaits}
            />
          )}
          <span className={styles.fact}>{dayNote(day)}</span>
        </div>
      )}
    </li>
  );
}

const canApprove = ({ approvalStatus }: { approvalStatus: string }) => approvalStatus !== 'approved';

function dayNote({ after, inFreeze, error }: RingDay): string {
  if (error !== undefined) return '';
  if (inFreeze) return `In the freeze “${inFreeze.name}”`;
  return after.length === 0 ? '' : `After ${nameFew(after.map(({ name }) => `“${name}”`))}`;
}
