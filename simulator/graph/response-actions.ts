import type { SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import { second, toTickTime } from '../tenants/clock.ts';
import type { Task } from './defender.ts';
import { GraphRefusal } from './message.ts';

export type ActionType = Security.IncidentTaskActionType;

/** How a response action ends once it is started. Durations are in tenant time. */
export type ActionScript =
  | { readonly ends: 'completed' }
  | { readonly ends: 'failed' | 'partiallyCompleted'; readonly afterMs: number };

export interface RunningAction {
  readonly endsAt: number;
  readonly ends: ActionScript['ends'];
}

/** The founding page of executeResponseAction names these two: https://learn.microsoft.com/graph/api/security-incidenttask-executeresponseaction?view=graph-rest-beta */
const neverAutomated: readonly ActionType[] = ['text', 'submitIocRule'];

/** The types that a later edition of that page lists as executable. It refuses the rest in words of its own. */
const executable: readonly ActionType[] = [
  'collectInvestigationPackage',
  'isolateDevice',
  'unIsolateDevice',
  'restrictAppExecution',
  'unRestrictAppExecution',
  'runAntiVirusScan',
  'stopAndQuarantineFile',
];

const usualDuration = 20 * second;
const scanDuration = 60 * second;

/**
 * The refusal of a task whose action cannot be started; undefined when it can.
 *
 * @param again an action that was started before is started once more
 */
export function refusalToStart(task: Task, again = false): GraphRefusal | undefined {
  const { actionType, actionStatus } = task.record;
  if (neverAutomated.includes(actionType)) {
    const text = `Action type '${actionType}' is not supported for automated execution.`;
    return new GraphRefusal(400, 'UnsupportedActionType', text);
  }
  if (!executable.includes(actionType)) {
    return new GraphRefusal(400, 'BadRequest', `Currently ${actionType} is not supported`);
  }
  if (actionStatus !== 'notStarted' && !again) {
    return new GraphRefusal(400, 'ActionAlreadyInProgress', 'Response action is already in progress.');
  }
  return undefined;
}

/** Starts a task's action. That an open task is taken in progress with it is a guess. */
export function startAction(task: Task, startedBy: string, now: number): void {
  const { record, script } = task;
  const usual = record.actionType === 'runAntiVirusScan' ? scanDuration : usualDuration;
  task.running = { ends: script.ends, endsAt: now + ('afterMs' in script ? script.afterMs : usual) };
  record.actionStatus = 'inProgress';
  if (record.status === 'open') record.status = 'inProgress';
  touch(task, startedBy, now);
}

/** Ends an action whose time has come. A failed one fails its task, a completed one completes it. */
export function progress(task: Task, now: number): void {
  const { running, record } = task;
  if (!running || now < running.endsAt) return;
  task.running = undefined;
  record.actionStatus = running.ends;
  if (running.ends !== 'partiallyCompleted') record.status = running.ends;
  touch(task, 'Microsoft Defender XDR', running.endsAt);
}

export function touch(task: Task, by: string, now: number): void {
  task.record.lastModifiedDateTime = toTickTime(now);
  task.record.lastModifiedByDisplayName = by;
}
