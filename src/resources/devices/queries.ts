import type { QueryClient } from '@tanstack/react-query';
import type { IncidentDetails } from '../../graph/incident-details.ts';
import { incidentKeys } from '../incidents/queries.ts';
import { type DeviceFacts, deviceFactsOf } from './device-facts.ts';

/** The devices in the evidence of the incidents that have been opened. It reads nothing. */
export function loadedDevices(queryClient: QueryClient): readonly DeviceFacts[] {
  const opened = queryClient.getQueriesData<IncidentDetails>({
    queryKey: incidentKeys.all,
    predicate: ({ queryKey }) => queryKey[1] === incidentKeys.withoutAlerts('')[1],
  });
  const evidence = opened.flatMap(([, data]) =>
    (data?.alerts.items ?? []).flatMap((alert) => alert.evidence.items),
  );
  return deviceFactsOf(evidence.filter((piece) => piece.kind === 'device'));
}
