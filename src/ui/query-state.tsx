import type { ReactNode } from 'react';
import { toProblem } from '../lib/problem.ts';
import { showHidden } from '../lib/visible-text.ts';
import { Button } from './button.tsx';
import { countOf } from './format.ts';
import { OldDataProblem } from './old-data-problem.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import styles from './query-state.module.css';
import { Age } from './time.tsx';

/** A read, as far as its state is shown: what `useQuery` returns. */
export interface Read<Data = unknown> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly dataUpdatedAt: number;
  refetch(): unknown;
}

/** A row that couldn't be read: its ID, if it has one, and the reason. */
export interface SetAside {
  readonly id: string | undefined;
  readonly reason: string;
}

/**
 * Where a read stands, around what it shows: that it is loading, why it failed or was forbidden and how to try again, and
 * which rows were set aside. What was read before stays where it is when a refresh fails, with one line about that.
 *
 * @param props.isEmpty a failure leaves nothing to show; without data when absent
 * @param props.loading stands in place of what has not been read yet
 * @param props.context what is read, where the place does not say it: "Incident 29723"
 */
export function QueryState({
  query,
  isEmpty = query.data === undefined,
  setAside = [],
  loading,
  context,
  children,
}: {
  query: Read;
  isEmpty?: boolean;
  setAside?: readonly SetAside[] | undefined;
  loading?: ReactNode;
  context?: string;
  children?: ReactNode;
}) {
  const problem = query.error ? toProblem(query.error) : undefined;
  const again = () => void query.refetch();
  return (
    <>
      {query.isPending && loading}
      {isEmpty && problem && (
        <ProblemBanner
          problem={problem}
          context={context}
          actions={<Button onClick={again}>Try again</Button>}
        />
      )}
      <RowsSetAside rows={setAside} />
      {!(isEmpty && problem) && children}
      {/* Above the rows, the line would push them away from under the pointer. */}
      {!isEmpty && problem && <OldDataProblem problem={problem} context={context} onTryAgain={again} />}
    </>
  );
}

function RowsSetAside({ rows }: { rows: readonly SetAside[] }) {
  if (rows.length === 0) return null;
  return (
    <details className={styles.aside}>
      <summary>
        {countOf(rows.length, 'row')} couldn’t be read and {rows.length === 1 ? 'isn’t' : 'aren’t'} shown
        below
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
      <ul aria-label="Rows that couldn’t be read" tabIndex={0}>
        {rows.map(({ id, reason }, index) => (
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
  );
}

/** Rows that come page by page. */
export interface RowsRead<Row = unknown> {
  readonly rows: readonly Row[];
  readonly isComplete: boolean;
  readonly setAside: readonly SetAside[];
}

/**
 * How old rows are, in one line: "Loading…", "Updated 3 minutes ago", and whether pages are missing.
 *
 * @param props.children the button that refreshes them: it stays beside their age
 */
export function Freshness({ query, children }: { query: Read<RowsRead>; children?: ReactNode }) {
  const { data, isFetching, dataUpdatedAt } = query;
  return (
    <>
      {data && !data.isComplete && !isFetching && (
        <strong>Incomplete: loading stopped after {countOf(data.rows.length, 'row')}</strong>
      )}
      <span className={styles.fresh}>
        <span className={styles.age}>
          {isFetching && (data?.isComplete ? 'Refreshing…' : 'Loading…')}
          {!isFetching && dataUpdatedAt === 0 && 'Not loaded'}
          {!isFetching && dataUpdatedAt > 0 && (
            <>
              Updated <Age instant={dataUpdatedAt} />
            </>
          )}
        </span>
        {children}
      </span>
    </>
  );
}
