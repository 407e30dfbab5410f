import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { incidentComment } from '../../actions/incident-comment/action.ts';
import { useAccount } from '../../auth/session.ts';
import { readSince, signedInAt } from '../../dialogs/hand-over/since.ts';
import { useHandOver } from '../../dialogs/hand-over/use-hand-over.ts';
import { type IncidentDraft, readIncidentDraft } from '../../dialogs/incidents/incident-draft.ts';
import { StagingBar } from '../../plan/staging-bar/staging-bar.tsx';
import { countKinds, type HandOver } from '../../resources/hand-over/hand-over.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import type { Sources } from '../../run-panel/sources.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useKeptState } from '../../ui/use-kept-state.ts';
import { BeforeYouHandOver } from './before-you-hand-over.tsx';
import { handOverComments } from './comments.ts';
import { HandOverCommands } from './hand-over-commands.tsx';
import styles from './hand-over-page.module.css';
import { IncidentSection } from './incident-section.tsx';
import { LoadingDocument } from './loading-document.tsx';
import { PrintedHandOver } from './printed-hand-over.tsx';
import type { HandOverSearch } from './search.ts';
import { SinceRow } from './since-row.tsx';

const IncidentDialogs = lazy(async () => ({
  default: (await import('../../dialogs/incidents/incident-dialogs.tsx')).IncidentDialogs,
}));

const route = getRouteApi('/hand-over');

/** The hand-over of the signed-in person. */
export function OwnHandOver({ sources }: { sources: Sources }) {
  return (
    <RunMarks runner={sources.runner}>
      <Own sources={sources} />
    </RunMarks>
  );
}

function Own({ sources }: { sources: Sources }) {
  const search = route.useSearch();
  const change = useChangeSearch<HandOverSearch>();
  const sinceAt = (now: number) => readSince(search.since, now, signedInAt());
  const read = useHandOver(sources, (now) => sinceAt(now).instant);
  const { query, incidentsQuery, setAside, given, notes, posted, known, isLoading } = read;
  const { displayName, username } = useAccount();
  const [draft, setDraft] = useKeptState<IncidentDraft | null>(
    'action.hand-over',
    null,
    (value) => value,
    readIncidentDraft,
  );
  const [told, setTold] = useState({ text: '', leavesNotes: false });
  const by = `${displayName} (${username})`;
  const hasRead = query.data !== undefined && !isLoading;
  const { incidents, now, missing } = given;
  const close = () => setDraft(null);
  const post = () => setDraft(handOverComments(given, by, posted));
  return (
    <Page
      title="Hand-over"
      facts={<ReadFacts query={query} facts={hasRead ? factsOf(given) : []} />}
      commands={
        <>
          <HandOverCommands
            given={given}
            by={by}
            disabled={
              hasRead
                ? incidents.length === 0
                  ? 'Nothing to hand over'
                  : undefined
                : query.error
                  ? 'The tasks haven’t loaded'
                  : 'Still loading'
            }
            onTold={(text, leavesNotes = false) => setTold({ text, leavesNotes })}
            onPost={post}
          />
          <RoleNote runner={sources.runner} action={incidentComment} />
          {draft && hasRead && (
            <PartBoundary name="The dialog">
              <Suspense fallback={null}>
                <IncidentDialogs
                  draft={draft}
                  onDraftChange={setDraft}
                  incidents={incidents.flatMap(({ group }) => known.byId.get(group.incidentId) ?? [])}
                  loadedAt={known.readAt}
                  runner={sources.runner}
                  onStarted={close}
                  onClose={close}
                />
              </Suspense>
            </PartBoundary>
          )}
        </>
      }
    >
      <div className={styles.controls}>
        <SinceRow since={sinceAt(now)} onChange={(since) => change({ since })} />
        <div className={styles.told}>
          <p role="status">{told.text}</p>
          {told.leavesNotes && hasRead && (
            <Button size="small" onClick={post}>
              Post next steps as comments…
            </Button>
          )}
        </div>
      </div>
      <QueryState query={query} setAside={setAside} loading={<LoadingDocument />}>
        {!hasRead && !query.isPending && <LoadingDocument />}
        {hasRead && incidents.length === 0 && <NothingToHandOver missing={missing} />}
        {hasRead && incidents.length > 0 && (
          <div className={styles.body}>
            <div className={styles.document}>
              {incidents.map((incident) => (
                <IncidentSection
                  key={incident.group.incidentId}
                  incident={incident}
                  notes={notes}
                  now={now}
                />
              ))}
            </div>
            <BeforeYouHandOver given={given} />
          </div>
        )}
        {/* One lost connection is told once, by the tasks. */}
        <QueryState
          query={query.error ? { ...incidentsQuery, error: null } : incidentsQuery}
          isEmpty={false}
          context="Titles and owners of incidents"
        />
      </QueryState>
      <StagingBar />
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
    `${formatCount(changed)} done or closed`,
  ];
}

function NothingToHandOver({ missing }: { missing: readonly string[] }) {
  return (
    <EmptyState title="Nothing to hand over">
      <p>No task is open, and nothing changed since then. An earlier time may tell more.</p>
      {missing.map((text) => (
        <p key={text}>Not complete: {text}</p>
      ))}
    </EmptyState>
  );
}
