import { expect, it } from 'vitest';
import { tasksByIncident } from '../incident-tasks/by-incident.ts';
import { testTask } from '../incident-tasks/test-task.ts';
import { assignedText, deskCounts, deskDeadline, hasNoOwner, isListed } from './desk.ts';
import { testIncident } from './test-incident.ts';

const owners = {
  mine: 'SAM@contoso.example',
  named: 'Sam Operator',
  other: 'Priya Nair',
  customer: 'Customer',
  none: '',
};
const tasks = [...Object.keys(owners), 'missing', 'resolved', 'merged'].map((id) =>
  testTask({ id: `${id} task`, incident: { id } }),
);
const incidents = new Map(
  [
    ...Object.entries(owners).map(([id, assignedTo]) => testIncident({ id, assignedTo })),
    testIncident({ id: 'resolved', status: 'resolved' }),
    testIncident({ id: 'merged', status: 'redirected' }),
  ].map((incident) => [incident.id, incident]),
);
const groups = tasksByIncident(tasks, incidents);
const me = ['sam@contoso.example', 'Sam Operator'];
const ids = (filter: 'open' | 'mine' | 'noOwner') =>
  groups.filter((group) => isListed(group, filter, me)).map(({ incidentId }) => incidentId);

it('the desk shows open incidents, mine, and those without an owner', () => {
  expect(ids('open')).toEqual(['mine', 'named', 'other', 'customer', 'none', 'missing']);
  expect(ids('mine')).toEqual(['mine', 'named']);
  expect(ids('noOwner')).toEqual(['customer', 'none']);
  expect(deskCounts(groups, me)).toEqual({ open: 6, mine: 2, noOwner: 2 });
  expect(hasNoOwner({ assignedTo: ' Defender Experts ' })).toBe(true);
});

it('who has an incident is told in the same words everywhere', () => {
  const texts = ['Priya Nair', 'Customer', ' '].map((assignedTo) => assignedText({ assignedTo }));
  expect(texts).toEqual(['assigned to Priya Nair', 'no owner, handed to Customer', 'no owner']);
});

it('a deadline is told while something is left to do', () => {
  const comments = [
    {
      comment: 'Isolate before 22:30.',
      createdByDisplayName: '',
      createdDateTime: Date.UTC(2026, 10, 30, 19),
    },
  ];
  const group = (status: string, given = {}) =>
    tasksByIncident([testTask(given)], new Map([['2972395', testIncident({ comments, status })]]))[0];
  const at = (each = group('active')) => each && deskDeadline(each, 'UTC')?.at;
  expect(at()).toBe(Date.UTC(2026, 10, 30, 22, 30));
  expect(at(group('resolved'))).toBeUndefined();
  expect(at(tasksByIncident([testTask()], new Map())[0])).toBeUndefined();
});
