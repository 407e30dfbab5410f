import { expect, it } from 'vitest';
import { draftAbout, draftOf, readDraft } from '../../../dialogs/tasks/action-draft.ts';
import { testTask } from '../../../resources/incident-tasks/test-task.ts';
import { inAnotherRun } from '../../../runs/model/open-items.ts';
import { askedTasks } from './asked-tasks.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => testTask({ id })) as [Task, Task, Task, Task];
type Task = ReturnType<typeof testTask>;

function entry(task: Task, whySkipped?: string, isBusy = false, kind: 'run' | 'none' = 'run') {
  return { task, step: { kind }, isBusy, whySkipped } as const;
}

it('a run sends what could run as its dialog opened, and counts what can run since', () => {
  const draft = draftAbout('run', [a, b]);
  const now = askedTasks(
    draft,
    [a, b, c].map((task) => entry(task)),
    [a, b, c],
    [a, b, c],
  );
  expect(now).toEqual({ asked: [a, b], skipped: [], since: 1 });
});

it('the same after a trip to the sign-in page', () => {
  const restored = readDraft(JSON.parse(JSON.stringify(draftAbout('run', [a]))));
  if (!restored) throw new Error('No draft');
  expect(askedTasks(restored, [entry(a), entry(b)], [a, b], [a, b])).toMatchObject({ asked: [a], since: 1 });
  const { taskIds: _, ...older } = draftOf('run', null);
  expect(readDraft(older)).toEqual(draftOf('run', null));
  expect(askedTasks(draftOf('run', null), [entry(a)], [a], [a])).toMatchObject({ asked: [], since: 1 });
});

it('what can’t run any more is skipped with its reason, and what is done elsewhere isn’t listed', () => {
  const draft = draftAbout('run', [a, b, c]);
  const tasks = [
    entry(a, 'It ran before', false, 'none'),
    entry(b, undefined, true),
    entry(c),
    entry(d, 'It ran before', false, 'none'),
    entry(testTask({ id: 'e' })),
  ];
  expect(askedTasks(draft, tasks, [c], [a, b, c, d])).toEqual({
    asked: [c],
    skipped: [
      { row: a, reason: 'It ran before' },
      { row: b, reason: inAnotherRun },
      { row: testTask({ id: 'e' }), reason: 'Not selected' },
    ],
    since: 0,
  });
});

it('a task that a person selected goes along, although a run of the whole incident leaves it out', () => {
  const asked = askedTasks(draftAbout('run', [a]), [entry(a, 'It takes back')], [a], [a]);
  expect(asked).toEqual({ asked: [a], skipped: [], since: 0 });
});

it('one task, and a status, are about the tasks that the draft names', () => {
  const tasks = [entry(a), entry(b)];
  expect(askedTasks(draftOf('run', 'd'), tasks, [a, b], [a, b, d])).toEqual({
    asked: [d],
    skipped: undefined,
    since: 0,
  });
  expect(askedTasks(draftAbout('status', [b]), tasks, [a, b], [a, b]).asked).toEqual([b]);
});
