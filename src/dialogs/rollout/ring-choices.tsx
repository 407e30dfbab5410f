import { profileName } from '../../resources/driver-profiles/names.ts';
import { waveText } from '../../resources/driver-updates/wave-words.ts';
import type { Wave } from '../../resources/driver-updates/waves.ts';
import { countsText } from '../../ui/count-reasons.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { type Chain, followedBy } from './chain.ts';
import styles from './ring-choices.module.css';
import type { RingWaits } from './ring-waits.ts';
import type { RolloutRing } from './rollout.ts';
import { WaitField } from './wait-field.tsx';

/**
 * The profiles of a decision, in the order of rings: which of them take part, what is sent to each, and from when.
 *
 * @param props.waits how each of those that take part follows the one before. Absent where it doesn't by days
 * @param props.waves when each profile that takes part begins. Absent where the decision has no date
 */
export function RingChoices({
  rings,
  chosen,
  waves = [],
  waits,
  onChange,
}: {
  rings: readonly RolloutRing[];
  chosen: ReadonlySet<string>;
  waves?: readonly Wave[] | undefined;
  waits?: { readonly of: RingWaits; readonly chain: Chain } | undefined;
  onChange: (profileIds: readonly string[]) => void;
}) {
  const able = rings.filter(canTake);
  const isAll = able.every(({ profile }) => chosen.has(profile.id));
  return (
    <fieldset className={styles.rings}>
      <legend className={styles.legend}>Profiles</legend>
      <div className={styles.list}>
        {rings.map((ring) => {
          const { id } = ring.profile;
          const isChosen = chosen.has(id);
          const wave = waves.find(({ profileId }) => profileId === id);
          const before = waits && rings.find(({ profile }) => profile.id === followedBy(waits.chain, id));
          return (
            <div key={id} className={styles.ring}>
              <label className={styles.choice}>
                <input
                  type="checkbox"
                  checked={isChosen}
                  // Not `disabled`: its reason must be reachable.
                  aria-disabled={!canTake(ring) || undefined}
                  onChange={({ target }) =>
                    (canTake(ring) || isChosen) &&
                    onChange(
                      target.checked ? [...chosen, id] : [...chosen].filter((profileId) => profileId !== id),
                    )
                  }
                />
                <bdi className={styles.name}>{profileName(ring.profile)}</bdi>
                <span className={styles.facts}>
                  {factsOf(ring)}
                  {wave && (
                    <bdi className={styles.date}>
                      {wave.from === null ? '' : 'From '}
                      {waveText(wave)}
                    </bdi>
                  )}
                </span>
              </label>
              {before && (
                <div className={styles.wait}>
                  <WaitField
                    name={profileName(ring.profile)}
                    before={profileName(before.profile)}
                    text={waits.of.textOf(id)}
                    isWrong={waits.of.daysOf(id) === undefined}
                    onChange={(text) => waits.of.setOne(id, text)}
                  />
                </div>
              )}
            </div>
          );
        })}
      </div>
      {/* After the profiles: the focus begins at the first field, and Enter there must choose nothing. */}
      {able.length > 1 && (
        <button
          type="button"
          className={styles.all}
          onClick={() => onChange(isAll ? [] : able.map(({ profile }) => profile.id))}
        >
          {isAll ? 'Choose none' : `Choose all ${able.length}`}
        </button>
      )}
    </fieldset>
  );
}

function canTake({ sent, optional }: RolloutRing): boolean {
  return sent.length > 0 || optional.length > 0;
}

/** "2 drivers, 1 already approved" */
function factsOf({ sent, skipped, optional }: RolloutRing): string {
  const offered = optional.flatMap(({ drivers }) => drivers).filter((driver) => !sent.includes(driver));
  return [
    ...(sent.length > 0 ? [countOf(sent.length, 'driver')] : []),
    ...(offered.length > 0 ? [`${formatCount(offered.length)} not included`] : []),
    ...(skipped.length > 0 ? [countsText(skipped.map(({ reason }) => reason))] : []),
  ].join(', ');
}
