import { expect, it } from 'vitest';
import type { IncidentDetails } from '../../graph/incident-details.ts';
import { tasksByIncident } from '../../resources/incident-tasks/by-incident.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { openedGroup } from './opened.ts';

const [listed] = tasksByIncident([testTask()], new Map());
const comment = { comment: 'Seen', createdByDisplayName: 'Priya Nair', createdDateTime: 5 };
const details = {
  ...testIncident({ id: '2972395', createdDateTime: 3 }),
  comments: { items: [comment], leftOut: 0 },
} as unknown as IncidentDetails; // its other parts are not asked for

it('the incident’s own read counts more than the list’s', () => {
  const group = openedGroup('2972395', listed, details);
  expect(group.tasks).toHaveLength(1);
  expect(group.incident).toMatchObject({ id: '2972395', comments: [comment] });
  expect(group.since).toBe(3);
});

it('an incident without tasks has none, and one that can’t be read is as the list knows it', () => {
  expect(openedGroup('7', undefined, undefined)).toMatchObject({ incidentId: '7', tasks: [], isOpen: false });
  expect(openedGroup('2972395', listed, undefined)).toBe(listed);
});
