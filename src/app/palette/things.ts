import { AppsListRegular } from '@fluentui/react-icons/headless/svg/apps-list';
import { DeveloperBoardRegular } from '@fluentui/react-icons/headless/svg/developer-board';
import { HistoryRegular } from '@fluentui/react-icons/headless/svg/history';
import { SearchRegular } from '@fluentui/react-icons/headless/svg/search';
import { ShieldErrorRegular } from '@fluentui/react-icons/headless/svg/shield-error';
import { ShieldTaskRegular } from '@fluentui/react-icons/headless/svg/shield-task';
import type { RegisteredRouter } from '@tanstack/react-router';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { driverName, profileName } from '../../resources/driver-profiles/names.ts';
import { fullTarget, taskName } from '../../resources/incident-tasks/target.ts';
import { actionStatusText, targetKind } from '../../resources/incident-tasks/words.ts';
import type { Run } from '../../runs/model/run.ts';
import type { CommandGroup } from '../../ui/commands.ts';
import { formatCount, formatMoment, nameFew } from '../../ui/format.ts';
import { type Place, places } from '../places.ts';
import type { Entry } from './entry.ts';

type Navigate = RegisteredRouter['navigate'];

/** What else people call a page. */
const synonyms: Readonly<Record<Place['to'], string>> = {
  '/': 'home start dashboard',
  '/review': 'inbox approve decline triage needs review',
  '/driver-updates': 'matrix rings fleet all drivers',
  '/calendar': 'schedule dates available freeze Patch Tuesday',
  '/profiles': 'driver update policies rings Intune',
  '/plan': 'staged changes review start',
  '/incidents': 'desk alerts evidence comments Defender',
  '/incident-tasks': 'response actions Defender',
  '/hand-over': 'shift handover next shift notes report',
  '/history': 'runs results',
  '/settings': 'preferences options theme',
};

/** The commands on screen, those of what opened last first. */
export function commandEntries(groups: readonly CommandGroup[]): readonly Entry[] {
  return groups.toReversed().flatMap((group) =>
    group.commands.map((command) => ({
      id: `command:${group.label}:${command.label}`,
      kind: 'command',
      label: command.label,
      detail: group.label === 'Commands' ? '' : group.label,
      off: command.disabled,
      keys: command.key,
      icon: command.icon,
      onChoose: command.onRun,
    })),
  );
}

export function pageEntries(navigate: Navigate): readonly Entry[] {
  return places.map(({ to, label, icon, keys }) => ({
    id: `page:${to}`,
    kind: 'page',
    label,
    detail: '',
    synonyms: synonyms[to],
    keys,
    icon,
    onChoose: () => void navigate({ to }),
  }));
}

/** The profiles, and after them the drivers of each that have been read. */
export function profileEntries(
  navigate: Navigate,
  profiles: readonly DriverProfile[],
  driversOf: ReadonlyMap<string, readonly Driver[]>,
): readonly Entry[] {
  const toProfile = (profileId: string, search: { tab?: 'all'; driver?: string } = {}) =>
    void navigate({ to: '/profiles/$profileId', params: { profileId }, search });
  const ofProfiles = profiles.map(
    (profile): Entry => ({
      id: `profile:${profile.id}`,
      kind: 'profile',
      label: profileName(profile),
      detail: profile.newUpdates ? `${formatCount(profile.newUpdates)} to review` : '',
      icon: AppsListRegular,
      onChoose: () => toProfile(profile.id),
    }),
  );
  const ofDrivers = profiles.flatMap((profile) =>
    (driversOf.get(profile.id) ?? []).map(
      (driver): Entry => ({
        id: `driver:${profile.id}:${driver.id}`,
        kind: 'driver',
        label: driverName(driver),
        detail: [showHidden(driver.version), profileName(profile)].filter(Boolean).join(' · '),
        icon: DeveloperBoardRegular,
        onChoose: () => toProfile(profile.id, { tab: 'all', driver: driver.id }),
      }),
    ),
  );
  return [...ofProfiles, ...ofDrivers];
}

/** The devices and users that the tasks of each incident are about. */
function targetsByIncident(tasks: readonly IncidentTask[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map<string, Set<string>>();
  for (const task of tasks) {
    const id = task.incident?.id ?? '';
    if (id === '') continue;
    const own = byId.get(id) ?? new Set();
    byId.set(id, own);
    const kind = targetKind(task);
    const { name, onDevice } = fullTarget(task, tasks);
    const concerned = kind === 'Device' || kind === 'User' ? name : onDevice;
    if (concerned !== '') own.add(concerned);
  }
  return byId;
}

/** The incidents that are loaded, and those of tasks: found by the devices and users of their tasks, too. */
export function incidentEntries(
  navigate: Navigate,
  incidents: ReadonlyMap<string, Incident>,
  tasks: readonly IncidentTask[],
): readonly Entry[] {
  const targets = targetsByIncident(tasks);
  return [...new Set([...incidents.keys(), ...targets.keys()])].map((id) => {
    const names = [...(targets.get(id) ?? [])];
    const title = showName(incidents.get(id)?.displayName ?? '');
    const number = `Incident ${showHidden(id)}`;
    return {
      id: `incident:${id}`,
      kind: 'incident',
      label: title || number,
      detail: [
        ...(title === '' ? [] : [number]),
        ...(names.length === 0 ? [] : [`with ${nameFew(names)}`]),
      ].join(' · '),
      synonyms: names.join(' '),
      icon: ShieldErrorRegular,
      onChoose: () => void navigate({ to: '/incidents/$incidentId', params: { incidentId: id } }),
    };
  });
}

/** Leads to the list of tasks, searched for what is typed. It is no thing of its own, and so no recent one. */
export function taskSearchEntry(navigate: Navigate, typed: string): Entry {
  return {
    id: 'search:tasks',
    kind: 'app',
    label: `Search incident tasks for “${typed}”`,
    detail: '',
    icon: SearchRegular,
    onChoose: () => void navigate({ to: '/incident-tasks', search: { q: typed } }),
  };
}

export function taskEntries(navigate: Navigate, tasks: readonly IncidentTask[]): readonly Entry[] {
  return tasks.map((task) => ({
    id: `task:${task.id}`,
    kind: 'task',
    label: taskName(task, tasks),
    detail: [
      actionStatusText(task),
      ...(task.incident?.id ? [`Incident ${showHidden(task.incident.id)}`] : []),
    ].join(' · '),
    icon: ShieldTaskRegular,
    onChoose: () => void navigate({ to: '/incident-tasks', search: { task: task.id } }),
  }));
}

export function runEntries(navigate: Navigate, runs: readonly Run[]): readonly Entry[] {
  return runs.map((run) => ({
    id: `run:${run.id}`,
    kind: 'run',
    label: run.title,
    detail: formatMoment(run.startedAt),
    synonyms: run.note,
    icon: HistoryRegular,
    onChoose: () => void navigate({ to: '/history/$runId', params: { runId: run.id } }),
  }));
}
