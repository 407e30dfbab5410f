import { Link } from '@tanstack/react-router';
import { severities } from '../../graph/incidents.ts';
import { isKnown } from '../../lib/members.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { dueText } from '../../resources/incidents/deadline.ts';
import { StackedBar, Swatch, type Tone } from '../../ui/charts/stacked-bar.tsx';
import { countOf, formatAge, formatCount, formatDuration } from '../../ui/format.ts';
import styles from './overview.module.css';
import { Panel } from './panel.tsx';
import type { IncidentLoad } from './task-facts.ts';

const mostRows = 5;

const severityLooks = {
  high: { tone: 'high', text: 'High' },
  medium: { tone: 'medium', text: 'Medium' },
  low: { tone: 'low', text: 'Low' },
  informational: { tone: 'other', text: 'Informational' },
  unknown: { tone: 'other', text: 'Unknown' },
} as const satisfies Record<string, { tone: Tone; text: string }>;

/** The tasks that nobody has started, by the severity of their incident; and the incidents that are most urgent. */
export function IncidentsPanel({
  loads,
  tasks,
  setAside,
  isComing,
  now,
}: {
  loads: readonly IncidentLoad[];
  /** How many tasks there are in all. */
  tasks: number;
  /** How many rows of the list of tasks could not be read. */
  setAside: number;
  /** Severities are still being read. */
  isComing: boolean;
  now: number;
}) {
  const notStarted = loads.reduce((sum, load) => sum + load.notStarted, 0);
  const unknown = loads.reduce((sum, load) => sum + load.unknown, 0);
  const unread = isComing ? 'Loading severity…' : 'Severity not loaded';
  const bySeverity = countBySeverity(loads, unread);
  return (
    <Panel
      title="Incident tasks"
      total={formatCount(notStarted)}
      note={`not started in open incidents${unknown > 0 ? `, ${formatCount(unknown)} unknown` : ''} · by severity, deadline, age`}
      end={<Link to="/incident-tasks">All incident tasks</Link>}
    >
      {loads.length === 0 ? (
        <p>{tasks === 0 ? 'There are no incident tasks.' : 'No open incident has a task to start.'}</p>
      ) : (
        <>
          <StackedBar segments={bySeverity.map((segment) => ({ ...segment, id: segment.text }))} />
          <ul className={styles.severities} aria-label="Not started by severity">
            {bySeverity.map(({ tone, text, severity, count }) => (
              <li key={text}>
                <Swatch tone={tone} />
                <Link
                  to="/incident-tasks"
                  search={{
                    severity: [severity],
                    actionStatus: ['notStarted'],
                    status: ['open', 'inProgress'],
                  }}
                >
                  {text} {formatCount(count)}
                </Link>
              </li>
            ))}
          </ul>
          <ul className={styles.list} aria-label="Incidents with tasks to start">
            {loads.slice(0, mostRows).map((load) => (
              <li key={load.incidentId}>
                <IncidentRow load={load} unread={unread} now={now} />
              </li>
            ))}
          </ul>
          {loads.length > mostRows && (
            <p className={styles.note}>
              <Link to="/incidents">and {countOf(loads.length - mostRows, 'more incident')}</Link>
            </p>
          )}
        </>
      )}
      {setAside > 0 && (
        <p className={styles.note}>
          <Link to="/incident-tasks">{countOf(setAside, 'row')} couldn’t be read</Link>
        </p>
      )}
    </Panel>
  );
}

function IncidentRow({ load, unread, now }: { load: IncidentLoad; unread: string; now: number }) {
  const { incidentId, incident, tasks, done, notStarted, unknown, deadline, growth } = load;
  const { failed, partiallyCompleted } = load;
  const name = showHidden(incident?.displayName || `Incident ${incidentId}`);
  const created = incident?.createdDateTime ?? null;
  const facts = [
    severityOf(load, unread).text,
    created === null ? '' : `${formatDuration(now - created)} old`,
    failed > 0 ? `${formatCount(failed)} failed` : '',
    partiallyCompleted > 0 ? `${formatCount(partiallyCompleted)} partially completed` : '',
    unknown > 0 ? `${formatCount(unknown)} unknown` : '',
  ].filter((fact) => fact !== '');
  return (
    <>
      <span className={styles.main}>
        <Link
          to="/incidents/$incidentId"
          params={{ incidentId: incidentId === '' ? 'none' : incidentId }}
          className={`${styles.name} ${styles.long}`}
          title={name}
        >
          <bdi>{name}</bdi>
        </Link>
        <span className={styles.note}>
          {growth && (
            <strong>
              {countOf(growth.count, 'new task')} {formatAge(growth.at, Math.max(now, growth.at))} ·{' '}
            </strong>
          )}
          {facts.join(' · ')} · <strong>{formatCount(notStarted)} not started</strong>
          {deadline && <strong> · {dueText(deadline, now)}</strong>}
        </span>
      </span>
      <span className={styles.progress}>
        <StackedBar segments={[{ tone: 'approved', count: done }]} total={tasks} />
        <span>
          {formatCount(done)} of {formatCount(tasks)} done
        </span>
      </span>
    </>
  );
}

/** @param unread what is said of a severity that isn't there */
function severityOf(
  { incident }: IncidentLoad,
  unread: string,
): { readonly tone: Tone; readonly text: string } {
  if (!incident) return { tone: 'other', text: unread };
  const { severity } = incident;
  return isKnown(severities, severity)
    ? severityLooks[severity]
    : { tone: 'other', text: showHidden(severity) };
}

function countBySeverity(loads: readonly IncidentLoad[], unread: string) {
  const counts = new Map<string, { tone: Tone; text: string; severity: string; count: number }>();
  for (const load of loads) {
    // As the filter of the tasks names a severity that has not been read.
    const severity = load.incident?.severity ?? 'notLoaded';
    const before = counts.get(severity)?.count ?? 0;
    counts.set(severity, { ...severityOf(load, unread), severity, count: before + load.notStarted });
  }
  return [...counts.values()];
}
