import type { Incident, IncidentComment } from '../../graph/incidents.ts';
import { isOwnName } from '../../resources/incidents/own-name.ts';
import { formatCount } from '../../ui/format.ts';

/**
 * In characters. The limit of Microsoft Sentinel, which shares its incidents with Defender:
 * https://learn.microsoft.com/azure/sentinel/sentinel-service-limits
 */
export const longestComment = 30_000;

/** Why a text can't be a comment, or undefined where it can. Blanks around it are not sent. */
export function whyNotText(comment: string): string | undefined {
  const { length } = comment.trim();
  if (length === 0) return 'Write a comment';
  return length > longestComment
    ? `A comment has at most ${formatCount(longestComment)} characters. This one has ${formatCount(length)}`
    : undefined;
}

/** Why an incident can't have a comment, or undefined where it can. */
export function whyNoComment({ status }: Pick<Incident, 'status'>): string | undefined {
  return status === 'redirected' ? 'Merged into another incident' : undefined;
}

/** True of texts that are the same comment: the portal's editor may end its lines otherwise. */
export function isSameText(one: string, other: string): boolean {
  return plainText(one) === plainText(other);
}

/** True of a comment that may be the person's own: one without an author may be anyone's. */
export function isOwnComment(
  { createdByDisplayName }: Pick<IncidentComment, 'createdByDisplayName'>,
  ownNames: readonly string[],
): boolean {
  return createdByDisplayName.trim() === '' || isOwnName(createdByDisplayName, ownNames);
}

/** How many comments of the person's own have this text. @param ownNames sign-in name and display name */
export function countOwn(
  comment: string,
  comments: readonly IncidentComment[],
  ownNames: readonly string[],
): number {
  return comments.filter((other) => isSameText(other.comment, comment) && isOwnComment(other, ownNames))
    .length;
}

/** A text without what may change on its way: blanks around it, and the kind of its line ends. */
export function plainText(comment: string): string {
  return comment.replaceAll(/\r\n?/g, '\n').trim();
}
