import type { IncidentComment } from '../../../graph/incidents.ts';
import { showHidden } from '../../../lib/visible-text.ts';
import { FoldedText } from '../../../ui/folded-text.tsx';
import { ShortAge } from '../../../ui/short-age.tsx';
import styles from './comment-text.module.css';

/**
 * A comment with its author and its age.
 *
 * @param props.heading stands above it; it may have named the author
 */
export function CommentText({ comment, heading = '' }: { comment: IncidentComment; heading?: string }) {
  const { createdByDisplayName, createdDateTime } = comment;
  const by = showHidden(createdByDisplayName) || 'Author not provided';
  return (
    <article className={styles.comment}>
      <p className={styles.by}>
        {by !== heading && (
          <strong>
            <bdi>{by}</bdi>
          </strong>
        )}
        {createdDateTime !== null && <ShortAge instant={createdDateTime} />}
      </p>
      <FoldedText text={comment.comment} of={`the comment by ${by}`} />
    </article>
  );
}
