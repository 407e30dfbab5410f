import type { ReactNode } from 'react';
import { Freshness, type Read, type RowsRead } from '../query-state.tsx';
import { RefreshButton } from '../refresh-button.tsx';

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
      {query.data &&
        facts.map((fact) => (
          // The direction of the text within is not that of the line.
          <span key={fact}>
            <bdi>{fact}</bdi>
          </span>
        ))}
      {children}
      <Freshness query={query}>
        <RefreshButton isBusy={query.isFetching} onRefresh={() => void query.refetch()} />
      </Freshness>
    </>
  );
}
