import { ArrowLeftRegular } from '@fluentui/react-icons/headless/svg/arrow-left';
import type { IncidentDetails } from '../../graph/incident-details.ts';
import type { TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { SeverityMark } from '../../resources/incidents/severity-mark.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHeading } from '../../ui/page.tsx';
import styles from './incident-head.module.css';
import type { Desk } from './use-desk.ts';
import { incidentTitle } from './words.ts';

/** What an incident is, and what can be done with all of it. */
export function IncidentHead({
  titleId,
  group,
  desk,
  onBack,
}: {
  titleId: string;
  group: TasksOfIncident;
  details: IncidentDetails | undefined;
  desk: Desk;
  onBack: (() => void) | undefined;
}) {
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
      <p className={styles.facts}>
        <SeverityMark incident={group.incident} isLoading={desk.incidentsQuery.isFetching} />
      </p>
      <h2 id={titleId} className={styles.title} tabIndex={-1} data-details-title="">
        <bdi>{incidentTitle(group)}</bdi>
      </h2>
    </header>
  );
}
