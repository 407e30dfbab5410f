import { expect, it } from 'vitest';
import type { Item } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { unknownTasks } from './unknown-tasks.ts';

function runWith(kind: string, ...items: readonly Item[]) {
  return runOf(
    items.map((item) => stepOf(item.id, [item])),
    { intent: { kind } },
  );
}

const kind = 'response-action';
const unknown = (id: string) => itemOf(id, { phase: 'answered', outcome: 'unknown' });

it('a task is unknown while its last sending has no result', () => {
  const runs = [
    runWith(
      kind,
      itemOf('settled', { phase: 'settled', outcome: 'completed' }),
      itemOf('planned', { phase: 'planned' }),
      itemOf('skipped', { phase: 'settled', outcome: 'skipped' }),
    ),
    runWith(kind, unknown('open'), unknown('settled'), unknown('planned'), unknown('skipped')),
    runWith('task-status', unknown('status')),
  ];
  expect([...unknownTasks(runs)]).toEqual(['open', 'planned', 'skipped']);
});

it('the tasks of a user are unknown while an action on the user has no result', () => {
  const user = (action: string, outcome: 'unknown' | 'confirmed', tasks: string) =>
    runOf([stepOf('user', [itemOf('account', { phase: 'answered', outcome, reviewed: { tasks } })])], {
      intent: { kind: 'user-action', action, via: 'entraID' },
    });
  const runs = [
    user('requireUserToSignInAgain', 'confirmed', 'one two'),
    user('disable', 'confirmed', 'two'),
    user('disable', 'unknown', 'one two'),
  ];
  expect([...unknownTasks(runs)]).toEqual(['one']);
});
