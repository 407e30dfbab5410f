import { expect, it } from 'vitest';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { choicesOf } from '../../ui/list-page/filter-choices.ts';
import { passing } from '../../ui/list-page/filters.ts';
import type { TasksSearch } from './search.ts';
import { taskFilters } from './task-filters.ts';

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
  const [byActionStatus] = taskFilters;
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
