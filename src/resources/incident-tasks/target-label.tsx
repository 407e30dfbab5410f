import { DesktopRegular } from '@fluentui/react-icons/headless/svg/desktop';
import { DocumentRegular } from '@fluentui/react-icons/headless/svg/document';
import { MailRegular } from '@fluentui/react-icons/headless/svg/mail';
import { PersonRegular } from '@fluentui/react-icons/headless/svg/person';
import { Fragment } from 'react';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { matchesAny } from '../devices/important-devices.ts';
import { fullTarget } from './target.ts';
import styles from './target-label.module.css';
import { missingTarget, targetKind, whyNoTarget } from './words.ts';

const icons: Readonly<Record<string, typeof DesktopRegular>> = {
  Device: DesktopRegular,
  File: DocumentRegular,
  User: PersonRegular,
  Email: MailRegular,
};

/** The target in full, or that there is none, with the reason. Devices that Settings call important are marked. */
export function TargetLabel({ task, all }: { task: IncidentTask; all: readonly IncidentTask[] }) {
  const { text, name, onDevice, deviceId } = fullTarget(task, all);
  if (text === '') return <span title={whyNoTarget(task)}>{missingTarget(task)}</span>;
  const kind = targetKind(task) ?? '';
  const Icon = icons[kind];
  return (
    <span className={styles.target} title={deviceId === '' ? text : `${text} (device ID ${deviceId})`}>
      {Icon && (
        <span className={styles.icon}>
          <Icon aria-label={kind} />
        </span>
      )}
      <bdi>
        <ShortText text={text} />
      </bdi>
      <ImportantMark device={kind === 'Device' ? name : onDevice} />
    </span>
  );
}

/** Marks a device that Settings call important; nothing for all others. */
export function ImportantMark({ device }: { device: string }) {
  const [{ importantDevices }] = usePreferences();
  if (!matchesAny(device, importantDevices)) return null;
  return <span className={styles.important}>Important</span>;
}

/** A file goes by its hash, and a device may by an id: the ends tell it apart, and leave room for what is beside it. */
export function ShortText({ text }: { text: string }) {
  return text.split(' ').map((word, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text have no ids, and never move
    <Fragment key={place}>
      {place > 0 && ' '}
      {isId(word) ? (
        <>
          <span className={styles.start}>{word.slice(0, 8)}</span>
          <span className={styles.middle}>{word.slice(8, -4)}</span>
          {word.slice(-4)}
        </>
      ) : (
        word
      )}
    </Fragment>
  ));
}

/** True for a GUID, and for a hash of any usual length. */
function isId(word: string): boolean {
  return /^(?:[\da-f]{32,64}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.test(word);
}
