import { CircleHintRegular } from '@fluentui/react-icons/headless/svg/circle-hint';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { useId } from 'react';
import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import type { HandOverIncident } from '../../resources/hand-over/hand-over.ts';
import { longestNote } from '../../resources/hand-over/notes.ts';
import { type Notes, notKeptText } from '../../resources/hand-over/use-notes.ts';
import {
  commentsText,
  deadlineText,
  leftText,
  ownerText,
  seenText,
} from '../../resources/hand-over/words.ts';
import { SeverityMark } from '../../resources/incidents/severity-mark.tsx';
import { groupTitle, incidentStatusText } from '../../resources/incidents/words.ts';
import { Button } from '../../ui/button.tsx';
import { StatusLabel } from '../../ui/status-label.tsx';
import { IncidentLink } from './incident-link.tsx';
import styles from './incident-section.module.css';
import { TaskLine } from './task-line.tsx';

/** The id of the field with the note of an incident. */
export function noteFieldOf(incidentId: string): string {
  return `next-step-${incidentId}`;
}

/** One incident of a hand-over: how it stands, the next step, and its tasks. */
export function IncidentSection({
  incident: given,
  notes,
  now,
}: {
  incident: HandOverIncident;
  notes: Notes;
  now: Instant;
}) {
  const id = useId();
  const { group, lines, owner, sent } = given;
  const { incident, incidentId } = group;
  const due = deadlineText(given, now);
  const comments = commentsText(given, now);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        <IncidentLink incidentId={incidentId} className={styles.link}>
          <bdi>{groupTitle(given.group)}</bdi>
        </IncidentLink>
      </h2>
      <div className={styles.facts}>
        {incident && <SeverityMark incident={incident} />}
        {incidentId !== '' && (
          <span>
            Incident <bdi>{showHidden(incidentId)}</bdi>
          </span>
        )}
        {incident && <span>{incidentStatusText(incident)}</span>}
        {owner === 'nobody' ? (
          <StatusLabel icon={WarningFilled} tone="warning" text="no owner" />
        ) : (
          <bdi>{ownerText(given)}</bdi>
        )}
        <span>{leftText(given)}</span>
      </div>
      {due !== '' && (
        <p className={styles.due}>
          <bdi>{due}</bdi>
        </p>
      )}
      {incidentId !== '' && <NextStep given={given} titleId={id} notes={notes} />}
      {lines.length > 0 && (
        <ul className={styles.lines} aria-labelledby={id}>
          {lines.map((line) => (
            <TaskLine key={line.task.id} line={line} now={now} />
          ))}
        </ul>
      )}
      {sent.length > 0 && (
        <ul className={styles.sent} aria-label="Sent from this browser">
          {sent.map((seen) => (
            <li key={`${seen.at} ${seen.text}`}>
              {seen.isUnknown ? (
                <StatusLabel icon={CircleHintRegular} tone="unknown" text={seenText(seen, now, 'you')} />
              ) : (
                <bdi>{seenText(seen, now, 'you')}</bdi>
              )}
            </li>
          ))}
        </ul>
      )}
      {comments !== '' && (
        <p className={styles.comments}>
          <bdi>{comments}</bdi>
        </p>
      )}
    </section>
  );
}

/** The person's own note, kept with each letter. Once nothing is left to do, it can go. */
function NextStep({
  given: {
    isOpen,
    note,
    group: { incidentId },
  },
  titleId,
  notes,
}: {
  given: HandOverIncident;
  titleId: string;
  notes: Notes;
}) {
  const field = noteFieldOf(incidentId);
  return (
    <div className={styles.note}>
      <label id={`${field}-label`} htmlFor={field} className={styles.noteLabel}>
        Next step
      </label>
      <textarea
        id={field}
        aria-labelledby={`${field}-label ${titleId}`}
        className={styles.noteField}
        rows={1}
        maxLength={longestNote}
        placeholder="What the next shift must do, and until when"
        dir="auto"
        value={notes.noteOf(incidentId)}
        onChange={({ target }) => notes.write(incidentId, target.value)}
      />
      {!notes.isKept(incidentId) && (
        <div role="status" className={styles.noteFoot}>
          <StatusLabel icon={WarningFilled} tone="danger" text={notKeptText} />
        </div>
      )}
      {!isOpen && note !== '' && (
        <div className={styles.noteFoot}>
          <span>Nothing left to do. This note stays in every hand-over until you clear it.</span>
          <Button
            id={`${field}-clear`}
            size="small"
            aria-labelledby={`${field}-clear ${titleId}`}
            onClick={() => notes.write(incidentId, '')}
          >
            Clear note
          </Button>
        </div>
      )}
    </div>
  );
}
