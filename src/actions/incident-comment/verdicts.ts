import type { IncidentState } from '../../graph/incident-state.ts';
import type { IncidentComment } from '../../graph/incidents.ts';
import { showName } from '../../lib/visible-text.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import type { CommentIntent } from './intent.ts';
import { added, notThere, reviewedIncident } from './plan.ts';
import { countOwn, isOwnComment, isSameText, whyNoComment } from './rules.ts';

/**
 * A comment has no id, a repeated request makes a second one, and a lost answer leaves nothing but the list: ours is the
 * comment with our text that was not listed before the sending, unless Graph names a colleague as its author.
 */

/** What an older read may show too is taken for final after so many ms. */
const settleTime = 60_000;

/** An incident as a read found it, as far as its comments go. */
export type SeenComments = Pick<IncidentState, 'status' | 'comments'>;

const prefix = 'among ';

const sameTexts = ({ comment }: CommentIntent, { comments }: Pick<SeenComments, 'comments'>) =>
  comments.items.filter((other) => isSameText(other.comment, comment));

const timeOf = ({ createdDateTime }: IncidentComment) => `${createdDateTime ?? 'no date'}`;

/** A stamp of the list: when the comments with this text that are there were written. */
export function listStamp(intent: CommentIntent, incident: Pick<SeenComments, 'comments'>): string {
  return `${prefix}${sameTexts(intent, incident).map(timeOf).join()}`;
}

interface Since {
  readonly own: readonly IncidentComment[];
  readonly byOthers: readonly IncidentComment[];
}

/** The comments with this text that have come since a list was read; undefined where the stamp of that list is lost. */
function since(
  intent: CommentIntent,
  pre: string,
  incident: Pick<SeenComments, 'comments'>,
  ownNames: readonly string[],
): Since | undefined {
  if (!pre.startsWith(prefix)) return undefined;
  const before = pre.slice(prefix.length).split(',');
  const come = sameTexts(intent, incident).filter((comment) => {
    const at = before.indexOf(timeOf(comment));
    // Two of one time are two: each that was there before stands for one.
    if (at >= 0) before.splice(at, 1);
    return at < 0;
  });
  return {
    own: come.filter((comment) => isOwnComment(comment, ownNames)),
    byOthers: come.filter((comment) => !isOwnComment(comment, ownNames)),
  };
}

/** What the read just before a sending says of a new comment. @param wasSent a request for it has left already */
export function judgeCommentBefore(
  intent: CommentIntent,
  item: Item,
  incident: SeenComments,
  { wasSent, ownNames }: { readonly wasSent: boolean; readonly ownNames: readonly string[] },
): Inspected {
  const { id } = item;
  const found = wasSent ? since(intent, item.pre, incident, ownNames) : nothing;
  // Sent before, and refused for now: it is there all the same.
  if (found?.own.length) return { id, phase: 'settled', outcome: 'confirmed', after: added };
  if (!found || found.byOthers.length > 0 || (wasSent && incident.comments.leftOut > 0)) {
    return { id, phase: 'answered', outcome: 'unknown', reason: reasonOf(found) };
  }
  const reason = whyNoComment(incident);
  if (reason !== undefined) {
    return { id, phase: 'settled', outcome: 'changedByOther', reason: `${reason}; skipped`, after: notThere };
  }
  const { own = '0' } = item.reviewed;
  // A request of an earlier run, whose answer was lost, may arrive while a person decides to send it again.
  if (!wasSent && countOwn(intent.comment, incident.comments.items, ownNames) > Number(own)) {
    return { id, phase: 'settled', outcome: 'changedByOther', reason: appeared, after: added };
  }
  // What was there before the first sending tells, and not what was there before the last.
  const pre = wasSent ? item.pre : listStamp(intent, incident);
  return { id, phase: 'planned', outcome: null, pre, reviewed: reviewedIncident(incident, own) };
}

const appeared = 'The comment has appeared since you decided; skipped';

const nothing: Since = { own: [], byOthers: [] };

function reasonOf(found: Since | undefined): string {
  const [author = ''] = found?.byOthers.map(({ createdByDisplayName }) => createdByDisplayName) ?? [];
  return author === ''
    ? 'The comments don’t tell whether it was added. Look in the incident'
    : `${showName(author)} has added the same comment. Whether yours is there too, the comments don’t tell`;
}

/**
 * What a read after a sending says of a new comment.
 *
 * @param elapsed ms since the answer
 * @returns undefined while the read proves nothing: for good where the comment could be a colleague's
 */
export function judgeCommentAfter(
  intent: CommentIntent,
  item: Item,
  incident: SeenComments | 'gone',
  { elapsed, ownNames }: { readonly elapsed: number; readonly ownNames: readonly string[] },
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (incident === 'gone') {
    return { ...settled, outcome: 'notFound', reason: 'The incident no longer exists' };
  }
  const found = since(intent, item.pre, incident, ownNames);
  const wasAccepted = item.outcome === 'successful' || item.outcome === 'contradicted';
  // Graph has said that ours is there: it may name us otherwise than the sign-in does.
  const own = found?.own ?? [];
  if (own.length > 0 || (wasAccepted && found && found.byOthers.length > 0)) {
    const wasRefused = item.outcome === 'rejected' || item.outcome === 'skipped';
    // The second one may be a colleague's.
    const reason = own.length > 1 ? twiceReason : wasRefused ? refusedButThere : undefined;
    return { ...settled, outcome: 'confirmed', after: added, ...(reason !== undefined && { reason }) };
  }
  if (item.outcome === 'rejected') return { ...settled, outcome: 'rejected', reason: item.reason };
  if (!found || found.byOthers.length > 0) {
    const reason = reasonOf(found);
    // Written once: a further read that tells the same is no news.
    const isTold = item.outcome !== 'unknown' || item.reason === reason || !found;
    return isTold ? undefined : { id: item.id, phase: 'answered', outcome: 'unknown', reason };
  }
  const seen = { ...settled, after: notThere };
  if (item.outcome === 'skipped') return { ...seen, ...refusedForNow };
  if (elapsed < settleTime || incident.comments.leftOut > 0) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  return wasAccepted
    ? { ...seen, outcome: 'contradicted', reason: `Defender accepted it, but doesn’t show it ${at}` }
    : { ...seen, outcome: 'notApplied', reason: `Not among the comments ${at}` };
}

const twiceReason = 'It is there more than once: a browser may repeat a request';
const refusedButThere = 'The request was rejected, but the comment is there';
