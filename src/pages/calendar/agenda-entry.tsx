import { CalendarRegular } from '@fluentui/react-icons/headless/svg/calendar';
import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { RecordStopRegular } from '@fluentui/react-icons/headless/svg/record-stop';
import { changeName, dateOf } from '../../plan/staged/change-words.ts';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { DriverNameCell } from '../../resources/driver-profiles/driver-name-cell.tsx';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { updateName } from '../../resources/driver-updates/names.ts';
import { StateInRun } from '../../run-panel/run-marks.tsx';
import { Button } from '../../ui/button.tsx';
import { countOf, formatDay, formatMinute } from '../../ui/format.ts';
import type { Entry } from './agenda.ts';
import styles from './agenda-entry.module.css';

/** What can be done with an entry. */
export interface EntryCommands {
  /** Why nothing can be decided now. */
  readonly disabled: string | undefined;
  readonly onMove: (entry: Entry) => void;
  readonly onStop: (update: DriverUpdate) => void;
  readonly onUnstage: (change: StagedChange) => void;
}

/** One driver update that becomes available in one profile. */
export function AgendaEntry({
  entry,
  commands: { disabled, onMove, onStop, onUnstage },
}: {
  entry: Entry;
  commands: EntryCommands;
}) {
  const { update, profile, driver, at, kind, change } = entry;
  const isStaged = kind === 'staged';
  const name = updateName(update);
  return (
    <li className={isStaged ? `${styles.entry} ${styles.staged}` : styles.entry}>
      <DriverNameCell driver={driver} isFirmware={isFirmware(driver)} />
      <span className={styles.facts}>
        {isStaged ? <strong>Staged, not sent. </strong> : null}
        <StateInRun id={driver.id} read="approved">
          From {formatMinute(at)}
        </StateInRun>
        {driver.applicableDeviceCount !== null &&
          `, at most ${countOf(driver.applicableDeviceCount, 'device')}`}
        {!isStaged && change && <strong className={styles.change}>{stagedText(change)}</strong>}
      </span>
      <span className={styles.commands}>
        {isStaged && change ? (
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={`Remove from plan: ${name} in ${profileName(profile)}`}
            onClick={() => onUnstage(change)}
          >
            Remove from plan
          </Button>
        ) : (
          <>
            <Button
              size="small"
              appearance="subtle"
              icon={<CalendarRegular />}
              aria-label={`Change date… of ${name} in ${profileName(profile)}`}
              disabledFocusable={disabled !== undefined}
              title={disabled}
              onClick={() => onMove(entry)}
            >
              Change date…
            </Button>
            <Button
              size="small"
              appearance="subtle"
              icon={<RecordStopRegular />}
              aria-label={`Stop rollout of ${name}`}
              disabledFocusable={disabled !== undefined}
              title={disabled}
              onClick={() => onStop(update)}
            >
              Stop rollout
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

/** "Staged: moves to 14 Dec 2026", "Staged: pause" */
function stagedText(change: StagedChange): string {
  const date = dateOf(change);
  if (date) return `Staged: moves to ${formatDay(date)}`;
  return `Staged: ${changeName(change).toLowerCase()}`;
}
