import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { ownStarts } from '../../actions/response-action/own-starts.ts';
import { taskNotes } from '../../actions/response-action/task-notes.ts';
import { isSendingTasks } from '../../actions/sending-tasks.ts';
import { actedTasks } from '../../actions/user-action/acted-tasks.ts';
import { useAccount } from '../../auth/session.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { incidentStatuses, severities } from '../../graph/incidents.ts';
import { showHidden } from '../../lib/visible-text.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { pollEvery, tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import { isListed } from '../../resources/incidents/desk.ts';
import { useIncidents } from '../../resources/incidents/use-incidents.ts';
import { groupTitle, incidentStatusText, severityText } from '../../resources/incidents/words.ts';
import { useHistory } from '../../run-panel/history/use-history.ts';
import { useRunKnowledge } from '../../run-panel/run-knowledge.ts';
import type { Sources } from '../../run-panel/sources.ts';
import type { Column } from '../../ui/data-grid/row-model.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import { useAsked } from '../../ui/list-page/use-asked.ts';
import { rowsOf, useList } from '../../ui/list-page/use-list.ts';
import type { DeskKnowledge } from './part.ts';
import type { IncidentsSearch } from './search.ts';

/** How often the desk refreshes while nothing is in progress, in ms: new incidents come without being asked for. */
const calmInterval = 90_000;

/** Every filter off. */
export const noFilters: IncidentsSearch = {
  q: undefined,
  show: undefined,
  severity: undefined,
  status: undefined,
};

/** The severity or status of an incident that has not been read. */
const notLoaded = 'notLoaded';

/** The incidents of the desk with their tasks, as the address asks for them. */
export function useDesk(
  { graph, journal, runner }: Sources,
  search: IncidentsSearch,
  change: (next: Partial<IncidentsSearch>) => void,
) {
  const { username, displayName } = useAccount();
  const ownNames = useMemo(() => [username, displayName], [username, displayName]);
  const isSending = useSyncExternalStore(runner.runs.subscribe, () => isSendingTasks(runner.runs.get()));
  const refreshEvery = isSending ? (false as const) : calmInterval;
  const tasksRead = useQuery({
    ...tasksQuery(graph, isSending),
    refetchInterval: ({ state }) =>
      state.status === 'success' && (pollEvery(state.data?.rows ?? [], isSending) || refreshEvery),
  });
  const read = rowsOf(tasksRead);
  const tasks = read.rows;
  const { query: incidentsQuery, known: incidents } = useIncidents(graph, read, refreshEvery);
  const known = useKnown({ journal, runner }, tasks);
  // Who refreshes the tasks wants to see their incidents as they are, too.
  const query = {
    ...tasksRead,
    isFetching: tasksRead.isFetching || incidentsQuery.isFetching,
    refetch: () => [tasksRead, incidentsQuery].map((each) => each.refetch()),
  };

  const { q, show, severity, status, sort } = search;
  const within = useMemo(
    () => ({
      text: show ?? '',
      passes: (group: TasksOfIncident) => show === 'all' || isListed(group, show ?? 'open', ownNames),
    }),
    [show, ownNames],
  );
  const columns = useMemo(
    (): readonly Column<TasksOfIncident>[] => [
      textColumn('title', groupTitle),
      textColumn('owner', ({ incident }) => showHidden(incident?.assignedTo ?? '')),
      textColumn('id', ({ incidentId }) => showHidden(incidentId)),
      textColumn('targets', (group) => group.tasks.map((task) => fullTarget(task, tasks).text).join(' ')),
    ],
    [tasks],
  );
  const list = useList(
    { ...read, rows: incidents.groups, query },
    useAsked({ q, show, severity, status, sort }, change, { filters, within, noFilters }),
    { name: 'incidents', noun: 'incident', columns, rowId: incidentIdOf, marksChanges: false },
  );
  return { query, list, tasks, incidents, incidentsQuery, known, ownNames, refreshEvery };
}

export type Desk = ReturnType<typeof useDesk>;

/**
 * What this browser's runs know of tasks, and of user actions in their place: the same object until that changes. The code of
 * user actions stays with this page: others that know of runs start without it.
 */
function useKnown(
  sources: Pick<Sources, 'journal' | 'runner'>,
  tasks: readonly IncidentTask[],
): DeskKnowledge {
  const { runs } = useHistory(sources);
  const known = useRunKnowledge(sources, tasks, runs);
  const text = useMemo(
    () => JSON.stringify([[...actedTasks(runs)], [...ownStarts(runs, tasks)], [...taskNotes(runs)]]),
    [runs, tasks],
  );
  return useMemo(() => {
    const [acted, starts, notes] = JSON.parse(text);
    return { ...known, acted: new Map(acted), ownStarts: new Map(starts), notes: new Map(notes) };
  }, [known, text]);
}

const incidentIdOf = ({ incidentId }: TasksOfIncident) => incidentId;

function textColumn(id: string, text: (group: TasksOfIncident) => string): Column<TasksOfIncident> {
  return { id, header: id, width: 0, text };
}

const filters: readonly Filter<TasksOfIncident, 'severity' | 'status'>[] = [
  {
    id: 'severity',
    label: 'Severity',
    known: [...severities.toReversed(), notLoaded],
    valuesOf: ({ incident }) => [incident?.severity ?? notLoaded],
    labelOf: (value) => (value === notLoaded ? 'Not loaded' : severityText({ severity: value })),
  },
  {
    id: 'status',
    label: 'Status',
    known: [...incidentStatuses, notLoaded],
    valuesOf: ({ incident }) => [incident?.status ?? notLoaded],
    labelOf: (value) => (value === notLoaded ? 'Not loaded' : incidentStatusText({ status: value })),
  },
];
