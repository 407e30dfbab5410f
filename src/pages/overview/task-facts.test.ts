import { expect, it } from 'vitest';
import type { Incident } from '../../graph/incidents.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { countTasks } from '../../run-panel/task-counts.ts';
import type { Item, Run } from '../../runs/model/run.ts';
import { incidentLoads, withoutRuns } from './task-facts.ts';

const now = Date.UTC(2026, 10, 30, 12);
const loadsOf = (
  tasks: Parameters<typeof incidentLoads>[0],
  incidents: Parameters<typeof incidentLoads>[1],
  inRuns: Parameters<typeof countTasks>[1] = new Map(),
) => incidentLoads(tasks, incidents, (own) => countTasks(own, inRuns, () => undefined), now);

const incidentOf = (id: string, facts: Partial<Incident>) =>
  testIncident({ id, severity: 'medium', createdDateTime: 1_000, ...facts });

it('incidents with tasks that nobody has started come by severity, then by age; those not loaded come last', () => {
  const incidents = [
    incidentOf('low', { severity: 'low' }),
    incidentOf('young', { severity: 'high', createdDateTime: 2_000 }),
    incidentOf('old', { severity: 'high' }),
    incidentOf('strange', { severity: 'catastrophic' }),
  ];
  const tasks = ['missing', 'low', 'young', 'old', 'strange'].map((id) =>
    testTask({ id, incident: { id }, status: 'open', actionStatus: 'notStarted' }),
  );
  const loads = loadsOf(tasks, new Map(incidents.map((incident) => [incident.id, incident])));
  expect(loads.map(({ incidentId }) => incidentId)).toEqual(['old', 'strange', 'young', 'low', 'missing']);
});

it('an incident counts its tasks, and is left out once each of them was started or closed', () => {
  const of = (id: string, facts: Parameters<typeof testTask>[0]) =>
    testTask({ id, incident: { id: 'one' }, status: 'open', ...facts });
  const tasks = [
    of('a', { actionStatus: 'notStarted' }),
    of('b', { actionStatus: 'completed' }),
    of('c', { actionStatus: 'failed' }),
    of('d', { actionStatus: 'notStarted', status: 'notRelevant' }),
    testTask({ id: 'e', incident: null, actionStatus: 'notStarted', status: 'open' }),
  ];
  expect(loadsOf(tasks, new Map())).toMatchObject([{ tasks: 4, done: 1, notStarted: 1, failed: 1 }]);
  expect(loadsOf(tasks.slice(1), new Map())).toEqual([]);
});

it('an incident that is resolved leaves nothing to start', () => {
  const task = testTask({ id: 'a', incident: { id: 'one' } });
  const loads = (status: string) => loadsOf([task], new Map([['one', incidentOf('one', { status })]]));
  expect(loads('active')).toHaveLength(1);
  expect(loads('resolved')).toEqual([]);
});

it('an incident has grown by the tasks of the last hour that came after its first ones', () => {
  const minutes = 60_000;
  const of = (id: string, age: number | null) =>
    testTask({
      id,
      incident: { id: 'one' },
      createdDateTime: age === null ? null : now - age * minutes,
    });
  const growth = (...ages: (number | null)[]) =>
    loadsOf(
      ages.map((age, at) => of(`${at}`, age)),
      new Map(),
    )[0]?.growth;
  expect(growth(40, 36, 5, 3, null)).toEqual({ count: 2, at: now - 3 * minutes });
  expect(growth(40, 36)).toBeUndefined();
  expect(growth(500, 300)).toBeUndefined();
  expect(growth(null)).toBeUndefined();
});

it('a task that was sent without a reliable response is unknown, and not “not started”', () => {
  const sent = testTask({ id: 'a', incident: { id: 'one' }, status: 'open', actionStatus: 'notStarted' });
  const item = { before: 'notStarted', phase: 'sent', outcome: 'unknown' } as unknown as Item;
  expect(loadsOf([sent], new Map(), new Map([['a', { item }]]))).toMatchObject([
    { notStarted: 0, unknown: 1 },
  ]);
});

it('of the same severity, an incident with a deadline near comes before an older one without', () => {
  const comment = {
    comment: 'Isolate all devices before 14:00 UTC.',
    createdByDisplayName: 'Defender Experts',
    createdDateTime: now,
  };
  const incidents = [
    incidentOf('old', {}),
    incidentOf('due', { createdDateTime: 9_000, comments: [comment] }),
  ];
  const tasks = ['old', 'due'].map((id) =>
    testTask({ id, incident: { id }, status: 'open', actionStatus: 'notStarted' }),
  );
  const loads = loadsOf(tasks, new Map(incidents.map((incident) => [incident.id, incident])));
  expect(loads.map(({ incidentId, deadline }) => [incidentId, deadline?.at])).toEqual([
    ['due', now + 7_200_000],
    ['old', undefined],
  ]);
});

it('a failure that a run tells is not told again as a task', () => {
  const items = [
    { id: 'a', phase: 'settled', outcome: 'failed', left: null },
    { id: 'b', phase: 'settled', outcome: 'completed', left: null },
  ];
  const run = { state: 'done', cancelled: false, steps: [{ items }] } as unknown as Run; // all that is looked at
  const open = ['a', 'b', 'c'].map((id) => ({ task: { id } }));
  expect(withoutRuns(open, [{ run }]).map(({ task }) => task.id)).toEqual(['b', 'c']);
});
