import { expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../../../runs/testing/test-runs.ts';
import { runsOfIncident } from './incident-runs.ts';

const run = (id: string, ...items: Parameters<typeof itemOf>[]) =>
  runOf(
    [
      stepOf(
        's',
        items.map((each) => itemOf(...each)),
      ),
    ],
    { id },
  );

it('the runs of an incident are those of its tasks, of tasks that are gone, and of itself', () => {
  const runs = [
    run('task', ['t1', {}], ['other', {}]),
    run('gone', ['t9', { incident: '2972395' }]),
    run('itself', ['2972395', {}]),
    run('elsewhere', ['other', { incident: '1' }]),
  ];
  const found = runsOfIncident(runs, '2972395', new Set(['t1']));
  expect(found.map(({ run: { id }, items }) => [id, items.length])).toEqual([
    ['task', 1],
    ['gone', 1],
    ['itself', 1],
  ]);
});

it('tasks without an incident have the runs of these tasks alone', () => {
  const runs = [run('driver', ['d1', {}]), run('task', ['t1', {}])];
  expect(runsOfIncident(runs, '', new Set(['t1'])).map(({ run: { id } }) => id)).toEqual(['task']);
});
