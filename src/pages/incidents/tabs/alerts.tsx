import { useMemo, useState } from 'react';
import type { Alert } from '../../../graph/incident-details.ts';
import type { Instant } from '../../../lib/instant.ts';
import { showHidden, showName } from '../../../lib/visible-text.ts';
import { portalLink } from '../../../resources/incident-tasks/portal-link.ts';
import { alertTimeline, spanText, type TimelineEntry } from '../../../resources/incidents/alert-timeline.ts';
import { alertStatusText, categoryText, detectionText } from '../../../resources/incidents/alert-words.ts';
import { techniquesOf } from '../../../resources/incidents/mitre.ts';
import { SeverityMark } from '../../../resources/incidents/severity-mark.tsx';
import { FoldedText } from '../../../ui/folded-text.tsx';
import {
  countOf,
  formatCount,
  formatDay,
  formatMinute,
  formatMoment,
  formatTime,
} from '../../../ui/format.ts';
import { AlertsProblem } from '../context/alerts-problem.tsx';
import { MoreButton } from '../context/more-button.tsx';
import { Bones, Nothing } from '../context/section.tsx';
import { TechniqueId } from '../context/technique-id.tsx';
import { useParts } from '../context/use-parts.ts';
import type { PartProps } from '../part.ts';
import styles from './alerts.module.css';

/** So many are drawn at first: an incident may have 500. */
const few = 50;

const noAlerts: readonly Alert[] = [];

/** Every alert of the incident, the newest first. */
export function Alerts(props: PartProps) {
  const parts = useParts(props);
  const { alerts, isLoading } = parts;
  const list = alerts?.items ?? noAlerts;
  const [shown, setShown] = useState(few);
  const { entries, span } = useMemo(() => alertTimeline(list), [list]);
  const spanned = span === undefined ? '' : spanText(span);
  const rest = entries.length - shown;
  const { incidentId } = props.group;
  return (
    <div className={styles.tab}>
      <AlertsProblem parts={parts} />
      {!alerts && isLoading && incidentId !== '' && <Bones rows={6} isTall />}
      {alerts && entries.length === 0 && alerts.leftOut === 0 && <Nothing>No alerts</Nothing>}
      {incidentId === '' && <Nothing>Without an incident, there are no alerts.</Nothing>}
      {entries.length > 0 && (
        <p className={styles.facts}>
          <span>{countOf(entries.length, 'alert')}, newest first</span>
          {spanned !== '' && <span>{spanned} from the first activity to the last</span>}
        </p>
      )}
      <ol className={styles.list}>
        {entries.slice(0, shown).map((entry) => (
          <Entry key={entry.alert.id} entry={entry} />
        ))}
      </ol>
      {rest > 0 && (
        <MoreButton onShow={() => setShown(shown + few)}>
          Show {formatCount(Math.min(rest, few))} more of {formatCount(rest)}
        </MoreButton>
      )}
      {alerts && alerts.leftOut > 0 && <Nothing>{countOf(alerts.leftOut, 'alert')} left out</Nothing>}
    </div>
  );
}

function Entry({ entry: { alert, at, about } }: { entry: TimelineEntry }) {
  const techniques = techniquesOf([alert]);
  const href = portalLink({ incidentWebUrl: alert.alertWebUrl });
  const title = showHidden(alert.title) || 'Alert without a title';
  const facts = [
    categoryText(alert),
    detectionText(alert),
    alertStatusText(alert),
    showHidden(alert.threatDisplayName),
  ];
  return (
    <li className={styles.alert}>
      <div className={styles.head}>
        <h3 className={styles.title} title={title}>
          <bdi>{title}</bdi>
        </h3>
        <Span from={at} to={alert.lastActivityDateTime} />
      </div>
      <p className={styles.facts}>
        {alert.severity !== '' && <SeverityMark incident={alert} />}
        {about !== '' && (
          <span>
            <bdi>{showName(about)}</bdi>
          </span>
        )}
        {facts
          .filter((fact) => fact !== '')
          .map((fact) => (
            <span key={fact}>
              <bdi>{fact}</bdi>
            </span>
          ))}
      </p>
      {alert.description.trim() !== '' && alert.description.trim() !== alert.title.trim() && (
        <div className={styles.text}>
          <FoldedText text={alert.description} of={`the description of ${title.slice(0, 80)}`} />
        </div>
      )}
      {(techniques.length > 0 || href !== undefined) && (
        <p className={styles.foot}>
          {techniques.map((technique) => (
            <span key={technique.id} className={styles.technique}>
              {technique.name} <TechniqueId technique={technique} />
            </span>
          ))}
          {href !== undefined && (
            <a className={styles.portal} href={href} target="_blank" rel="noopener noreferrer" title={title}>
              Open alert in Defender
            </a>
          )}
        </p>
      )}
    </li>
  );
}

/** From the first activity to the last; one time where they are the same. */
function Span({ from, to }: { from: Instant | null; to: Instant | null }) {
  if (from === null) return <span className={styles.time}>No time given</span>;
  const isLonger = to !== null && to - from >= 60_000;
  const end = isLonger && (formatDay(from) === formatDay(to) ? formatTime(to) : formatMinute(to));
  return (
    <span className={styles.time}>
      <time dateTime={new Date(from).toISOString()} title={formatMoment(from)}>
        {formatMinute(from)}
      </time>
      {isLonger && (
        <>
          {' to '}
          <time dateTime={new Date(to).toISOString()} title={formatMoment(to)}>
            {end}
          </time>
        </>
      )}
    </span>
  );
}
