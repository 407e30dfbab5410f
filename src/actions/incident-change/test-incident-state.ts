import type { IncidentState } from '../../graph/incident-state.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';

/** An incident as an action reads it, for tests. @param given its tags as texts */
export function testIncidentState({
  tags = [],
  tagsLeftOut = 0,
  ...given
}: Partial<Omit<IncidentState, 'customTags' | 'comments'>> & {
  readonly tags?: readonly string[];
  readonly tagsLeftOut?: number;
} = {}): IncidentState {
  return {
    ...testIncident({ id: '7', displayName: 'Lateral movement', status: 'active' }),
    lastUpdateDateTime: 5,
    lastModifiedBy: '',
    ...given,
    customTags: { items: tags, leftOut: tagsLeftOut },
    comments: { items: [], leftOut: 0 },
  };
}
