import { describe, expect, it } from 'vitest';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { noTasksWatched, watchTasks } from './failed-tasks.ts';

const running = testTask({ actionStatus: 'inProgress' });
const failed = testTask({ actionStatus: 'failed' });
const never = () => false;
const always = () => true;

/** What is told after each of these reads, with the person on another page. */
function toldOf(reads: readonly (readonly IncidentTask[])[], isTold = never, isSeen = never) {
  const last = reads.reduce((before, tasks) => watchTasks(before, tasks, isTold, isSeen), noTasksWatched);
  return last.failed.map(({ id }) => id);
}

describe('a task that fails', () => {
  it('is told on another page, and stays told until it no longer has failed, or is closed', () => {
    expect(toldOf([[running], [failed]])).toEqual([failed.id]);
    expect(toldOf([[running], [testTask({ actionStatus: 'partiallyCompleted' })]])).toEqual([failed.id]);
    expect(toldOf([[running], [failed], [failed]])).toEqual([failed.id]);
    expect(toldOf([[running], [failed], [testTask({ actionStatus: 'completed' })]])).toEqual([]);
    expect(toldOf([[running], [failed], [{ ...failed, status: 'completed' }]])).toEqual([]);
  });

  it('is no news where it had failed before it was first seen', () => {
    expect(toldOf([[failed], [failed]])).toEqual([]);
    expect(toldOf([[], [failed]])).toEqual([]);
  });

  it('is not told by two notices, nor to a person who looks at the task', () => {
    expect(toldOf([[running], [failed]], always)).toEqual([]);
    expect(toldOf([[running], [failed]], never, always)).toEqual([]);
    const seen = watchTasks(watchTasks(noTasksWatched, [running], never, always), [failed], never, always);
    expect(watchTasks(seen, [failed], never, never).failed).toEqual([]);
  });
});
