import { getRouteApi } from '@tanstack/react-router';
import { memo, useMemo } from 'react';
import { RefusalsProvider } from '../../dialogs/tasks/why-not.tsx';
import { StagingBar } from '../../plan/staging-bar/staging-bar.tsx';
import { TaskTimesProvider } from '../../resources/incident-tasks/task-progress.tsx';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import type { Sources } from '../../run-panel/sources.ts';
import { useTaskRefusals } from '../../run-panel/task-past.ts';
import { useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import styles from './incidents-page.module.css';
import { ListAndIncident } from './list-and-incident.tsx';
import type { IncidentsSearch } from './search.ts';
import { useDesk } from './use-desk.ts';

const route = getRouteApi('/incidents');

/** The desk of an analyst: incidents with tasks, the tasks of one of them, and what is known around it. */
export function IncidentsPage() {
  const { graph, journal, runner, session } = route.useRouteContext();
  const sources = useMemo(() => ({ graph, journal, runner }), [graph, journal, runner]);
  if (!session.hasDefender) return <NoDefender cloud={session.cloud} />;
  return (
    <RunMarks runner={runner}>
      <Incidents sources={sources} />
    </RunMarks>
  );
}

/** Drawn again for what was read or is asked, not for each incident that a key opens. */
const Incidents = memo(function Incidents({ sources }: { sources: Sources }) {
  const search = route.useSearch();
  const change = useChangeSearch<IncidentsSearch>();
  const desk = useDesk(sources, search, change);
  const refusals = useTaskRefusals(sources, desk.tasks);
  return (
    <TaskTimesProvider times={desk.known}>
      <RefusalsProvider refusals={refusals}>
        <div className={styles.page}>
          <ListAndIncident desk={desk} sources={sources} search={search} onChange={change} />
          <StagingBar />
        </div>
      </RefusalsProvider>
    </TaskTimesProvider>
  );
});

/** The page in a cloud without Defender incident tasks. */
function NoDefender({ cloud }: { cloud: string }) {
  return (
    <Page title="Incidents">
      <EmptyState title="No incidents in this cloud">
        <p>
          Microsoft doesn’t offer Defender XDR incident tasks in <code>{cloud}</code>, the cloud that this
          Actiondesk is set up for. Driver pages aren’t affected.
        </p>
      </EmptyState>
    </Page>
  );
}
