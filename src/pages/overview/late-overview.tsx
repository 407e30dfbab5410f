import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { responseAction } from '../../actions/response-action/action.ts';
import { useAccount } from '../../auth/session.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import { useFleet } from '../../resources/driver-profiles/use-fleet.ts';
import { incidentIdsOf, tasksByIncident } from '../../resources/incident-tasks/by-incident.ts';
import { progressOf } from '../../resources/incident-tasks/progress.ts';
import { hasFailed, isClosed } from '../../resources/incident-tasks/states.ts';
import { incidentsOfTasksQuery } from '../../resources/incidents/queries.ts';
import { useHistory } from '../../run-panel/history/use-history.ts';
import { RunMarks, useMarks } from '../../run-panel/run-marks.tsx';
import { countTasks, needingAttention, type TaskCounts } from '../../run-panel/task-counts.ts';
import { useTaskTimes } from '../../run-panel/task-past.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { areasOf } from './areas.ts';
import { daysAhead } from './driver-tiles.tsx';
import { daysFrom, missingOf, reviewLoads, syncProblems } from './fleet-facts.ts';
import { failedTile, resultsTile } from './late-tiles.ts';
import { Panels } from './panels.tsx';
import { stateOfRead } from './read-state.ts';
import { incidentLoads, withoutRuns } from './task-facts.ts';
import { taskTile, whyNoTasks } from './task-tiles.ts';
import { Tile } from './tiles.tsx';
import { useMergedFleet } from './use-merged-fleet.ts';
import { useTasks } from './use-tasks.ts';

const route = getRouteApi('/');
const none: ReadonlyMap<string, Incident> = new Map();

/** The numbers that take what this browser's history knows. */
export function LateTiles() {
  const { runner } = route.useRouteContext();
  return (
    <RunMarks runner={runner}>
      <NumbersOfRuns />
    </RunMarks>
  );
}

function NumbersOfRuns() {
  const areas = useAreas();
  const { counts, state, read } = useIncidents(areas.incidents, useNow());
  const { attention } = useHistory(route.useRouteContext()).around.results;
  const needing = needingAttention(counts);
  return (
    <>
      {areas.incidents && (
        <Tile
          {...taskTile(read)}
          count={state ? null : counts.notStarted}
          second={state ?? `of ${countOf(read.rows.length, 'task')}${unknownToo(counts)}`}
        />
      )}
      {areas.incidents && (
        <Tile
          {...failedTile}
          count={state ? null : counts.failed + counts.partiallyCompleted + counts.stuck}
          second={
            state ?? (needing.length === 0 ? 'response actions' : needing.map(({ text }) => text).join(' · '))
          }
          why={whyNoTasks(state)}
          link={{
            to: '/incident-tasks',
            search: {
              actionStatus: ['failed', 'partiallyCompleted', 'stuck'],
              status: ['open', 'inProgress', 'failed'],
            },
          }}
        />
      )}
      <Tile
        {...resultsTile}
        count={attention}
        second={attention === 0 ? 'nothing is open' : 'in this browser’s history'}
        link={{ to: '/history' }}
      />
    </>
  );
}

function unknownToo({ unknown }: TaskCounts): string {
  return unknown === 0 ? '' : `, ${formatCount(unknown)} unknown`;
}

/** The parts of the overview below its numbers. */
export function LatePanels() {
  const { runner } = route.useRouteContext();
  return (
    <RunMarks runner={runner}>
      <AllPanels />
    </RunMarks>
  );
}

function AllPanels() {
  const context = route.useRouteContext();
  const now = useNow();
  const areas = useAreas();
  const drivers = useFleet(context.graph, areas.drivers);
  const missing = missingOf(drivers.fleet);
  const merged = useMergedFleet(drivers.fleet, drivers.profiles.data !== undefined && missing.loading === 0);
  const incidents = useIncidents(areas.incidents, now);
  const { runs, around } = useHistory(context);
  const openRuns = runs.flatMap((run) => {
    const needing = around.results.needing.get(run.id) ?? 0;
    return needing > 0 ? { run, needing } : [];
  });
  return (
    <Panels
      drivers={
        areas.drivers && drivers.profiles.data
          ? {
              fleet: drivers.fleet,
              merged,
              loads: reviewLoads(drivers.fleet),
              syncProblems: syncProblems(drivers.rows, now),
              days: daysFrom(now, daysAhead),
              missing,
            }
          : undefined
      }
      incidents={
        areas.incidents && !incidents.state
          ? { ...incidents, open: withoutRuns(incidents.open, openRuns) }
          : undefined
      }
      unread={[
        ...(areas.incidents && incidents.state
          ? [{ name: 'response actions', isLoading: incidents.isPending }]
          : []),
        ...(areas.drivers && !drivers.profiles.data
          ? [{ name: 'syncs', isLoading: drivers.profiles.isPending }]
          : []),
      ]}
      openRuns={openRuns}
      runs={runs}
      sources={context}
      now={now}
    />
  );
}

function useAreas() {
  const { session } = route.useRouteContext();
  return areasOf(useAccount().roles, session.hasDefender);
}

function useIncidents(isWanted: boolean, now: number) {
  const { graph, journal, runner } = route.useRouteContext();
  const read = useTasks(graph, isWanted);
  const { query, rows } = read;
  const ids = useMemo(() => incidentIdsOf(rows), [rows]);
  const isComplete = query.data?.isComplete === true;
  const incidents = useQuery(incidentsOfTasksQuery(graph, isComplete ? ids : []));
  const byId = incidents.data?.byId ?? none;
  const times = useTaskTimes({ journal, runner }, rows);
  const marks = useMarks(responseAction);
  const { loads, counts } = useMemo(() => {
    const count = (tasks: readonly IncidentTask[]) =>
      countTasks(tasks, marks, (task) => progressOf(task, times, now));
    return { loads: incidentLoads(rows, byId, count, now), counts: count(rows) };
  }, [rows, byId, marks, times, now]);
  const groups = useMemo(() => tasksByIncident(rows, byId), [rows, byId]);
  const open = rows.flatMap((task) => {
    const progress = progressOf(task, times, now);
    if (isClosed(task)) return [];
    if (progress?.isStuck) return { task, progress };
    return hasFailed(task) ? { task, progress: undefined } : [];
  });
  return {
    read,
    loads,
    groups,
    open,
    counts,
    tasks: rows.length,
    setAside: query.data?.setAside.length ?? 0,
    isComing: incidents.isFetching && incidents.data?.isComplete !== true,
    isPending: query.isPending,
    /** As `stateOfRead` gives it. */
    state: stateOfRead(query),
  };
}
