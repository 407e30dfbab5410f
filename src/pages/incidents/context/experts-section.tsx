import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { showHidden } from '../../../lib/visible-text.ts';
import { commentsInOrder, isByExperts } from '../../../resources/incidents/comments.ts';
import { type Deadline, deadlineOf } from '../../../resources/incidents/deadline.ts';
import { timeLeft } from '../../../resources/incidents/deadline-words.ts';
import { readerTimeZone } from '../../../resources/incidents/urgency.ts';
import { formatNear } from '../../../ui/format-near.ts';
import { useNow } from '../../../ui/use-now.ts';
import { isDueSoon } from '../words.ts';
import { CommentText } from './comment-text.tsx';
import styles from './experts-section.module.css';
import { Section } from './section.tsx';
import type { Parts } from './use-parts.ts';

/** What Defender Experts ask for, with the deadline that they or others name. Nothing where there is neither. */
export function ExpertsSection({ parts: { facts }, isOpen }: { parts: Parts; isOpen: boolean }) {
  const comments = facts?.comments ?? [];
  const own = commentsInOrder(comments).filter(isByExperts);
  const deadline = isOpen ? deadlineOf(comments, readerTimeZone) : undefined;
  if (own.length === 0 && !deadline) return null;
  return (
    <Section title={own.length > 0 ? 'Defender Experts' : 'Deadline'}>
      {deadline && <DeadlineNote deadline={deadline} />}
      {own.map((comment, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a comment has no id, and is never changed
        <div key={at} className={styles.said}>
          <CommentText comment={comment} heading="Defender Experts" />
        </div>
      ))}
    </Section>
  );
}

function DeadlineNote({ deadline }: { deadline: Deadline }) {
  const now = useNow();
  const { sentence, comment, namesZone } = deadline;
  const by = comment.createdByDisplayName;
  return (
    <div className={isDueSoon(deadline, now) ? `${styles.deadline} ${styles.urgent}` : styles.deadline}>
      <p className={styles.due}>
        <ClockRegular />
        <strong>
          {deadline.at > now ? 'Due' : 'Was due'} {formatNear(deadline.at, now)}
        </strong>
        <span>{timeLeft(deadline, now)}</span>
      </p>
      {/* In the comment below, the reader finds the sentence itself. */}
      {(!isByExperts(comment) || sentence !== comment.comment.trim()) && (
        <p className={styles.from}>
          Read from{' '}
          {!isByExperts(comment) && (
            <>
              the comment of <bdi>{showHidden(by) || 'an unnamed author'}</bdi>:{' '}
            </>
          )}
          <q dir="auto">{showHidden(sentence.slice(0, longest))}</q>
        </p>
      )}
      {!namesZone && <p className={styles.from}>The comment names no time zone. Yours is assumed.</p>}
    </div>
  );
}

/** Of a sentence, in characters: what says "before" stands near. */
const longest = 300;
