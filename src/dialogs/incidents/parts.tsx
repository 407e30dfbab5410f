import type { ReactNode } from 'react';
import type { Incident } from '../../graph/incidents.ts';
import type { LeftOut } from '../../lib/sort-out.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { incidentName } from '../../resources/incidents/words.ts';
import { reasonsText } from '../../ui/count-reasons.ts';
import { DialogDisclosure } from '../../ui/dialog-parts.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { Age } from '../../ui/time.tsx';
import styles from './parts.module.css';

/** So few incidents are shown without being asked for. */
const fewIncidents = 6;

/** "Lateral movement (2972395)": the number tells it from others of that name. A name may be long; it takes two lines. */
export function IncidentLabel({ incident }: { incident: Pick<Incident, 'id' | 'displayName'> }) {
  return (
    <span className={styles.label}>
      <bdi className={styles.name}>{incidentName(incident)}</bdi>{' '}
      <span className={styles.id}>
        (<bdi>{showHidden(incident.id)}</bdi>)
      </span>
    </span>
  );
}

/** The incidents that a decision is about. @param props.before stands before its name. @param props.rest what is said of each */
export function SentIncidents<Row extends { readonly incident: Incident }>({
  rows,
  isOpen = rows.length <= fewIncidents,
  before,
  rest,
}: {
  rows: readonly Row[];
  isOpen?: boolean;
  before?: (row: Row) => ReactNode;
  rest: (row: Row) => ReactNode;
}) {
  if (rows.length === 0) return null;
  return (
    <DialogDisclosure
      summary={rows.length === 1 ? 'The incident' : `The ${countOf(rows.length, 'incident')}`}
      label="Incidents to be changed"
      isOpen={isOpen}
    >
      {() =>
        rows.map((row) => (
          <li key={row.incident.id} className={before ? `${styles.row} ${styles.withText}` : styles.row}>
            {before?.(row)}
            <IncidentLabel incident={row.incident} />
            {rest(row)}
          </li>
        ))
      }
    </DialogDisclosure>
  );
}

/** How an incident is before the change. */
export function Now({ children }: { children: string }) {
  return (
    <div className={styles.quiet}>
      Now: <bdi>{children}</bdi>
    </div>
  );
}

/** The incidents that a decision leaves out, each with the reason. @param props.missing ids that the page has not loaded */
export function SkippedIncidents({
  leftOut,
  missing,
  isOpen,
}: {
  leftOut: readonly LeftOut<Incident>[];
  missing: readonly string[];
  isOpen: boolean;
}) {
  const count = leftOut.length + missing.length;
  if (count === 0) return null;
  const reasons = [...leftOut.map(({ reason }) => reason), ...missing.map(() => notLoaded)];
  return (
    <DialogDisclosure
      summary={`${formatCount(count)} skipped: ${reasonsText(reasons)}`}
      label="Skipped incidents"
      isOpen={isOpen}
    >
      {() => (
        <>
          {leftOut.map(({ row, reason }) => (
            <li key={row.id} className={styles.row}>
              <IncidentLabel incident={row} />: {reason}
            </li>
          ))}
          {missing.map((id) => (
            <li key={id} className={styles.row}>
              <bdi>{showHidden(id)}</bdi>: {notLoaded}
            </li>
          ))}
        </>
      )}
    </DialogDisclosure>
  );
}

const notLoaded = 'Not loaded';

/** How old the decision’s ground is, and that it is looked at again. @param props.loadedAt epoch ms; 0: not loaded */
export function CheckedAgain({ loadedAt }: { loadedAt: number }) {
  return (
    <>
      {loadedAt > 0 && (
        <>
          Loaded <Age instant={loadedAt} />.{' '}
        </>
      )}
      Each incident is checked again right before sending.
    </>
  );
}
