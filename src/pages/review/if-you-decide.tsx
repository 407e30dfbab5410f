import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { DeveloperBoardRegular } from '@fluentui/react-icons/headless/svg/developer-board';
import { InfoRegular } from '@fluentui/react-icons/headless/svg/info';
import { LayerRegular } from '@fluentui/react-icons/headless/svg/layer';
import { PauseRegular } from '@fluentui/react-icons/headless/svg/pause';
import { SendRegular } from '@fluentui/react-icons/headless/svg/send';
import type { ReactNode } from 'react';
import { firmwareWarning } from '../../actions/driver-approval/words.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { standingOf } from '../../resources/driver-profiles/standing.ts';
import { deviceNumber } from '../../resources/driver-updates/device-numbers.ts';
import { cellIn, type DriverUpdate, driversIn } from '../../resources/driver-updates/driver-update.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { whatAPauseOffers } from '../../resources/driver-updates/what-a-pause-offers.ts';
import { deviceText, pauseText, versionText } from '../../resources/driver-updates/words.ts';
import { countOf, nameFew } from '../../ui/format.ts';
import styles from './if-you-decide.module.css';
import type { Review } from './use-review.ts';

/** So many profiles are told one by one what a pause offers there. */
const few = 4;

/** What an approval or a pause of a driver update means in the ticked profiles, before anything is decided. */
export function IfYouDecide({
  update,
  versions,
  rings,
  chosen,
  hasDates,
  waitingIn,
  onOpen,
  onDecline,
}: {
  update: DriverUpdate;
  /** All of its family, as `compareVersions` orders them. */
  versions: readonly DriverUpdate[];
  rings: Rings;
  /** The ticked profiles. */
  chosen: readonly DriverProfile[];
  hasDates: boolean;
  waitingIn: Review['waitingIn'];
  onOpen: (update: DriverUpdate) => void;
  /** Opens the dialog that declines another version where it waits. */
  onDecline: (update: DriverUpdate) => void;
}) {
  const { columns, now } = rings;
  const standingIn = (version: DriverUpdate, { id }: DriverProfile) => {
    const driver = cellIn(version, columns, id);
    return driver && standingOf(driver, now);
  };
  const approved = chosen.filter((profile) => standingIn(update, profile) === 'approved');
  const scheduled = chosen.filter((profile) => standingIn(update, profile) === 'scheduled');
  const others = chosen.filter((profile) => !approved.includes(profile) && !scheduled.includes(profile));
  const place = versions.indexOf(update);
  const earlier = versions
    .slice(place + 1)
    .find((version) => others.some((profile) => standingIn(version, profile) === 'approved'));
  const left = versions.slice(place + 1).find((version) => waitingIn(version).length > 0);
  const profileIds = others.map(({ id }) => id);
  return (
    <section className={styles.consequences}>
      {others.length > 0 && (
        <>
          <h3 className={styles.heading}>If you approve</h3>
          <ul className={styles.list}>
            <Line icon={<SendRegular />}>
              Windows Update offers {update.version === '' ? 'this driver' : <bdi>{versionText(update)}</bdi>}{' '}
              to <strong>{deviceText(deviceNumber(driversIn(update, { columns, profileIds })), true)}</strong>{' '}
              through {countOf(others.length, 'profile')}
              {hasDates ? ', from the dates above' : ' as soon as possible'}.
            </Line>
            {isFirmware(update) && <Line icon={<DeveloperBoardRegular />}>{firmwareWarning(1)}</Line>}
            <Line icon={<PauseRegular />}>Approved drivers can’t be declined later. You can pause them.</Line>
            {earlier && (
              <Line icon={<LayerRegular />}>
                <bdi>{earlierText(earlier)}</bdi> stays approved. Devices are offered the newer version.
              </Line>
            )}
            <Line icon={<ClockRegular />}>
              {others.length === 1 ? '1 request.' : `${countOf(others.length, 'request')}, one per profile.`}{' '}
              Each driver is checked again right before it’s sent.
            </Line>
          </ul>
        </>
      )}
      {approved.length + scheduled.length > 0 && (
        <>
          <h3 className={styles.heading}>If you pause</h3>
          <ul className={styles.list}>
            {[...approved, ...scheduled].slice(0, few).map((profile) => (
              <Line key={profile.id} icon={<PauseRegular />}>
                <bdi>
                  {pauseText(
                    whatAPauseOffers(update, versions, { columns, profileId: profile.id, now }),
                    profileName(profile),
                  )}
                </bdi>
              </Line>
            ))}
          </ul>
        </>
      )}
      {chosen.length === 0 && <p className={styles.none}>Select the rings to decide for.</p>}
      {left && (
        <p className={styles.left}>
          <InfoRegular />
          <span>
            <bdi>{earlierText(left)}</bdi> still needs review in{' '}
            <bdi>{nameFew(waitingIn(left).map(rings.nameOf))}</bdi>.{' '}
            <button type="button" className={styles.open} onClick={() => onOpen(left)}>
              Open {left.version === '' ? 'that version' : <bdi>{versionText(left)}</bdi>}
            </button>
            {!rings.isKept && (
              <button type="button" className={styles.open} onClick={() => onDecline(left)}>
                Decline it too…
              </button>
            )}
          </span>
        </p>
      )}
    </section>
  );
}

/** At the beginning of a sentence. */
function earlierText(update: DriverUpdate): string {
  return update.version === '' ? 'An earlier version' : versionText(update);
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.line}>
      <span className={styles.icon}>{icon}</span>
      <span>{children}</span>
    </li>
  );
}
