import { expect, it } from 'vitest';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { choicesOf } from '../../ui/list-page/filter-choices.ts';
import { passing } from '../../ui/list-page/filters.ts';
import type { TasksSearch } from './search.ts';
import { taskFiltersOf } from './task-filters.ts';

const taskFilters = taskFiltersOf(new Map(), new Set());

it('a task needs one of the chosen members in every filter', () => {
  const search: TasksSearch = { status: ['open', 'failed'], type: ['isolateDevice'] };
  const passes = passing(
    taskFilters,
    taskFilters.map(({ id }) => search[id] ?? []),
  );
  expect(passes?.(testTask())).toBe(true);
  expect(passes?.(testTask({ status: 'completed' }))).toBe(false);
  expect(passes?.(testTask({ actionType: 'text' }))).toBe(false);
});

it('members are offered in the documented order and in words, then those that are not known as they came', () => {
  const byActionStatus = taskFilters.find(({ id }) => id === 'actionStatus');
  const statuses = ['queued', 'failed', 'notStarted', 'failed'];
  const tasks = statuses.map((actionStatus) => testTask({ actionStatus }));
  expect(byActionStatus && choicesOf(byActionStatus, tasks, ['completed'])).toEqual([
    { value: 'notStarted', label: 'Not started', count: 1 },
    { value: 'completed', label: 'Completed', count: 0 },
    { value: 'failed', label: 'Failed', count: 2 },
    { value: 'queued', label: 'queued', count: 1 },
  ]);
});

it('a task without a source is offered in words', () => {
  const bySource = taskFilters.find(({ id }) => id === 'source');
  expect(bySource && choicesOf(bySource, [testTask({ source: '' })], [])).toEqual([
    { value: '', label: 'Not provided', count: 1 },
  ]);
});

it('a task has the severity of its incident, the most severe offered first; not loaded is a choice of its own', () => {
  const incidents = new Map([
    ['1', testIncident({ id: '1', severity: 'low' })],
    ['2', testIncident({ id: '2', severity: 'high' })],
  ]);
  const [bySeverity] = taskFiltersOf(incidents, new Set());
  const tasks = ['1', '2', '3'].map((id) => testTask({ id, incident: { id } }));
  tasks.push(testTask({ id: '4', incident: null }));
  expect(bySeverity && choicesOf(bySeverity, tasks, [])).toEqual([
    { value: 'high', label: 'High', count: 1 },
    { value: 'low', label: 'Low', count: 1 },
    { value: 'notLoaded', label: 'Not loaded', count: 1 },
  ]);
});

it('what is stuck is found as such, and among what is in progress', () => {
  const filters = taskFiltersOf(new Map(), new Set(['1']));
  const byActionStatus = filters.find(({ id }) => id === 'actionStatus');
  const tasks = ['1', '2'].map((id) => testTask({ id, actionStatus: 'inProgress' }));
  expect(byActionStatus && choicesOf(byActionStatus, tasks, [])).toEqual([
    { value: 'inProgress', label: 'In progress', count: 2 },
    { value: 'stuck', label: 'Stuck', count: 1 },
  ]);
});
