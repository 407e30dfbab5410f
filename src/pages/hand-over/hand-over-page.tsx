import { getRouteApi } from '@tanstack/react-router';
import { EmptyState, Page } from '../../ui/page.tsx';
import { OwnHandOver } from './own-hand-over.tsx';
import { ReceivedHandOver } from './received-hand-over.tsx';
import { useReceived } from './use-received.ts';

const route = getRouteApi('/hand-over');

/** What the next shift must know: a person's own hand-over, or the one that a link has brought. */
export function HandOverPage() {
  const { session, graph, journal, runner } = route.useRouteContext();
  const received = useReceived();
  if (!session.hasDefender) return <NoDefender cloud={session.cloud} />;
  const sources = { graph, journal, runner };
  return received ? (
    <ReceivedHandOver received={received} sources={sources} />
  ) : (
    <OwnHandOver sources={sources} />
  );
}

function NoDefender({ cloud }: { cloud: string }) {
  return (
    <Page title="Hand-over">
      <EmptyState title="No incident tasks in this cloud">
        <p>
          A hand-over tells how incident tasks stand. Microsoft doesn’t offer them in <code>{cloud}</code>,
          the cloud that this Actiondesk is set up for.
        </p>
      </EmptyState>
    </Page>
  );
}
