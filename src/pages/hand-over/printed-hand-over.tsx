import type { Instant } from '../../lib/instant.ts';
import { introText, nothingText } from '../../resources/hand-over/as-text.ts';
import type { HandOver, HandOverIncident } from '../../resources/hand-over/hand-over.ts';
import {
  commentsText,
  incidentLine,
  lineChange,
  lineState,
  seenText,
} from '../../resources/hand-over/words.ts';
import { groupTitle } from '../../resources/incidents/words.ts';
import { PrintSheet } from '../../ui/print-sheet.tsx';
import styles from './printed-hand-over.module.css';

/** The hand-over as paper shows it. */
export function PrintedHandOver({ given, by }: { given: HandOver; by: string }) {
  return (
    <PrintSheet>
      {() => (
        <>
          <h1>Hand-over</h1>
          <p>{introText(given, by)}</p>
          {given.missing.map((text) => (
            <p key={text}>
              <strong>Not complete: {text}</strong>
            </p>
          ))}
          {given.incidents.length === 0 && <p>{nothingText}</p>}
          {given.incidents.map((incident) => (
            <PrintedIncident key={incident.group.incidentId} incident={incident} now={given.now} by={by} />
          ))}
        </>
      )}
    </PrintSheet>
  );
}

function PrintedIncident({ incident, now, by }: { incident: HandOverIncident; now: Instant; by: string }) {
  const comments = commentsText(incident, now);
  return (
    <section>
      <h2 className={styles.title}>
        <bdi>{groupTitle(incident.group)}</bdi>
      </h2>
      <p className={styles.facts}>
        <bdi>{incidentLine(incident, now)}</bdi>
      </p>
      {incident.note !== '' && (
        <p className={styles.note}>
          <strong>Next step:</strong> <bdi>{incident.note}</bdi>
        </p>
      )}
      <ul>
        {incident.lines.map((line) => (
          <li key={line.task.id} className={styles.line}>
            <strong>
              <bdi>{line.name}</bdi>
            </strong>
            : {[lineState(line, now), lineChange(line, now)].filter(Boolean).join(', ')}
            {line.seen.map((seen) => (
              <div key={`${seen.at} ${seen.text}`}>{seenText(seen, now, by)}</div>
            ))}
          </li>
        ))}
        {incident.sent.map((seen) => (
          <li key={`${seen.at} ${seen.text}`}>{seenText(seen, now, by)}</li>
        ))}
        {comments !== '' && <li>{comments}</li>}
      </ul>
    </section>
  );
}
