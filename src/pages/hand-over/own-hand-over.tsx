import { getRouteApi } from '@tanstack/react-router';
import { useAccount } from '../../auth/session.ts';
import { countKinds, type HandOver } from '../../resources/hand-over/hand-over.ts';
import { countOf } from '../../ui/format.ts';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useNow } from '../../ui/use-now.ts';
import { BeforeYouHandOver } from './before-you-hand-over.tsx';
import { HandOverCommands } from './hand-over-commands.tsx';
import styles from './hand-over-page.module.css';
import { IncidentSection } from './incident-section.tsx';
import { LoadingDocument } from './loading-document.tsx';
import { PrintedHandOver } from './printed-hand-over.tsx';
import type { HandOverSearch } from './search.ts';
import { readSince, signedInAt } from './since.ts';
import { SinceRow } from './since-row.tsx';
import { type Sources, useHandOver } from './use-hand-over.ts';

const route = getRouteApi('/hand-over');

/** The hand-over of the signed-in person. */
export function OwnHandOver({ sources }: { sources: Sources }) {
  const search = route.useSearch();
  const change = useChangeSearch<HandOverSearch>();
  const since = readSince(search.since, useNow(), signedInAt());
  const { query, setAside, given, notes, isLoading } = useHandOver(
    sources,
    (now) => readSince(search.since, now, signedInAt()).instant,
  );
  const { displayName, username } = useAccount();
  const by = `${displayName} (${username})`;
  const hasRead = query.data !== undefined && !isLoading;
  const why = hasRead ? (given.incidents.length === 0 ? 'Nothing to hand over' : undefined) : 'Still loading';
  return (
    <Page
      title="Hand-over"
      facts={<ReadFacts query={query} facts={hasRead ? factsOf(given) : []} />}
      commands={
        <HandOverCommands
          given={given}
          by={by}
          disabled={query.error && !query.data ? 'The tasks haven’t loaded' : why}
          runner={sources.runner}
        />
      }
    >
      <SinceRow since={since} onChange={(next) => change({ since: next })} />
      <QueryState query={query} setAside={setAside} loading={<LoadingDocument />}>
        {!hasRead && !query.isPending && <LoadingDocument />}
        {hasRead && given.incidents.length === 0 && <NothingToHandOver missing={given.missing} />}
        {hasRead && given.incidents.length > 0 && (
          <div className={styles.body}>
            <div className={styles.document}>
              {given.incidents.map((incident) => (
                <IncidentSection key={incident.group.incidentId} incident={incident} notes={notes} />
              ))}
            </div>
            <BeforeYouHandOver given={given} />
          </div>
        )}
      </QueryState>
      <PrintedHandOver given={given} by={by} />
    </Page>
  );
}

function factsOf(given: HandOver): readonly string[] {
  const { failed, stuck, unknown, running, open, changed } = countKinds(given);
  const left = failed + stuck + unknown + running + open;
  return [
    countOf(given.incidents.length, 'incident'),
    `${countOf(left, 'task')} left`,
    `${countOf(changed, 'task')} changed and over`,
  ];
}

function NothingToHandOver({ missing }: { missing: readonly string[] }) {
  return (
    <EmptyState title="Nothing to hand over">
      <p>No task is open, and nothing changed since then. Choose an earlier time to tell more.</p>
      {missing.map((text) => (
        <p key={text}>Not complete: {text}</p>
      ))}
    </EmptyState>
  );
}
