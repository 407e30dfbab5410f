import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { ActionRequest } from './client.ts';
import { instantField, readOne, textField } from './rows.ts';

/** https://learn.microsoft.com/graph/api/resources/security-alertcomment */
const commentSchema = v.pipe(
  v.object({
    comment: textField,
    createdByDisplayName: textField,
    createdDateTime: instantField,
    // A sample of the reference names the author and the time so.
    createdBy: textField,
    createdTime: instantField,
  }),
  v.transform(({ comment, createdByDisplayName, createdDateTime, createdBy, createdTime }) => ({
    comment,
    createdByDisplayName: createdByDisplayName || createdBy,
    createdDateTime: createdDateTime ?? createdTime,
  })),
);

export type IncidentComment = v.InferOutput<typeof commentSchema>;

/** A comment of another shape is left out: an incident is of use without its comments. */
export const commentsField = v.pipe(
  v.fallback(v.array(v.fallback(v.nullable(commentSchema), null)), []),
  v.transform((comments) => comments.filter((comment) => comment !== null)),
);

/** The longest comment that Microsoft Sentinel, which shares its incidents with Defender, takes: characters. */
export const longestComment = 30_000;

/** What adds a comment to an incident. @throws ProblemError `badInput` for an id that could not be one */
export function incidentCommentRequest(incidentId: string, comment: string): ActionRequest {
  return {
    method: 'POST',
    path: graphPath('security', 'incidents', incidentId, 'comments'),
    body: { '@odata.type': 'microsoft.graph.security.alertComment', comment },
  };
}

const answerSchema = v.object({ value: v.array(v.unknown()) });

/**
 * Reads the answer to a comment: 200 with every comment of the incident, the new one among them.
 * https://learn.microsoft.com/graph/api/security-incident-post-comments
 *
 * @throws ProblemError `untrusted` when the answer holds no list
 */
export function readCommentsAnswer(body: unknown): readonly IncidentComment[] {
  return v.parse(commentsField, readOne(answerSchema, body).value);
}
