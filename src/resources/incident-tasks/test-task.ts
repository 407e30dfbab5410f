import type { IncidentTask } from '../../graph/incident-tasks.ts';

/** A task for tests: an isolation that waits to be started, but for what is given. */
export function testTask(given: Partial<IncidentTask> = {}): IncidentTask {
  return {
    id: '213213',
    displayName: 'Isolate device FIN-LT-0231',
    description: '',
    status: 'open',
    source: 'defenderExpertsGuidedResponse',
    actionType: 'isolateDevice',
    actionStatus: 'notStarted',
    responseAction: { identifierValue: 'FIN-LT-0231', isolationType: 'full', deviceId: '' },
    createdDateTime: 0,
    createdByDisplayName: 'Defender Experts',
    lastModifiedDateTime: 0,
    lastModifiedByDisplayName: 'Defender Experts',
    incident: { id: '2972395' },
    ...given,
  };
}
