import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { SubtractRegular } from '@fluentui/react-icons/headless/svg/subtract';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useAccount } from '../../../auth/session.ts';
import { longestNote } from '../../../resources/hand-over/notes.ts';
import { notKeptText, useHandOverNotes } from '../../../resources/hand-over/use-notes.ts';
import { hasNoOwner } from '../../../resources/incidents/desk.ts';
import type { PartProps } from '../part.ts';
import styles from './hand-over-note.module.css';
import type { Parts } from './use-parts.ts';

/** What the next shift must know of this incident, and whether it will find an owner and a next step. */
export function HandOverNote({ group, parts: { facts } }: { group: PartProps['group']; parts: Parts }) {
  const id = useId();
  const { noteOf, isKept, write } = useHandOverNotes(useAccount());
  const note = noteOf(group.incidentId);
  const known = facts ?? group.incident;
  return (
    <section className={styles.note}>
      <h3 className={styles.title}>
        <label htmlFor={id}>Hand-over note</label>
      </h3>
      <textarea
        id={id}
        className={styles.text}
        rows={2}
        dir="auto"
        maxLength={longestNote}
        placeholder="The next step, for the next shift"
        value={note}
        onChange={({ target }) => write(group.incidentId, target.value)}
      />
      {!isKept(group.incidentId) && (
        <p role="status" className={styles.notKept}>
          <WarningFilled />
          {notKeptText}
        </p>
      )}
      <p className={styles.foot}>
        {known && <Mark isThere={!hasNoOwner(known)} what="owner" />}
        <Mark isThere={note.trim() !== '' && isKept(group.incidentId)} what="next step" />
        <Link to="/hand-over" className={styles.link}>
          Hand-over
        </Link>
      </p>
    </section>
  );
}

function Mark({ isThere, what }: { isThere: boolean; what: string }) {
  return (
    <span className={isThere ? styles.there : styles.missing}>
      {isThere ? <CheckmarkRegular /> : <SubtractRegular />}
      {isThere ? what : `no ${what}`}
    </span>
  );
}
