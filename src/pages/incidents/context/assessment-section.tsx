import { useState } from 'react';
import { showHidden } from '../../../lib/visible-text.ts';
import { assessmentText } from '../../../resources/incidents/words.ts';
import { FoldedText } from '../../../ui/folded-text.tsx';
import { countOf } from '../../../ui/format.ts';
import styles from './assessment-section.module.css';
import { MoreButton } from './more-button.tsx';
import { Bones, Nothing, Section } from './section.tsx';
import type { Parts } from './use-parts.ts';

/** So many tags are shown before a person asks for the rest. */
const few = 12;

/** What the incident was found to be, and how it is tagged. */
export function AssessmentSection({ parts: { facts, isLoading } }: { parts: Parts }) {
  const tags = facts?.customTags;
  const resolving = facts?.more?.resolvingComment.trim() ?? '';
  return (
    <Section title="Classification and tags">
      {facts ? (
        <p className={styles.assessment}>{assessmentText(facts)}</p>
      ) : isLoading ? (
        <Bones rows={2} />
      ) : (
        <Nothing>Not loaded</Nothing>
      )}
      {resolving !== '' && (
        <div className={styles.resolving}>
          <strong>Resolved with the comment</strong>
          <FoldedText text={resolving} of="the resolving comment" />
        </div>
      )}
      {tags && (tags.length > 0 ? <Tags tags={tags} /> : <Nothing>No tags</Nothing>)}
    </Section>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? tags : tags.slice(0, few);
  return (
    <>
      <ul className={styles.tags} aria-label="Tags">
        {shown.map((tag, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two tags may be alike
          <li key={at} className={styles.tag}>
            <bdi>{showHidden(tag)}</bdi>
          </li>
        ))}
      </ul>
      {tags.length > shown.length && (
        <MoreButton onShow={() => setOpen(true)}>
          {countOf(tags.length - shown.length, 'more tag')}
        </MoreButton>
      )}
    </>
  );
}
