import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Graph } from '../../graph/client.ts';
import { type Incident, incidentStatuses, severities } from '../../graph/incidents.ts';
import { isKnown } from '../../lib/members.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { portalLink } from '../../resources/incident-tasks/portal-link.ts';
import { incidentQuery } from '../../resources/incidents/queries.ts';
import { Facts } from '../../ui/details-panel.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { RawLabel } from '../../ui/status-label.tsx';

/** What Graph gives about the incident behind a task. */
export function IncidentFacts({ graph, incidentId }: { graph: Graph; incidentId: string }) {
  const query = useQuery(incidentQuery(graph, incidentId));
  const incident = query.data;
  const link = incident && portalLink(incident);
  return (
    <>
      <Facts
        rows={[
          ['Incident ID', <code key="id">{showHidden(incidentId)}</code>],
          ...(incident ? incidentRows(incident) : []),
          ...(link ? [['Portal', <ExternalLink key="portal" href={link} />] as const] : []),
        ]}
      />
      <QueryState
        query={query}
        loading={<p role="status">Loading incident…</p>}
        context={`Incident ${incidentId}`}
      />
    </>
  );
}

function incidentRows(incident: Incident): [string, ReactNode][] {
  const { displayName, severity, status, assignedTo } = incident;
  return [
    ['Title', displayName ? <bdi key="title">{showHidden(displayName)}</bdi> : 'Not provided'],
    [
      'Severity',
      isKnown(severities, severity) ? severityTexts[severity] : <RawLabel key="severity" member={severity} />,
    ],
    [
      'Status',
      isKnown(incidentStatuses, status) ? statusTexts[status] : <RawLabel key="status" member={status} />,
    ],
    ['Assigned to', assignedTo ? <bdi key="assigned">{showHidden(assignedTo)}</bdi> : 'Not assigned'],
  ];
}

/** Leads to an incident in the Defender portal, once Graph has given its address. */
export function PortalLink({ graph, incidentId }: { graph: Graph; incidentId: string }) {
  const { data: incident } = useQuery(incidentQuery(graph, incidentId));
  const href = incident && portalLink(incident);
  return href === undefined ? null : <ExternalLink href={href} />;
}

function ExternalLink({ href }: { href: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      Open in the Defender portal
    </a>
  );
}

const severityTexts = {
  unknown: 'Unknown',
  informational: 'Informational',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
} as const;

const statusTexts = {
  active: 'Active',
  resolved: 'Resolved',
  inProgress: 'In progress',
  redirected: 'Merged into another incident',
  awaitingAction: 'Awaiting your action',
} as const;
