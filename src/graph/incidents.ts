import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { Graph } from './client.ts';
import { listField, looseText, textsField } from './lists.ts';
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

export const incidentStatuses = ['active', 'resolved', 'inProgress', 'redirected', 'awaitingAction'] as const;
export const severities = ['unknown', 'informational', 'low', 'medium', 'high'] as const;
export const classifications = [
  'unknown',
  'falsePositive',
  'truePositive',
  'informationalExpectedActivity',
] as const;
export const determinations = [
  'unknown',
  'apt',
  'malware',
  'securityPersonnel',
  'securityTesting',
  'unwantedSoftware',
  'other',
  'multiStagedAttack',
  'compromisedAccount',
  'phishing',
  'maliciousUserActivity',
  'notMalicious',
  'notEnoughDataToValidate',
  'confirmedActivity',
  'lineOfBusinessApplication',
] as const;

/** The reference spells four determinations otherwise than the schema, which the service follows. */
const otherSpellings = new Map([
  ['compromiseduser', 'compromisedAccount'],
  ['clean', 'notMalicious'],
  ['insufficientdata', 'notEnoughDataToValidate'],
  ['confirmeduseractivity', 'confirmedActivity'],
]);

const determinationField = v.pipe(
  v.string(),
  v.transform((text) => otherSpellings.get(text.toLowerCase()) ?? text),
  memberField(determinations),
);

const looseInstant = v.fallback(instantField, null);

/**
 * Two names of each member: the schema has the first, the examples of the reference the second.
 * https://learn.microsoft.com/graph/api/resources/security-alertcomment
 */
export const commentSchema = v.pipe(
  v.object({
    comment: textField,
    createdByDisplayName: looseText,
    createdBy: looseText,
    createdDateTime: looseInstant,
    createdTime: looseInstant,
  }),
  v.transform(({ comment, createdByDisplayName, createdBy, createdDateTime, createdTime }) => ({
    comment,
    createdByDisplayName: createdByDisplayName || createdBy,
    createdDateTime: createdDateTime ?? createdTime,
  })),
);

export type IncidentComment = v.InferOutput<typeof commentSchema>;

/** So many comments of one incident are kept, the newest ones: an incident is as long as people work on it. */
const mostComments = 200;

/** Reads all comments, since Graph promises no order, and keeps the newest, which come first; the older ones are counted. */
export const commentsField = v.pipe(
  listField(commentSchema, Number.POSITIVE_INFINITY),
  v.transform(({ items, leftOut }) => {
    const newest = items.toSorted((a, b) => (b.createdDateTime ?? 0) - (a.createdDateTime ?? 0));
    const comments = newest.slice(0, mostComments);
    return { comments, commentsLeftOut: leftOut, olderComments: items.length - comments.length };
  }),
);

/** https://learn.microsoft.com/graph/api/resources/security-incident */
export const incidentEntries = {
  id: idField,
  displayName: textField,
  severity: memberField(severities),
  status: memberField(incidentStatuses),
  assignedTo: textField,
  createdDateTime: instantField,
  lastUpdateDateTime: looseInstant,
  incidentWebUrl: textField,
  summary: looseText,
  classification: v.fallback(memberField(classifications), ''),
  determination: v.fallback(determinationField, ''),
  customTags: textsField(200),
};

/** An incident is of use without its comments: those of another shape are left out, and counted. */
const incidentSchema = v.pipe(
  v.object({ ...incidentEntries, comments: commentsField }),
  v.transform(({ comments, ...incident }) => ({ ...incident, ...comments })),
);

export type Incident = v.InferOutput<typeof incidentSchema>;

/**
 * Reads the incidents of one status, page by page, the most recent first; each yield holds everything read so far.
 * https://learn.microsoft.com/graph/api/security-list-incidents
 *
 * @throws ProblemError
 */
export async function* listIncidents(
  graph: Graph,
  status: (typeof incidentStatuses)[number],
  signal?: AbortSignal,
): AsyncGenerator<Rows<Incident>> {
  let read: Rows<Incident> = noRows;
  const query = { $filter: `status eq '${status}'` };
  const options = { scopes: scopes.readIncidents, query, signal };
  for await (const page of graph.readPages(graphPath('security', 'incidents'), options)) {
    read = readRows(incidentSchema, page, read);
    yield read;
  }
  yield { ...read, isComplete: true };
}

/** @throws ProblemError `notFound` among others */
export async function getIncident(graph: Graph, id: string, signal?: AbortSignal): Promise<Incident> {
  const body = await graph.read(graphPath('security', 'incidents', id), {
    scopes: scopes.readIncidents,
    signal,
  });
  return readOne(incidentSchema, body);
}
