import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouteContext, useRouter } from '@tanstack/react-router';
import { useContext, useMemo } from 'react';
import { useAccount } from '../../auth/session.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { areasOf } from '../../pages/overview/areas.ts';
import { deviceTruths } from '../../resources/devices/device-truth.ts';
import { loadedDevices } from '../../resources/devices/queries.ts';
import { loadedDrivers, profilesQuery } from '../../resources/driver-profiles/queries.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { loadedIncidents } from '../../resources/incidents/queries.ts';
import { useHistory } from '../../run-panel/history/use-history.ts';
import { useRunKnowledge } from '../../run-panel/run-knowledge.ts';
import { Commands } from '../../ui/commands.ts';
import { useNow } from '../../ui/use-now.ts';
import { type ShellActions, useAppEntries } from './app-entries.ts';
import { deviceEntries } from './device-entries.ts';
import type { Entry } from './entry.ts';
import {
  commandEntries,
  incidentEntries,
  pageEntries,
  profileEntries,
  runEntries,
  taskEntries,
} from './things.ts';
import { useViewEntries } from './view-entries.ts';

const noProfiles: readonly DriverProfile[] = [];
const noTasks: readonly IncidentTask[] = [];

interface Found {
  readonly entries: readonly Entry[];
  /** "Incident tasks": lists that are not there yet, so that nothing of theirs is found. */
  readonly unread: readonly string[];
}

/**
 * Everything that the palette finds: pages, their saved views and commands, and what is loaded. Of the lists, those of
 * profiles and tasks are read when it opens, and devices are those of tasks; drivers and incidents are found as far as pages have read them.
 */
export function useEntries(actions: ShellActions): Found {
  const { graph, journal, runner, session } = useRouteContext({ from: '__root__' });
  const { navigate } = useRouter();
  const queryClient = useQueryClient();
  const commands = useContext(Commands);
  const { roles } = useAccount();
  const areas = areasOf(roles, session.hasDefender);
  // A list that is there is good enough to find something in.
  const lazily = { refetchOnMount: false, refetchInterval: false } as const;
  const ofDrivers = useQuery({ ...profilesQuery(graph), ...lazily, enabled: areas.drivers });
  // How devices stand is told of now.
  const ofIncidents = useQuery({ ...tasksQuery(graph), refetchInterval: false, enabled: areas.incidents });
  const profiles = ofDrivers.data?.rows ?? noProfiles;
  const tasks = ofIncidents.data?.rows ?? noTasks;
  const { runs } = useHistory({ journal, runner });
  const app = useAppEntries(actions);
  const toViews = useViewEntries();

  // The page stands still below the palette: its commands are those of its last render.
  const ofPage = useMemo(() => commandEntries(commands?.all() ?? []), [commands]);
  const toPages = useMemo(() => pageEntries(navigate), [navigate]);
  const toDrivers = useMemo(
    () => profileEntries(navigate, profiles, loadedDrivers(queryClient)),
    [navigate, profiles, queryClient],
  );
  const toIncidents = useMemo(
    () => incidentEntries(navigate, loadedIncidents(queryClient), tasks),
    [navigate, queryClient, tasks],
  );
  const known = useRunKnowledge({ journal, runner }, tasks, runs);
  const now = useNow();
  const isWhole = ofIncidents.data?.isComplete === true;
  const hasGaps = ofIncidents.data !== undefined && ofIncidents.data.setAside.length > 0;
  // A task that is still to come may have isolated the device.
  const toDevices = useMemo(
    () =>
      isWhole
        ? deviceEntries(navigate, deviceTruths(tasks, loadedDevices(queryClient), known, now), now, hasGaps)
        : [],
    [isWhole, hasGaps, navigate, tasks, queryClient, known, now],
  );
  const toTasks = useMemo(() => taskEntries(navigate, tasks), [navigate, tasks]);
  const toRuns = useMemo(() => runEntries(navigate, runs), [navigate, runs]);
  const entries = useMemo(
    () => [ofPage, toPages, toViews, toDrivers, toDevices, toIncidents, toTasks, toRuns, app].flat(),
    [ofPage, toPages, toViews, toDrivers, toDevices, toIncidents, toTasks, toRuns, app],
  );
  const unread = [
    ...(areas.drivers && !ofDrivers.data ? ['Driver profiles'] : []),
    ...(areas.incidents && !isWhole ? ['Tasks'] : []),
  ];
  return { entries, unread };
}
