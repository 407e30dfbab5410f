import type { Incident } from '../../graph/incidents.ts';

/** An incident for tests: one of high severity that awaits action, but for what is given. */
export function testIncident(given: Partial<Incident> = {}): Incident {
  return {
    id: '2972395',
    displayName: 'Lateral movement on multiple endpoints',
    severity: 'high',
    status: 'awaitingAction',
    assignedTo: '',
    createdDateTime: 0,
    lastUpdateDateTime: null,
    incidentWebUrl: '',
    summary: '',
    classification: '',
    determination: '',
    customTags: [],
    comments: [],
    commentsLeftOut: 0,
    olderComments: 0,
    ...given,
  };
}
