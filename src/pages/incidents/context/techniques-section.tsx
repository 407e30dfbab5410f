import { useState } from 'react';
import { type Technique, techniquesOf } from '../../../resources/incidents/mitre.ts';
import { countOf } from '../../../ui/format.ts';
import { MoreButton } from './more-button.tsx';
import { Bones, Nothing, Section } from './section.tsx';
import { TechniqueId } from './technique-id.tsx';
import styles from './techniques-section.module.css';
import type { Parts } from './use-parts.ts';

/** So many are shown before a person asks for the rest. */
const few = 8;

/** What the attacker did, in the order of the kill chain. */
export function TechniquesSection({ parts: { alerts, isLoading } }: { parts: Parts }) {
  const [isOpen, setOpen] = useState(false);
  const techniques = techniquesOf(alerts?.items ?? []);
  const shown = isOpen ? techniques : techniques.slice(0, few);
  return (
    <Section title="MITRE ATT&CK">
      {shown.length > 0 && (
        <ul className={styles.techniques}>
          {shown.map((technique, at) => (
            <Row key={technique.id} technique={technique} before={shown[at - 1]} />
          ))}
        </ul>
      )}
      {techniques.length > shown.length && (
        <MoreButton onShow={() => setOpen(true)}>
          {countOf(techniques.length - shown.length, 'more technique')}
        </MoreButton>
      )}
      {alerts && techniques.length === 0 && (
        <Nothing>
          {alerts.leftOut > 0 ? 'No techniques named in the alerts that were read' : 'No techniques named'}
        </Nothing>
      )}
      {!alerts && (isLoading ? <Bones rows={3} /> : <Nothing>Not known without the alerts</Nothing>)}
    </Section>
  );
}

/** The tactic is named once for those that follow one another. */
function Row({ technique, before }: { technique: Technique; before: Technique | undefined }) {
  const { name, tactic } = technique;
  const isRepeated = before !== undefined && before.tactic === tactic;
  return (
    <li className={styles.row}>
      <span className={isRepeated ? `${styles.tactic} ${styles.repeated}` : styles.tactic}>
        {tactic || 'Other'}
      </span>
      <span className={styles.name}>{name}</span>
      <TechniqueId technique={technique} />
    </li>
  );
}
