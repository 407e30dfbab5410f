import type { Incident } from '../../graph/incidents.ts';
import { shortHash } from '../../lib/short-hash.ts';
import { incidentName } from '../../resources/incidents/words.ts';
import type { Plan, PlannedItem, Reviewed } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import { type CommentIntent, commentKind } from './intent.ts';
import { countOwn, plainText } from './rules.ts';

/** The states of a comment. */
export const notThere = 'not there';
export const added = 'added';

type Named = Pick<Incident, 'id' | 'displayName' | 'status'>;

/** A comment that is to be added to an incident. */
export interface NewComment {
  /** As the person sees it, with its comments. */
  readonly incident: Named & Pick<Incident, 'comments'>;
  readonly comment: string;
}

/** The decision in words: "Comment on 3 incidents". */
export function commentTitle(count: number): string {
  return `Comment on ${countOf(count, 'incident')}`;
}

/**
 * The plan to add comments that `whyNotText` and `whyNoComment` say nothing against: one request for each. The texts may
 * be the same, or each incident's own.
 *
 * @param ownNames sign-in name and display name of who decides
 */
export function planComments(
  comments: readonly NewComment[],
  note: string,
  ownNames: readonly string[],
): Plan {
  return {
    title: commentTitle(new Set(comments.map(({ incident }) => incident.id)).size),
    note: note.trim(),
    targets: comments.map(({ incident, comment }) => {
      const intent: CommentIntent = { kind: commentKind, comment: comment.trim() };
      const { id } = incident;
      const own = countOwn(comment, incident.comments, ownNames);
      return { id, name: incidentName(incident), intent, items: [planItem(intent, incident, own)] };
    }),
  };
}

/**
 * What stands for a comment in its incident: the same for the same text. So a plan holds several comments on one incident,
 * and one that is on its way is not sent beside itself.
 */
export function commentId(comment: string): string {
  return `comment ${shortHash(plainText(comment))}`;
}

/** A comment as it is reviewed. @param own how many of the person's own with this text are there already */
export function planItem(
  { comment }: Pick<CommentIntent, 'comment'>,
  incident: Named,
  own: number,
): PlannedItem {
  return {
    id: commentId(comment),
    name: incidentName(incident),
    detail: excerptOf(comment),
    before: notThere,
    reviewed: reviewedIncident(incident, `${own}`),
    incident: incident.id,
  };
}

/**
 * What a comment rests on: that its incident is one that people still look at, and that the comment isn't there yet.
 *
 * @param own how many of the person's own with the same text there are
 */
export function reviewedIncident({ status }: Pick<Incident, 'status'>, own: string): Reviewed {
  return { merged: status === 'redirected' ? 'yes' : 'no', own };
}

const longestExcerpt = 80;

/** The beginning of a comment, on one line: "Isolated both devices, waiting for…" */
export function excerptOf(comment: string): string {
  const [...line] = comment.trim().replaceAll(/\s+/g, ' ');
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt - 1).join('')}…` : line.join('');
}
