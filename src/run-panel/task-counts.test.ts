import { describe, expect, it } from 'vitest';
import type { IncidentTask } from '../graph/incident-tasks.ts';
import { progressOf } from '../resources/incident-tasks/progress.ts';
import { testTask } from '../resources/incident-tasks/test-task.ts';
import { countTasks, type InRun, needingAttention } from './task-counts.ts';

const hour = 3_600_000;
const none = { notStarted: 0, failed: 0, partiallyCompleted: 0, stuck: 0, unknown: 0, inProgress: 0 };
const at = (now: number) => (task: IncidentTask) => progressOf(task, { usual: {}, started: {} }, now);

describe('the tasks of a list', () => {
  it('count once each, by what asks for attention', () => {
    const tasks = [
      testTask(),
      testTask({ actionStatus: 'inProgress', lastModifiedDateTime: 0 }),
      testTask({ actionStatus: 'inProgress', lastModifiedDateTime: 3 * hour }),
      testTask({ actionStatus: 'failed', status: 'failed' }),
      testTask({ actionStatus: 'partiallyCompleted' }),
      testTask({ actionStatus: 'completed', status: 'completed' }),
    ];
    expect(countTasks(tasks, new Map(), at(3 * hour))).toEqual({
      ...none,
      notStarted: 1,
      stuck: 1,
      inProgress: 1,
      failed: 1,
      partiallyCompleted: 1,
    });
  });

  it.each(['completed', 'notRelevant'])('ask for no attention once they are %s', (status) => {
    const tasks = ['failed', 'partiallyCompleted', 'notStarted'].map((actionStatus) =>
      testTask({ status, actionStatus }),
    );
    expect(countTasks(tasks, new Map(), at(0))).toEqual(none);
  });
});

describe('a task that a run is about', () => {
  const inRun = { before: 'notStarted', phase: 'answered', outcome: 'started' } as const;
  const counted = (task: Partial<IncidentTask>, run: InRun) =>
    countTasks([testTask(task)], new Map([['213213', { item: run }]]), at(0));

  it('is in progress as soon as the run has started it, whatever the older list says', () => {
    expect(counted({}, inRun)).toEqual({ ...none, inProgress: 1 });
    expect(counted({}, { ...inRun, phase: 'sending', outcome: null })).toEqual({ ...none, inProgress: 1 });
  });

  it.each([
    ['failed', 'answered', 'unknown'],
    ['failed', 'answered', 'started'],
    ['partiallyCompleted', 'sending', null],
  ] as const)('counts as %s while its retry is %s, %s', (actionStatus, phase, outcome) => {
    const retried = { before: actionStatus, phase, outcome };
    expect(counted({ actionStatus }, retried)).toEqual({ ...none, [actionStatus]: 1 });
    // A person has closed it: it needs no attention.
    expect(counted({ actionStatus, status: 'completed' }, retried)[actionStatus]).toBe(0);
  });

  it('is unknown while no response says more', () => {
    expect(counted({}, { ...inRun, outcome: 'unknown' })).toEqual({ ...none, unknown: 1 });
  });

  it('counts by the list where that is newer, or nothing has been sent', () => {
    expect(counted({ actionStatus: 'failed', status: 'failed' }, inRun)).toEqual({ ...none, failed: 1 });
    expect(counted({}, { ...inRun, phase: 'planned', outcome: null })).toEqual({ ...none, notStarted: 1 });
  });
});

it('what needs attention is said in words, the failed first', () => {
  const counts = { ...none, failed: 1_200, stuck: 1, inProgress: 3 };
  expect(needingAttention(counts).map(({ text }) => text)).toEqual(['1,200 failed', '1 stuck']);
  expect(needingAttention(none)).toEqual([]);
});
