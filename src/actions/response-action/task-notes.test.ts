import { expect, it } from 'vitest';
import { itemOf, runOf, stepOf, taskItemOf } from '../../runs/testing/test-runs.ts';
import { taskNotes } from './task-notes.ts';

const done = { phase: 'settled', outcome: 'confirmed' } as const;
const run = (note: string, kind: string, ...items: ReturnType<typeof itemOf>[]) => ({
  ...runOf([stepOf('s', items)], { intent: { kind } }),
  note,
});

it('tells the note of the last run that sent something for a task, of its user too', () => {
  const notes = taskNotes([
    run('', 'task-status', taskItemOf('a', done)),
    run('CHG-441', 'task-status', taskItemOf('a', done), taskItemOf('b')),
    run('Older', 'response-action', taskItemOf('a', done), taskItemOf('c', { ...done, outcome: 'skipped' })),
    run('Asked Megan', 'user-action', itemOf('account', { ...done, reviewed: { tasks: 'd e' } })),
    run('A driver', 'driver-approval', itemOf('f', done)),
  ]);
  expect([...notes]).toEqual([
    ['a', 'CHG-441'],
    ['d', 'Asked Megan'],
    ['e', 'Asked Megan'],
  ]);
});
