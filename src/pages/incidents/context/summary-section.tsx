import { Link } from '@tanstack/react-router';
import { showHidden } from '../../../lib/visible-text.ts';
import { FoldedText } from '../../../ui/folded-text.tsx';
import styles from './context.module.css';
import { Bones, Nothing, Section } from './section.tsx';
import type { Parts } from './use-parts.ts';

/** What happened, as Defender sums it up, and where the incident went if it was merged. */
export function SummarySection({ parts: { facts, isLoading } }: { parts: Parts }) {
  const texts = facts ? [facts.summary, facts.more?.description ?? ''] : [];
  const text = [...new Set(texts.map((each) => each.trim()))].filter(Boolean).join('\n\n');
  const recommended = facts?.more?.recommendedActions.trim() ?? '';
  const mergedInto = facts?.more?.redirectIncidentId ?? '';
  return (
    <Section title="Summary">
      {mergedInto !== '' && (
        <p className={styles.plain}>
          Merged into{' '}
          <Link to="/incidents/$incidentId" params={{ incidentId: mergedInto }} className={styles.link}>
            incident <bdi>{showHidden(mergedInto)}</bdi>
          </Link>
        </p>
      )}
      {text !== '' && (
        <div className={styles.text}>
          <FoldedText text={text} of="the summary" />
        </div>
      )}
      {recommended !== '' && (
        <div className={styles.text}>
          <strong>Recommended</strong>
          <FoldedText text={recommended} of="what is recommended" />
        </div>
      )}
      {text === '' && !facts?.more && (isLoading ? <Bones rows={2} /> : <Nothing>Not loaded</Nothing>)}
      {text === '' && facts?.more && <Nothing>No summary yet</Nothing>}
    </Section>
  );
}
