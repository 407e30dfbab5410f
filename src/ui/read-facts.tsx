import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { ReactNode } from 'react';
import { countOf } from './format.ts';
import styles from './read-facts.module.css';
import { Age } from './time.tsx';

/** The part of a query that this line needs. */
interface Read {
  readonly data: { readonly rows: readonly unknown[]; readonly isComplete: boolean } | undefined;
  readonly dataUpdatedAt: number;
  readonly isFetching: boolean;
  refetch(): unknown;
}

/** One line under a title: counts, how old they are, and the button that refreshes them. */
export function ReadFacts({
  query,
  facts,
  children,
}: {
  query: Read;
  facts: readonly string[] | undefined;
  children?: ReactNode;
}) {
  return (
    <>
      {facts?.map((fact) => (
        <bdi key={fact}>{fact}</bdi>
      ))}
      {children}
      {query.data && !query.data.isComplete && !query.isFetching && (
        <strong>Incomplete: loading stopped after {countOf(query.data.rows.length, 'row')}</strong>
      )}
      <span className={styles.age}>
        {query.isFetching ? (
          query.data?.isComplete ? (
            'Refreshing…'
          ) : (
            'Loading…'
          )
        ) : query.dataUpdatedAt > 0 ? (
          <>
            Updated <Age instant={query.dataUpdatedAt} />
          </>
        ) : (
          'Not loaded'
        )}
      </span>
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={query.isFetching}
        onClick={() => void query.refetch()}
      >
        Refresh
      </Button>
    </>
  );
}
