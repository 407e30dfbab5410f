import type { QueryClient } from '@tanstack/react-query';
import type { IncidentDetails } from '../../graph/incident-details.ts';
import { detailsPrefix } from '../incidents/details/queries.ts';
import { type DeviceFacts, deviceFactsOf } from './device-facts.ts';

/** The devices in the evidence of the incidents that have been opened. It reads nothing. */
export function loadedDevices(queryClient: QueryClient): readonly DeviceFacts[] {
  const opened = queryClient.getQueriesData<IncidentDetails>({
    queryKey: detailsPrefix,
  });
  const evidence = opened.flatMap(([, data]) =>
    (data?.alerts.items ?? []).flatMap((alert) => alert.evidence.items),
  );
  return deviceFactsOf(evidence.filter((piece) => piece.kind === 'device'));
}
