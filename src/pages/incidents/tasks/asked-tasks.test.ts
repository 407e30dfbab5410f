import { expect, it } from 'vitest';
import { readTask, reviewedTask } from '../../../actions/response-action/reviewed.ts';
import { whyTypeTasks } from '../../../actions/response-action/why-type.ts';
import { draftAbout, draftOf, readDraft } from '../../../dialogs/tasks/action-draft.ts';
import { deviceFactsOf } from '../../../resources/devices/device-facts.ts';
import { testTask } from '../../../resources/incident-tasks/test-task.ts';
import { testEvidence } from '../../../resources/incidents/test-alerts.ts';
import { inAnotherRun } from '../../../runs/model/open-items.ts';
import { askedTasks, serversOf } from './asked-tasks.ts';

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

it('servers go by what their tasks say, whether a name or an ID: the number is typed for both', () => {
  const id = 'a'.repeat(40);
  const on = (identifierValue: string, actionType = 'isolateDevice') => ({
    task: testTask({ actionType, responseAction: { identifierValue, isolationType: '', deviceId: id } }),
  });
  const factsOf = (given: object) => deviceFactsOf([testEvidence('device', given)])[0];
  const server = factsOf({ hostName: 'SRV-FILE-02', mdeDeviceId: id });
  const servers = serversOf([
    { target: { facts: server }, tasks: [on('SRV-FILE-02'), on(id), on('x.exe', 'stopAndQuarantineFile')] },
    { target: { facts: factsOf({ hostName: 'PC-1' }) }, tasks: [on('PC-1')] },
    { target: { facts: undefined }, tasks: [on('PC-2')] },
  ]);
  expect(servers).toEqual(['SRV-FILE-02', id]);
  const isolate = readTask(reviewedTask(on(id).task));
  expect(whyTypeTasks([isolate], servers).join()).toContain(`Includes the important device ${id}`);
});
