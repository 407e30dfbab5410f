import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { localZone } from '../../actions/driver-approval/local-time.ts';
import { isSendingTasks } from '../../actions/sending-tasks.ts';
import { useAccount } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import { deviceNamesIn, incidentsToName } from '../../resources/hand-over/device-names.ts';
import { handOver } from '../../resources/hand-over/hand-over.ts';
import { missingTexts, undatedAmong } from '../../resources/hand-over/missing.ts';
import { useHandOverNotes } from '../../resources/hand-over/use-notes.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { incidentDetailsQuery } from '../../resources/incidents/details/queries.ts';
import { unreadAmong } from '../../resources/incidents/of-tasks.ts';
import { useIncidents } from '../../resources/incidents/use-incidents.ts';
import { useHistory } from '../../run-panel/history/use-history.ts';
import { useRunKnowledge } from '../../run-panel/run-knowledge.ts';
import type { Sources } from '../../run-panel/sources.ts';
import { rowsOf } from '../../ui/list-page/use-list.ts';
import { useNow } from '../../ui/use-now.ts';
import { postedIn, seenIn } from './seen.ts';

const noTasks: readonly IncidentTask[] = [];

/**
 * The tasks with their incidents, and whether the first read of them goes on. What was shown once stays: a later read
 * takes away neither the field that a person types in nor the dialog that is open.
 */
export function useTasks({ graph, runner }: Pick<Sources, 'graph' | 'runner'>) {
  const isSending = useSyncExternalStore(runner.runs.subscribe, () => isSendingTasks(runner.runs.get()));
  const tasksRead = useQuery(tasksQuery(graph, isSending));
  const read = rowsOf(tasksRead);
  const { query: incidentsQuery, known } = useIncidents(graph, read);
  const query = {
    ...tasksRead,
    refetch: () => [tasksRead, incidentsQuery].map((each) => each.refetch()),
  };
  // Those with nothing left to do count, too: what changed in them is told.
  const unread = unreadAmong(
    known.groups.map(({ incidentId, incident }) => ({ incidentId, incident, isOpen: true })),
    known.gone,
  );
  const isReading = (tasksRead.isFetching && !read.isComplete) || (incidentsQuery.isFetching && unread > 0);
  const [wasShown, setShown] = useState(false);
  if (!wasShown && !isReading && tasksRead.data !== undefined) setShown(true);
  return { ...read, query, incidentsQuery, known, unread, isLoading: isReading && !wasShown };
}

/** The names of devices that the tasks name by an id alone; without the evidence, the ids stand. */
export function useDeviceNames(graph: Graph, tasks: readonly IncidentTask[]): ReadonlyMap<string, string> {
  const ids = useMemo(() => incidentsToName(tasks), [tasks]);
  const reads = useQueries({
    queries: ids.map((id) => ({
      ...incidentDetailsQuery(graph, id),
      // Names last: a run that changes an incident is no reason to read its alerts once more.
      enabled: ({ state }: { state: { data: unknown } }) => state.data === undefined,
    })),
  });
  // As text, so that the hand-over is made again only for other names.
  const text = JSON.stringify([
    ...deviceNamesIn(
      reads.flatMap(({ data }) => data ?? []),
      tasks,
    ),
  ]);
  return useMemo(() => new Map<string, string>(JSON.parse(text)), [text]);
}

/** The hand-over of the signed-in person as it is now, and their notes. @param since what changed from here on is told */
export function useHandOver(sources: Sources, sinceOf: (now: Instant) => Instant) {
  const tasks = useTasks(sources);
  const { rows, isComplete, setAside, query, known, unread, isLoading } = tasks;
  const { query: historyRead, runs } = useHistory(sources);
  const deviceNames = useDeviceNames(sources.graph, isComplete ? rows : noTasks);
  const knowledge = useRunKnowledge(sources, rows, runs);
  const notes = useHandOverNotes(useAccount());
  const now = useNow();
  const since = sinceOf(now);
  const seen = useMemo(() => seenIn(runs, since, new Set(rows.map(({ id }) => id))), [runs, since, rows]);
  const posted = useMemo(() => postedIn(runs, since), [runs, since]);
  const oldFrom = query.error && query.data ? query.dataUpdatedAt : undefined;
  const isHistoryRead = historyRead.error === null;
  const given = useMemo(
    () =>
      handOver({
        tasks: rows,
        incidents: known.byId,
        known: knowledge,
        seen,
        deviceNames,
        notes: notes.all,
        missing: missingTexts({
          tasks: rows.length,
          isWhole: isComplete,
          setAside: setAside?.length ?? 0,
          undated: undatedAmong(rows),
          oldFrom,
          unreadIncidents: unread,
          isHistoryRead,
        }),
        since,
        now,
        timeZone: localZone(),
      }),
    [
      rows,
      known,
      unread,
      knowledge,
      seen,
      deviceNames,
      notes,
      isComplete,
      setAside,
      oldFrom,
      isHistoryRead,
      since,
      now,
    ],
  );
  return { ...tasks, given, notes, posted, isLoading: isLoading || historyRead.isPending };
}
