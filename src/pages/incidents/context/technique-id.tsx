import { capText } from '../../../lib/problem.ts';
import { showHidden } from '../../../lib/visible-text.ts';
import type { Technique } from '../../../resources/incidents/mitre.ts';
import styles from './technique-id.module.css';

/** The number of a technique, which leads to its page at MITRE; foreign text where it is none. */
export function TechniqueId({ technique: { id, href } }: { technique: Technique }) {
  if (href === undefined) {
    return (
      <code className={styles.id}>
        <bdi>{showHidden(capText(id, longest))}</bdi>
      </code>
    );
  }
  return (
    <a
      className={styles.id}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title="Open at MITRE ATT&CK"
    >
      {id}
    </a>
  );
}

/** In characters, of what is no technique. */
const longest = 60;
