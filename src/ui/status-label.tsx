import type { FluentIcon } from '@fluentui/react-icons/svg';
import type { ReactNode } from 'react';
import { showHidden } from '../lib/visible-text.ts';
import styles from './status-label.module.css';

/** `unknown` is neither success nor failure, so it has a separate tone. */
export type Tone = 'neutral' | 'brand' | 'success' | 'warning' | 'danger' | 'unknown';

/** The mark of a state, beside the words for it. */
export function StatusIcon({ icon: Icon, tone }: { icon: FluentIcon; tone: Tone }) {
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <span className={styles.icon}>
        <Icon />
      </span>
    </span>
  );
}

/** A state as icon and text; the tone only repeats what both say. */
export function StatusLabel({
  icon: Icon,
  tone,
  text,
  hint,
}: {
  icon?: FluentIcon | undefined;
  tone: Tone;
  text: ReactNode;
  hint?: string | undefined;
}) {
  return (
    <span className={`${styles.label} ${styles[tone]}`} title={hint}>
      {Icon && (
        <span className={styles.icon}>
          <Icon />
        </span>
      )}
      <span>{text}</span>
    </span>
  );
}

/** An enum member that this version doesn't recognize, as it came. */
export function RawLabel({ member }: { member: string }) {
  return (
    <span
      className={`${styles.label} ${styles.neutral}`}
      title="Not recognized by this version of Actiondesk"
    >
      <code>
        <bdi>{showHidden(member)}</bdi>
      </code>
    </span>
  );
}
