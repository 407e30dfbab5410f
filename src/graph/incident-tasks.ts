import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { Graph, ReadOptions } from './client.ts';
import {
  idField,
  instantField,
  memberField,
  noRows,
  type Rows,
  readOne,
  readRows,
  textField,
} from './rows.ts';
import { scopes } from './scopes.ts';

export const taskStatuses = ['open', 'inProgress', 'completed', 'failed', 'notRelevant'] as const;
export type TaskStatus = (typeof taskStatuses)[number];
export const actionStatuses = [
  'notStarted',
  'inProgress',
  'partiallyCompleted',
  'completed',
  'failed',
] as const;
export const taskSources = ['defenderExpertsGuidedResponse', 'defenderExpertsManagedResponse'] as const;
export const actionTypes = [
  'text',
  'isolateDevice',
  'stopAndQuarantineFile',
  'runAntiVirusScan',
  'collectInvestigationPackage',
  'restrictAppExecution',
  'submitIocRule',
  'forceUserPasswordReset',
  'disableUser',
  'markUserAsCompromised',
  'requireSignIn',
  'hardDeleteEmail',
  'softDeleteEmail',
  'unIsolateDevice',
  'unRestrictAppExecution',
  'enableUser',
] as const;
export type ActionType = (typeof actionTypes)[number];

/**
 * The target of an action. Microsoft announced that these types go away on 2026-10-01, so the property may be
 * missing, null, or of another shape: then there is no target to name.
 */
const responseActionField = v.fallback(
  v.nullish(
    v.object({
      identifierValue: textField,
      isolationType: v.fallback(textField, ''),
      deviceId: v.fallback(textField, ''),
    }),
    null,
  ),
  null,
);

/** https://learn.microsoft.com/graph/api/resources/security-incidenttask */
const taskSchema = v.object({
  id: idField,
  displayName: textField,
  description: textField,
  status: memberField(taskStatuses),
  source: v.fallback(memberField(taskSources), ''),
  actionType: memberField(actionTypes),
  actionStatus: memberField(actionStatuses),
  responseAction: responseActionField,
  createdDateTime: instantField,
  createdByDisplayName: textField,
  lastModifiedDateTime: instantField,
  lastModifiedByDisplayName: textField,
  incident: v.fallback(v.nullish(v.object({ id: idField }), null), null),
});

export type IncidentTask = v.InferOutput<typeof taskSchema>;

const root = ['security', 'incidentTasks'] as const;

/** Reads all tasks, page by page; each yield holds everything read so far. @throws ProblemError */
export async function* listIncidentTasks(
  graph: Graph,
  signal?: AbortSignal,
): AsyncGenerator<Rows<IncidentTask>> {
  let read: Rows<IncidentTask> = noRows;
  for await (const page of graph.readPages(graphPath(...root), { scopes: scopes.readIncidents, signal })) {
    read = readRows(taskSchema, page, read);
    yield read;
  }
  yield { ...read, isComplete: true };
}

/** @throws ProblemError `notFound` among others */
export async function getIncidentTask(
  graph: Graph,
  id: string,
  options: Pick<ReadOptions, 'signal' | 'onWait'> = {},
): Promise<IncidentTask> {
  const body = await graph.read(graphPath(...root, id), { scopes: scopes.readIncidents, ...options });
  return readOne(taskSchema, body);
}
