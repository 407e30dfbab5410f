import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import type { ReactNode } from 'react';
import { Freshness, type Read, type RowsRead } from '../query-state.tsx';

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
