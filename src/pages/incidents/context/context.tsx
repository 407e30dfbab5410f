import { isOnDesk } from '../../../resources/incidents/desk.ts';
import type { PartProps } from '../part.ts';
import { AlertsSection } from './alerts-section.tsx';
import { AssessmentSection } from './assessment-section.tsx';
import { CommentsSection } from './comments-section.tsx';
import styles from './context.module.css';
import { EvidenceSection } from './evidence-section.tsx';
import { ExpertsSection } from './experts-section.tsx';
import { HandOverNote } from './hand-over-note.tsx';
import { Nothing, Section } from './section.tsx';
import { SummarySection } from './summary-section.tsx';
import { TechniquesSection } from './techniques-section.tsx';
import { useParts } from './use-parts.ts';

/** What is known of an incident beside its tasks. A part that can't be read says so alone. */
export function Context(props: PartProps) {
  const { incidentId } = props.group;
  if (incidentId === '') {
    return (
      <Section title="Incident">
        <Nothing>Microsoft Graph doesn’t show which incident these tasks belong to.</Nothing>
      </Section>
    );
  }
  // What is unfolded belongs to one incident.
  return <ContextOfIncident key={incidentId} {...props} />;
}

function ContextOfIncident(props: PartProps) {
  const { group, onComment } = props;
  const { incidentId } = group;
  const parts = useParts(props);
  return (
    <div className={styles.pane}>
      <span role="status" className={styles.spoken}>
        {parts.isLoading ? 'Loading incident…' : ''}
      </span>
      <SummarySection parts={parts} />
      <ExpertsSection parts={parts} isOpen={isOnDesk(group)} />
      <AlertsSection parts={parts} incidentId={incidentId} />
      <TechniquesSection parts={parts} />
      <EvidenceSection parts={parts} incidentId={incidentId} />
      <CommentsSection parts={parts} onComment={onComment} />
      <AssessmentSection parts={parts} />
      <HandOverNote group={group} parts={parts} />
    </div>
  );
}
