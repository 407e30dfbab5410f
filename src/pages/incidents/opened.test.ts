import { expect, it } from 'vitest';
import type { IncidentDetails } from '../../graph/incident-details.ts';
import { tasksByIncident } from '../../resources/incident-tasks/by-incident.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { changedLater, openedGroup } from './opened.ts';

const [listed] = tasksByIncident([testTask()], new Map());
const comment = { comment: 'Seen', createdByDisplayName: 'Priya Nair', createdDateTime: 5 };
const details = {
  ...testIncident({ id: '2972395', createdDateTime: 3 }),
  comments: { comments: [comment], commentsLeftOut: 0, olderComments: 0 },
} as unknown as IncidentDetails; // its other parts are not asked for

it('the incident’s own read counts more than an older one of the list, and has its age', () => {
  const { group, loadedAt } = openedGroup('2972395', { data: listed, at: 8 }, { data: details, at: 9 });
  expect(group.tasks).toHaveLength(1);
  expect(group.incident).toMatchObject({ id: '2972395', comments: [comment] });
  expect(group.since).toBe(3);
  expect(loadedAt).toBe(9);
});

it('a newer read of the list counts more than what is left of the incident’s own', () => {
  const incident = testIncident({ id: '2972395', assignedTo: 'Priya Nair' });
  const [newer] = tasksByIncident([testTask()], new Map([[incident.id, incident]]));
  const { group, loadedAt } = openedGroup('2972395', { data: newer, at: 10 }, { data: details, at: 9 });
  expect(group.incident).toBe(incident);
  expect(loadedAt).toBe(10);
  // The list may have been read without it.
  expect(openedGroup('2972395', { data: listed, at: 10 }, { data: details, at: 9 }).loadedAt).toBe(9);
});

it('the later change of the incident counts more than the later read', () => {
  const of = (lastUpdateDateTime: number | null) => testIncident({ id: '2972395', lastUpdateDateTime });
  const lead = (list: number | null, own: number | null, listedAt: number) => {
    const [row] = tasksByIncident([testTask()], new Map([['2972395', of(list)]]));
    const data = { ...details, lastUpdateDateTime: own };
    const { group } = openedGroup('2972395', { data: row, at: listedAt }, { data, at: 9 });
    return group.incident === row?.incident ? 'list' : 'own';
  };
  expect(lead(7, 5, 8)).toBe('list');
  expect(lead(5, 7, 10)).toBe('own');
  expect([lead(5, 5, 10), lead(5, 5, 8)]).toEqual(['list', 'own']);
  expect([lead(null, 7, 10), lead(7, null, 8)]).toEqual(['list', 'own']);
  expect(changedLater(of(null), of(null))).toBe(0);
});

it('an incident without tasks has none, and one that can’t be read is as the list knows it', () => {
  const none = { data: undefined, at: 0 };
  expect(openedGroup('7', none, none).group).toMatchObject({ incidentId: '7', tasks: [], isOpen: false });
  expect(openedGroup('2972395', { data: listed, at: 8 }, none)).toEqual({ group: listed, loadedAt: 8 });
  const undated = { ...details, createdDateTime: null };
  expect(openedGroup('7', none, { data: undated, at: 1 }).group.since).toBeNull();
});
