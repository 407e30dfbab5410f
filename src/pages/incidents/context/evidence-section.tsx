import { useMemo } from 'react';
import type { Alert } from '../../../graph/incident-details.ts';
import { showHidden, showName } from '../../../lib/visible-text.ts';
import { evidenceFacts } from '../../../resources/incidents/evidence-facts.ts';
import {
  type EvidenceItem,
  evidenceName,
  evidenceOf,
} from '../../../resources/incidents/evidence-summary.ts';
import { evidenceKindText } from '../../../resources/incidents/evidence-words.ts';
import { countOf, formatCount } from '../../../ui/format.ts';
import { EvidenceIcon, RemediationLabel, VerdictLabel } from './evidence-marks.tsx';
import styles from './evidence-section.module.css';
import { Bones, Nothing, Section, TabLink } from './section.tsx';
import type { Parts } from './use-parts.ts';

/** So many are shown; the tab has them all. */
const few = 5;

const noAlerts: readonly Alert[] = [];

/** The gravest evidence, each thing once. */
export function EvidenceSection({
  parts: { alerts, isLoading },
  incidentId,
}: {
  parts: Parts;
  incidentId: string;
}) {
  const list = alerts?.items ?? noAlerts;
  const items = useMemo(() => evidenceOf(list), [list]);
  const leftOut = list.reduce((sum, { evidence }) => sum + evidence.leftOut, 0);
  const rest = items.length - few;
  return (
    <Section title="Evidence" count={alerts && items.length} of={{ incidentId, tab: 'evidence' }}>
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.slice(0, few).map((item) => (
            <Row key={item.key} item={item} />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <TabLink incidentId={incidentId} tab="evidence" name={`${formatCount(rest)} more pieces of evidence`}>
          {formatCount(rest)} more
        </TabLink>
      )}
      {alerts && items.length === 0 && leftOut === 0 && (
        <Nothing>{alerts.leftOut > 0 ? 'No evidence in the alerts that were read' : 'No evidence'}</Nothing>
      )}
      {leftOut > 0 && <Nothing>{countOf(leftOut, 'entry', 'entries')} left out</Nothing>}
      {!alerts && (isLoading ? <Bones rows={few} /> : <Nothing>Not known without the alerts</Nothing>)}
    </Section>
  );
}

function Row({ item: { evidence, verdict } }: { item: EvidenceItem }) {
  const name = showName(evidenceName(evidence));
  const [fact = ''] = evidenceFacts(evidence);
  return (
    <li className={styles.row}>
      <EvidenceIcon evidence={evidence} />
      <span className={styles.said}>
        <bdi className={styles.name} title={name}>
          {name || evidenceKindText(evidence) || 'Not named'}
        </bdi>
        <span className={styles.fact}>
          <bdi>{showHidden(fact)}</bdi>
        </span>
      </span>
      <span className={styles.end}>
        <VerdictLabel verdict={verdict} />
        <span className={styles.state}>
          <RemediationLabel evidence={evidence} />
        </span>
      </span>
    </li>
  );
}
