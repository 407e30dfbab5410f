import type { IncidentComment } from '../../graph/incidents.ts';

/** Microsoft's own analysts, by the name under which they write. */
export function isByExperts({
  createdByDisplayName,
}: Pick<IncidentComment, 'createdByDisplayName'>): boolean {
  return /defender experts/i.test(createdByDisplayName);
}

/** Comments with a text, in the order given. */
export function writtenComments(comments: readonly IncidentComment[]): readonly IncidentComment[] {
  return comments.filter(({ comment }) => comment.trim() !== '');
}

/** Comments as they are to be read: those of Defender Experts first, each part with the newest first. */
export function commentsInOrder(comments: readonly IncidentComment[]): readonly IncidentComment[] {
  return writtenComments(comments).toSorted(
    (a, b) =>
      Number(isByExperts(b)) - Number(isByExperts(a)) || (b.createdDateTime ?? 0) - (a.createdDateTime ?? 0),
  );
}

/** The sentences of a text, each without the blanks around it; a line ends one, too. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[!?])\s+|(?<!\b[ap]\.m)(?<=\.)\s+(?=\p{Lu})|[\r\n]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
