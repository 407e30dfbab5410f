import { useQuery } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import type { Incident } from '../../graph/incidents.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { portalLink } from '../../resources/incident-tasks/portal-link.ts';
import { assignedText } from '../../resources/incidents/desk.ts';
import { incidentQuery } from '../../resources/incidents/queries.ts';
import { SeverityMark } from '../../resources/incidents/severity-mark.tsx';
import { assessmentText, incidentStatusText, leadingComment } from '../../resources/incidents/words.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { formatAge, formatMoment } from '../../ui/format.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './incident-card.module.css';

interface IncidentOfTask {
  readonly graph: Graph;
  readonly incidentId: string;
  /** As the list has read it; undefined where that has not. */
  readonly known: Incident | undefined;
  /** The list is still reading: what is missing may come with it. */
  readonly isAwaited: boolean;
  /** Incidents may not be read: the list says so. */
  readonly isForbidden: boolean;
}

/** The incident of a task: from the list where that has read it, else by its id. */
function useIncident({ graph, incidentId, known, isAwaited, isForbidden }: IncidentOfTask) {
  const query = useQuery({
    ...incidentQuery(graph, incidentId),
    enabled: known === undefined && !isAwaited && !isForbidden,
  });
  return { query, incident: known ?? query.data };
}

/** What Graph gives about the incident behind a task: how urgent it is, what happened, and what Defender Experts ask for. */
export function IncidentCard(props: IncidentOfTask) {
  const { incidentId } = props;
  const { query, incident } = useIncident(props);
  const comment = incident && leadingComment(incident);
  const title = incident?.displayName || `Incident ${incidentId}`;
  return (
    <section className={styles.card} aria-label="Incident">
      <div className={styles.head}>
        <SeverityMark incident={incident} isLoading={query.isFetching || props.isAwaited} />
        <PortalLink {...props} />
      </div>
      <h3 className={styles.title}>
        <bdi>{showHidden(title)}</bdi>
      </h3>
      <p className={styles.facts}>
        {incident ? (
          <>
            <span>{incidentStatusText(incident)}</span>
            <span>{assessmentText(incident)}</span>
            <Began incident={incident} />
            <span>
              <bdi>{assignedText(incident)}</bdi>
            </span>
          </>
        ) : null}
        <span>
          ID <code>{showHidden(incidentId)}</code>
        </span>
      </p>
      {comment && (
        <figure className={styles.comment}>
          <blockquote className={`${styles.said} ${styles.text}`}>
            <ForeignText text={comment.comment} />
          </blockquote>
          <figcaption>
            <bdi>{showHidden(comment.createdByDisplayName) || 'Author not provided'}</bdi>
            {comment.createdDateTime !== null && <Ago instant={comment.createdDateTime} />}
          </figcaption>
        </figure>
      )}
      {incident?.summary && (
        <div className={styles.text}>
          <ForeignText text={incident.summary} />
        </div>
      )}
      {!incident && props.isForbidden && (
        <p className={styles.facts}>
          No permission to load this incident. The message below the list says more.
        </p>
      )}
      {!incident && !props.isForbidden && (
        <QueryState
          query={query}
          loading={<p role="status">Loading incident…</p>}
          context={`Incident ${incidentId}`}
        />
      )}
    </section>
  );
}

function Began({ incident: { createdDateTime } }: { incident: Incident }) {
  const now = useNow();
  if (createdDateTime === null) return null;
  return <span title={formatMoment(createdDateTime)}>began {formatAge(createdDateTime, now)}</span>;
}

function Ago({ instant }: { instant: number }) {
  const now = useNow();
  return <span title={formatMoment(instant)}>, {formatAge(instant, Math.max(now, instant))}</span>;
}

/** Leads to the incident in the Defender portal, once Graph has given its address. */
export function PortalLink(props: IncidentOfTask) {
  const { incident } = useIncident(props);
  const href = incident && portalLink(incident);
  return href === undefined ? null : (
    <a href={href} target="_blank" rel="noopener noreferrer">
      Open in the Defender portal
    </a>
  );
}
