import { CommentRegular } from '@fluentui/react-icons/headless/svg/comment';
import { useState } from 'react';
import { commentsInOrder, isByExperts } from '../../../resources/incidents/comments.ts';
import { Button } from '../../../ui/button.tsx';
import { countOf, formatCount } from '../../../ui/format.ts';
import { CommentText } from './comment-text.tsx';
import styles from './context.module.css';
import { MoreButton } from './more-button.tsx';
import { Bones, Nothing, Section } from './section.tsx';
import type { Parts } from './use-parts.ts';

/** So many are shown before a person asks for the rest. */
const few = 5;

const noComments = { commentsLeftOut: 0, olderComments: 0 };

/** The comments of the incident, the newest first. Those of Defender Experts stand above, and are counted here. */
export function CommentsSection({
  parts: { facts, isLoading },
  onComment,
}: {
  parts: Parts;
  onComment: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const all = commentsInOrder(facts?.comments ?? []);
  const others = all.filter((comment) => !isByExperts(comment));
  const shown = isOpen ? others : others.slice(0, few);
  const above = all.length - others.length;
  const { commentsLeftOut: leftOut, olderComments: older } = facts ?? noComments;
  return (
    <Section title="Comments" count={all.length + older} aside={all.length > 0 && 'seen in Defender too'}>
      {shown.map((comment, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a comment has no id, and is never changed
        <CommentText key={at} comment={comment} />
      ))}
      {others.length > shown.length && (
        <MoreButton onShow={() => setOpen(true)}>{formatCount(others.length - shown.length)} more</MoreButton>
      )}
      {facts && all.length === 0 && leftOut === 0 && <Nothing>No comments yet</Nothing>}
      {!facts && (isLoading ? <Bones rows={2} /> : <Nothing>Not loaded</Nothing>)}
      {above > 0 && <Nothing>{formatCount(above)} by Defender Experts, shown above</Nothing>}
      {older > 0 && <Nothing>{countOf(older, 'older comment')} in Defender, not shown here</Nothing>}
      {leftOut > 0 && <Nothing>{countOf(leftOut, 'comment')} couldn’t be read</Nothing>}
      <Button size="small" className={styles.write} icon={<CommentRegular />} onClick={onComment}>
        {all.length > 0 ? 'Reply…' : 'Write one…'}
      </Button>
    </Section>
  );
}
