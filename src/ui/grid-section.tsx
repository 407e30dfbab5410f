import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Problem } from '../lib/problem.ts';
import { showHidden } from '../lib/visible-text.ts';
import { countOf } from './format.ts';
import styles from './grid-section.module.css';
import { ProblemBanner } from './problem-banner.tsx';

/** A row that couldn't be read: its ID, if it has one, and the reason. */
interface SetAside {
  readonly id: string | undefined;
  readonly reason: string;
}

/**
 * Where a list stands: rows that were set aside, the grid, and below it the problem of a refresh that failed. The rows of
 * the last complete load stay where they are.
 */
export function GridSection({
  problem,
  setAside = [],
  onRetry,
  isEmpty,
  children,
}: {
  problem: Problem | undefined;
  setAside?: readonly SetAside[] | undefined;
  onRetry: () => void;
  isEmpty: boolean;
  children: ReactNode;
}) {
  const banner = problem && (
    <ProblemBanner problem={problem} actions={<Button onClick={onRetry}>Try again</Button>} />
  );
  return (
    <div className={styles.section}>
      {isEmpty && banner}
      {setAside.length > 0 && (
        <details className={styles.aside}>
          <summary>
            {countOf(setAside.length, 'row')} couldn’t be read and{' '}
            {setAside.length === 1 ? 'isn’t' : 'aren’t'} shown below
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
          <ul aria-label="Rows that couldn’t be read" tabIndex={0}>
            {setAside.map(({ id, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: broken rows may share an id or have none, and never move
              <li key={index}>
                <code>
                  <bdi>{showHidden(id ?? 'no id')}</bdi>
                </code>
                : <bdi>{showHidden(reason)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      {!(problem && isEmpty) && <div className={styles.grid}>{children}</div>}
      {/* Above the rows, the banner would push them away from under the pointer. */}
      {!isEmpty && banner}
    </div>
  );
}
