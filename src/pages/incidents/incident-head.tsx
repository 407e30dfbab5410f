import { ArrowLeftRegular } from '@fluentui/react-icons/headless/svg/arrow-left';
import { OpenRegular } from '@fluentui/react-icons/headless/svg/open';
import type { ReactNode } from 'react';
import { incidentStatuses } from '../../graph/incidents.ts';
import { isKnown } from '../../lib/members.ts';
import type { Problem } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { portalLink } from '../../resources/incident-tasks/portal-link.ts';
import { SeverityMark } from '../../resources/incidents/severity-mark.tsx';
import { groupTitle, incidentStatusText } from '../../resources/incidents/words.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { formatNear } from '../../ui/format-near.ts';
import { PageHeading } from '../../ui/page.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './incident-head.module.css';
import { ownerText } from './words.ts';

/**
 * What an incident is, and what can be done with all of it.
 *
 * @param props.isLoading the incident may still come
 * @param props.problem why the incident couldn't be read; all but a missing permission is told below
 * @param props.onBack leads to the list; absent where the list is beside it
 * @param props.progress how far its tasks are
 * @param props.children the commands
 */
export function IncidentHead({
  titleId,
  group,
  ownNames,
  isLoading,
  problem,
  onBack,
  progress,
  children,
}: {
  titleId: string;
  group: TasksOfIncident;
  ownNames: readonly string[];
  isLoading: boolean;
  problem: Problem | undefined;
  onBack: (() => void) | undefined;
  progress: ReactNode;
  children: ReactNode;
}) {
  const { incident, incidentId } = group;
  const href = incident && portalLink(incident);
  const owner = ownerText(group, ownNames);
  return (
    <header className={styles.head}>
      {onBack && (
        <div className={styles.back}>
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label="Back to the list"
            onClick={onBack}
          />
          <PageHeading title="Incidents" />
        </div>
      )}
      {incidentId !== '' && (
        <p className={styles.facts}>
          <span className={styles.severity} data-severity={incident?.severity}>
            <SeverityMark incident={incident} isLoading={isLoading} />
          </span>
          {incident && (
            <span
              className={styles.status}
              data-known={isKnown(incidentStatuses, incident.status) || undefined}
            >
              <bdi>{incidentStatusText(incident)}</bdi>
            </span>
          )}
          <span className={styles.line}>
            <span>
              Incident <bdi>{showHidden(incidentId)}</bdi>
              {!incident && !isLoading && (!problem || problem.kind === 'forbidden') && ', not readable'}
            </span>
            <At label="created" instant={incident?.createdDateTime ?? null} />
            <At label="last updated" instant={lastUpdateOf(group)} />
            {owner !== '' && (
              <span className={owner === 'no owner' ? styles.none : undefined}>
                {owner === 'no owner' ? owner : 'assigned to '}
                {owner !== 'no owner' && <bdi>{owner}</bdi>}
              </span>
            )}
          </span>
          {href !== undefined && (
            <a className={styles.portal} href={href} target="_blank" rel="noopener noreferrer">
              Open in Defender
              <OpenRegular aria-hidden="true" />
            </a>
          )}
        </p>
      )}
      <div className={styles.titled}>
        <h2
          id={titleId}
          className={styles.title}
          tabIndex={-1}
          data-details-title=""
          title={groupTitle(group)}
        >
          <bdi>{groupTitle(group)}</bdi>
        </h2>
        {progress}
      </div>
      {children}
    </header>
  );
}

/** Graph dates an incident by its own changes; what became of its tasks has changed it, too. */
function lastUpdateOf({ incident, tasks }: TasksOfIncident): number | null {
  if (!incident) return null;
  const times = [incident, ...tasks].map((each) =>
    'lastUpdateDateTime' in each ? each.lastUpdateDateTime : each.lastModifiedDateTime,
  );
  const latest = Math.max(...times.map((time) => time ?? 0));
  return latest === 0 ? null : latest;
}

function At({ label, instant }: { label: string; instant: number | null }) {
  const now = useNow();
  if (instant === null) return null;
  return (
    <span title={formatMoment(instant)}>
      {label} <time dateTime={new Date(instant).toISOString()}>{formatNear(instant, now)}</time>
    </span>
  );
}
