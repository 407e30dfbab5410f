import type { NullableOption, SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import type { Clock } from '../tenants/clock.ts';
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
  readonly alerts: readonly Security.Alert[];
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

/** One tenant's Defender XDR. Response actions go on with the tenant's clock and are brought up to date when read. */
export interface Defender {
  /** In the order of the list: the latest change first. */
  tasks(): readonly Task[];
  task(id: string): Task | undefined;
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
  return {
    tasks: () => [...state().tasks.values()].map(upToDate).sort(byLatestChange),
    task: (id) => {
      const task = state().tasks.get(id);
      return task && upToDate(task);
    },
    incidents: () => [...state().incidents.values()],
    incident: (id) => state().incidents.get(id),
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
