import { expect, it } from 'vitest';
import type { Incident } from '../../graph/incidents.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { incidentLoads } from './task-facts.ts';

const incidentOf = (id: string, facts: Partial<Incident>) =>
  testIncident({ id, severity: 'medium', createdDateTime: 1_000, ...facts });

it('incidents with tasks that nobody has started come by severity, then by age; those not loaded come last', () => {
  const incidents = [
    incidentOf('low', { severity: 'low' }),
    incidentOf('young', { severity: 'high', createdDateTime: 2_000 }),
    incidentOf('old', { severity: 'high' }),
    incidentOf('strange', { severity: 'catastrophic' }),
  ];
  const tasks = ['missing', 'low', 'young', 'old', 'strange'].map((id) =>
    testTask({ id, incident: { id }, status: 'open', actionStatus: 'notStarted' }),
  );
  const loads = incidentLoads(tasks, new Map(incidents.map((incident) => [incident.id, incident])));
  expect(loads.map(({ incidentId }) => incidentId)).toEqual(['old', 'young', 'low', 'strange', 'missing']);
});

it('an incident counts its tasks, and is left out once each of them was started or closed', () => {
  const of = (id: string, facts: Parameters<typeof testTask>[0]) =>
    testTask({ id, incident: { id: 'one' }, status: 'open', ...facts });
  const tasks = [
    of('a', { actionStatus: 'notStarted' }),
    of('b', { actionStatus: 'completed' }),
    of('c', { actionStatus: 'failed' }),
    of('d', { actionStatus: 'notStarted', status: 'notRelevant' }),
    testTask({ id: 'e', incident: null, actionStatus: 'notStarted', status: 'open' }),
  ];
  expect(incidentLoads(tasks, new Map())).toMatchObject([{ tasks: 4, done: 1, notStarted: 1, failed: 1 }]);
  expect(incidentLoads(tasks.slice(1), new Map())).toEqual([]);
});
