import { describe, expect, it } from 'vitest';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { filterChoices, taskFilter, taskFilters } from './task-filters.ts';

describe('taskFilter', () => {
  it('lets everything pass when nothing is chosen', () => {
    expect(taskFilter({})).toBeUndefined();
    expect(taskFilter({ status: [] })).toBeUndefined();
  });

  it('needs one of the chosen members in every filter', () => {
    const passes = taskFilter({ status: ['open', 'failed'], type: ['isolateDevice'] });
    expect(passes?.(testTask())).toBe(true);
    expect(passes?.(testTask({ status: 'completed' }))).toBe(false);
    expect(passes?.(testTask({ actionType: 'text' }))).toBe(false);
  });
});

describe('filterChoices', () => {
  const [byActionStatus] = taskFilters;

  it('offers what occurs in the documented order, then unknown members as they came', () => {
    const statuses = ['queued', 'failed', 'notStarted', 'failed'];
    const tasks = statuses.map((actionStatus) => testTask({ actionStatus }));
    expect(byActionStatus && filterChoices(tasks, byActionStatus, [])).toEqual([
      { value: 'notStarted', label: 'Not started', count: 1 },
      { value: 'failed', label: 'Failed', count: 2 },
      { value: 'queued', label: 'queued', count: 1 },
    ]);
  });

  it('keeps a chosen member that no task has', () => {
    expect(byActionStatus && filterChoices([], byActionStatus, ['completed'])).toEqual([
      { value: 'completed', label: 'Completed', count: 0 },
    ]);
  });
});
