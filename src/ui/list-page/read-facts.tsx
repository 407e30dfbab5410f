import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Freshness, type Read, type RowsRead } from '../query-state.tsx';
import styles from './read-facts.module.css';

/** One line under a title: counts, how old they are, and the button that refreshes them. */
export function ReadFacts({
  query,
  facts,
  children,
}: {
  query: Read<RowsRead>;
  facts: readonly string[];
  children?: ReactNode;
}) {
  return (
    <>
      {query.data && facts.map((fact) => <bdi key={fact}>{fact}</bdi>)}
      {children}
      <Freshness query={query} />
      <Button
        appearance="transparent"
        size="small"
        className={styles.refresh}
        disabledFocusable={query.isFetching}
        onClick={() => void query.refetch()}
      >
        Refresh
      </Button>
    </>
  );
}
