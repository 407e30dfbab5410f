import { DesktopRegular } from '@fluentui/react-icons/svg/desktop';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { matchesAny } from '../../actions/response-action/important-devices.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import { missingTarget, targetKind, whyNoTarget } from '../../resources/incident-tasks/words.ts';
import { usePreferences } from '../../ui/preferences.ts';
import styles from './target-label.module.css';

const icons: Readonly<Record<string, typeof DesktopRegular>> = {
  Device: DesktopRegular,
  File: DocumentRegular,
  User: PersonRegular,
  Email: MailRegular,
};

/** The target in full, or that there is none, with the reason. Devices that Settings call important are marked. */
export function TargetLabel({ task, all }: { task: IncidentTask; all: readonly IncidentTask[] }) {
  const [{ importantDevices }] = usePreferences();
  const { text, name, onDevice, deviceId } = fullTarget(task, all);
  if (text === '') return <span title={whyNoTarget(task)}>{missingTarget(task)}</span>;
  const kind = targetKind(task) ?? '';
  const Icon = icons[kind];
  const device = kind === 'Device' ? name : onDevice;
  return (
    <span className={styles.target} title={deviceId === '' ? text : `${text} (device ID ${deviceId})`}>
      {Icon && (
        <span className={styles.icon}>
          <Icon aria-label={kind} />
        </span>
      )}
      <bdi>{text}</bdi>
      {matchesAny(device, importantDevices) && <span className={styles.important}>Important</span>}
    </span>
  );
}
