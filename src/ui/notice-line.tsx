import { ChevronDownRegular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/headless/svg/chevron-right';
import type { FluentIcon } from '@fluentui/react-icons/svg';
import { type ReactNode, useId, useState } from 'react';
import { formatCount } from './format.ts';
import styles from './notice-line.module.css';
import type { Tone } from './status-label.tsx';

/**
 * One line that says what happened to how many, and what to do. Where there is more to say, the line opens.
 *
 * @param props.title names the line for its button
 * @param props.shown the title as it is drawn, where it holds more than the name
 * @param props.text follows the title; cut where the line ends, so that the details must say it again
 * @param props.end commands at the end of the line
 */
export function NoticeLine({
  icon: Icon,
  tone,
  count,
  title,
  shown = title,
  text,
  details,
  end,
}: {
  icon: FluentIcon;
  tone: Tone;
  count?: number | undefined;
  title: string;
  shown?: ReactNode;
  text?: ReactNode;
  details?: (() => ReactNode) | undefined;
  end?: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className={styles.line}>
        {details && (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={`Details: ${title}`}
            onClick={() => setOpen(!isOpen)}
          >
            <span className={isOpen ? styles.chevron : `${styles.chevron} ${styles.closed}`}>
              {isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
            </span>
          </button>
        )}
        <span className={`${styles.icon} ${styles[tone]}`}>
          <Icon />
        </span>
        {count !== undefined && count > 0 && <strong className={styles.count}>{formatCount(count)}</strong>}
        <span className={styles.text}>
          <strong>{shown}</strong> {text}
        </span>
        <span className={styles.end}>{end}</span>
      </div>
      {isOpen && (
        <div id={id} className={styles.details}>
          {details?.()}
        </div>
      )}
    </>
  );
}
