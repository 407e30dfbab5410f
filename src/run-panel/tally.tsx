import { ErrorCircleFilled } from '@fluentui/react-icons/headless/svg/error-circle';
import type { ReactNode } from 'react';
import { isFailure } from '../runs/model/attention.ts';
import type { RolledUp } from '../runs/model/rolled-up.ts';
import styles from './tally.module.css';

/** Text that counts results: in red, with an icon, where one of them failed or is stuck. */
export function Tally({
  entries,
  children,
}: {
  entries: readonly Pick<RolledUp, 'run' | 'item'>[];
  children: ReactNode;
}) {
  if (!entries.some(isFailure)) return children;
  return (
    <span className={styles.failed}>
      <span className={styles.icon}>
        <ErrorCircleFilled />
      </span>
      {children}
    </span>
  );
}
