import type { NullableOption, SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import type { Clock } from '../tenants/clock.ts';
import type { AlertRecord } from './evidence.ts';
import { type ActionScript, progress, type RunningAction } from './response-actions.ts';

/** A response action with its `@odata.type`; the three optional members belong to some types only. */
export interface ResponseActionRecord {
  readonly '@odata.type': string;
  readonly identifierValue: string;
  readonly isolationType?: Security.IsolateDeviceIncidentTaskResponseAction['isolationType'];
  readonly deviceId?: NullableOption<string>;
}

/** A task as it is stored: Microsoft's own type, its `incident` kept as an id. */
export type TaskRecord = Required<Omit<Security.IncidentTask, 'incident' | 'responseAction'>> & {
  /** Null for instructions; absent where the service has dropped the deprecated property. */
  responseAction?: ResponseActionRecord | null;
};

export type IncidentRecord = Required<Omit<Security.Incident, 'alerts'>>;

export interface TaskSeed {
  readonly record: TaskRecord;
  readonly incidentId: string;
  readonly script: ActionScript;
}

export interface IncidentSeed {
  readonly record: IncidentRecord;
  readonly alerts: readonly AlertRecord[];
  /** Its alerts are refused with the 403 of a missing permission, as if they belonged to another workload. */
  readonly refusesAlerts?: true;
}

/** Its record is the tenant's own, and changes. */
export type Incident = IncidentSeed;

export interface Task {
  readonly record: TaskRecord;
  readonly incidentId: string;
  readonly script: ActionScript;
  /** The action that a person started here and that has not ended. */
  running: RunningAction | undefined;
}

export interface DefenderSeed {
  readonly incidents: readonly IncidentSeed[];
  readonly tasks: readonly TaskSeed[];
}

/**
 * One tenant's Defender XDR. Response actions go on with the tenant's clock and are brought up to date when read. What was
 * created later than now is not there yet: so an incident grows.
 */
export interface Defender {
  /** In the order of the list: the latest change first. */
  tasks(): readonly Task[];
  task(id: string): Task | undefined;
  /** Of one incident, in the same order. */
  tasksOf(incidentId: string): readonly Task[];
  /** The latest first. */
  incidents(): readonly Incident[];
  incident(id: string): Incident | undefined;
}

interface State {
  readonly tasks: Map<string, Task>;
  readonly incidents: Map<string, Incident>;
}

/** `seed` is given the time of the tenant's creation, epoch ms. */
export function createDefender(clock: Clock, seed: (createdAt: number) => DefenderSeed): Defender {
  let built: State | undefined;
  const createdAt = clock.now();
  const state = (): State => {
    built ??= grow(seed(createdAt));
    return built;
  };
  const upToDate = (task: Task): Task => {
    progress(task, clock.now());
    return task;
  };
  const byLatestChange = (a: Task, b: Task) =>
    Date.parse(b.record.lastModifiedDateTime) - Date.parse(a.record.lastModifiedDateTime) ||
    a.record.id.localeCompare(b.record.id);
  const isThere = ({ record }: Task | Incident) => Date.parse(record.createdDateTime ?? '') <= clock.now();
  const tasksThere = () => [...state().tasks.values()].filter(isThere);
  const grown = (incident: Incident): Incident => {
    const now = clock.now();
    const alerts = incident.alerts.filter(({ createdDateTime }) => Date.parse(createdDateTime) <= now);
    const latest = alerts.at(-1)?.createdDateTime ?? '';
    const { record } = incident;
    if (Date.parse(latest) > Date.parse(record.lastUpdateDateTime ?? '')) record.lastUpdateDateTime = latest;
    return alerts.length === incident.alerts.length ? incident : { ...incident, alerts };
  };
  return {
    tasks: () => tasksThere().map(upToDate).sort(byLatestChange),
    tasksOf: (incidentId) =>
      tasksThere()
        .filter((task) => task.incidentId === incidentId)
        .map(upToDate)
        .sort(byLatestChange),
    task: (id) => {
      const task = state().tasks.get(id);
      return task && isThere(task) ? upToDate(task) : undefined;
    },
    incidents: () => [...state().incidents.values()].filter(isThere).map(grown),
    incident: (id) => {
      const incident = state().incidents.get(id);
      return incident && isThere(incident) ? grown(incident) : undefined;
    },
  };
}

function grow(seed: DefenderSeed): State {
  const tasks = seed.tasks.map((task): Task => ({ ...task, record: { ...task.record }, running: undefined }));
  return {
    tasks: new Map(tasks.map((task) => [task.record.id, task])),
    incidents: new Map(
      seed.incidents.map((incident) => [incident.record.id, { ...incident, record: { ...incident.record } }]),
    ),
  };
}
