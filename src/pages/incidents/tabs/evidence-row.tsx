import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { showHidden, showName } from '../../../lib/visible-text.ts';
import { ActionStatusLabel } from '../../../resources/incident-tasks/labels.tsx';
import { taskTitle } from '../../../resources/incident-tasks/words.ts';
import { evidenceFacts } from '../../../resources/incidents/evidence-facts.ts';
import { type EvidenceItem, evidenceName } from '../../../resources/incidents/evidence-summary.ts';
import type { ActingTask } from '../../../resources/incidents/evidence-tasks.ts';
import { evidenceKindText } from '../../../resources/incidents/evidence-words.ts';
import { countOf } from '../../../ui/format.ts';
import { EvidenceIcon, RemediationLabel, VerdictLabel } from '../context/evidence-marks.tsx';
import { TabLink } from '../context/section.tsx';
import styles from './evidence.module.css';

/** A thing that alerts found: what it is, how it was judged, what was done about it, and what tasks will do. */
export function EvidenceRow({
  item: { evidence, verdict, alerts },
  acting = [],
  incidentId,
}: {
  item: EvidenceItem;
  acting: readonly ActingTask[] | undefined;
  incidentId: string;
}) {
  const name = showName(evidenceName(evidence)) || evidenceKindText(evidence) || 'Not named';
  const facts = evidenceFacts(evidence);
  const { remediationStatus } = evidence;
  const isSaid = remediationStatus !== '' && remediationStatus !== 'none';
  const details = evidence.remediationStatusDetails.trim();
  return (
    <li className={styles.row}>
      <EvidenceIcon evidence={evidence} />
      <div className={styles.said}>
        <bdi className={styles.name} title={name}>
          {name}
        </bdi>
        <p className={styles.facts}>
          {facts.map((fact, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two facts may be alike
            <span key={at}>
              <bdi>{showHidden(fact)}</bdi>
            </span>
          ))}
          {alerts > 1 && <span>in {countOf(alerts, 'alert')}</span>}
        </p>
      </div>
      <span className={styles.verdict}>
        <VerdictLabel verdict={verdict} />
      </span>
      <span className={styles.state} title={details === '' ? undefined : showHidden(details)}>
        <span className={styles.label}>Remediation: </span>
        {isSaid ? <RemediationLabel evidence={evidence} /> : '–'}
      </span>
      {acting.length > 0 && (
        <ul className={styles.tasks} aria-label="Tasks">
          {acting.map(({ task, witness }) => (
            <li key={task.id} className={styles.task}>
              <TabLink incidentId={incidentId} task={task.id}>
                <bdi>{taskTitle(task)}</bdi>
              </TabLink>
              <ActionStatusLabel task={task} />
              {witness.kind === 'disagrees' && (
                <span className={styles.disagrees}>
                  <WarningFilled />
                  {witness.text}
                </span>
              )}
              {witness.kind === 'agrees' && <span className={styles.agrees}>{witness.text}</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
