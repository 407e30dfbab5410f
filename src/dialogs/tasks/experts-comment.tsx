import { showName } from '../../lib/visible-text.ts';
import { commentsInOrder, isByExperts } from '../../resources/incidents/comments.ts';
import { FoldedText } from '../../ui/folded-text.tsx';
import styles from './experts-comment.module.css';
import type { OpenIncident } from './task-dialog.ts';

/** So much of a comment stands in a dialog before a person asks for the rest. */
const room = { characters: 200, lines: 3 };

/** What Defender Experts wrote last about an incident: it may speak against an action, or give it an order. */
export function ExpertsComment({ incident }: { incident: Pick<OpenIncident, 'comments'> }) {
  const [comment] = commentsInOrder(incident.comments);
  if (!comment || !isByExperts(comment)) return null;
  return (
    <blockquote className={styles.comment} aria-label="Comment by Defender Experts">
      <span className={styles.by}>
        <bdi>{showName(comment.createdByDisplayName)}</bdi>
      </span>
      <FoldedText text={comment.comment} of="the comment by Defender Experts" room={room} />
    </blockquote>
  );
}
