import type { Alert } from '../../../graph/incident-details.ts';
import { severities } from '../../../graph/incidents.ts';
import type { Instant } from '../../../lib/instant.ts';
import { isKnown } from '../../../lib/members.ts';
import { showHidden, showName } from '../../../lib/visible-text.ts';
import { alertTimeline, spanText, type TimelineEntry } from '../../../resources/incidents/alert-timeline.ts';
import { categoryText } from '../../../resources/incidents/alert-words.ts';
import { SeverityMark } from '../../../resources/incidents/severity-mark.tsx';
import { severityText } from '../../../resources/incidents/words.ts';
import { countOf, formatCount, formatMoment, formatShortDay, formatTime } from '../../../ui/format.ts';
import { RawLabel } from '../../../ui/status-label.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { AlertsProblem } from './alerts-problem.tsx';
import styles from './alerts-section.module.css';
import { Bones, Nothing, Section, TabLink } from './section.tsx';
import type { Parts } from './use-parts.ts';

/** So many are shown; the tab has them all. */
const few = 5;

/** The latest alerts, newest first. */
export function AlertsSection({ parts, incidentId }: { parts: Parts; incidentId: string }) {
  const { alerts, isLoading } = parts;
  const { entries, span } = alertTimeline(alerts?.items ?? []);
  const rest = entries.length - few;
  const spanned = span === undefined ? '' : spanText(span);
  return (
    <Section
      title="Alerts"
      count={alerts?.items.length}
      of={{ incidentId, tab: 'alerts' }}
      aside={spanned !== '' && <span title="From the first activity to the last">{spanned}</span>}
    >
      {entries.length > 0 && (
        <ol className={styles.timeline}>
          {entries.slice(0, few).map((entry) => (
            <Entry key={entry.alert.id} entry={entry} />
          ))}
        </ol>
      )}
      {rest > 0 && (
        <TabLink incidentId={incidentId} tab="alerts">
          {formatCount(rest)} more
        </TabLink>
      )}
      {alerts && alerts.items.length === 0 && alerts.leftOut === 0 && <Nothing>No alerts</Nothing>}
      {alerts && alerts.leftOut > 0 && <Nothing>{countOf(alerts.leftOut, 'alert')} left out</Nothing>}
      {!alerts && isLoading && <Bones rows={few} isTall />}
      {!alerts && !isLoading && parts.problem?.kind !== 'forbidden' && <Nothing>Not loaded</Nothing>}
      <AlertsProblem parts={parts} />
    </Section>
  );
}

function Entry({ entry: { alert, at, about } }: { entry: TimelineEntry }) {
  return (
    <li className={styles.entry}>
      <SeverityMark incident={{ severity: alert.severity || 'unknown' }} isBare />
      <span className={styles.title}>
        <bdi>{showHidden(alert.title) || 'Alert without a title'}</bdi>
      </span>
      {at === null ? <span className={styles.time}>–</span> : <When at={at} />}
      <span className={styles.about}>
        <SeverityNote alert={alert} />
        <bdi>{showName(about) || categoryText(alert)}</bdi>
      </span>
    </li>
  );
}

/** The severity in words where bars can't tell it. */
function SeverityNote({ alert }: { alert: Alert }) {
  const { severity } = alert;
  if (['high', 'medium', 'low', 'unknown', ''].includes(severity)) return null;
  if (!isKnown(severities, severity)) return <RawLabel member={severity} />;
  return <span>{severityText(alert)}</span>;
}

/** So long, in ms, nobody takes a time for one of another day: a shift goes past midnight. */
const sameShift = 20 * 3_600_000;

/** The time where that is enough, or else the day. */
function When({ at }: { at: Instant }) {
  const now = useNow();
  return (
    <time className={styles.time} dateTime={new Date(at).toISOString()} title={formatMoment(at)}>
      {now - at < sameShift ? formatTime(at) : formatShortDay(at, now)}
    </time>
  );
}
