import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, fakeFetch, freePacer, success } from '../../graph/test-answers.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import { statusesAfresh } from './afresh.ts';

const listed = (id: string, status: string) => ({
  id,
  displayName: `Task ${id}`,
  status,
  actionType: 'text',
  actionStatus: 'notStarted',
});
const target = (id: string) => ({
  id,
  name: `Old ${id}`,
  items: [itemOf(id, { before: 'open', reviewed: { status: 'open', actionStatus: 'notStarted' } })],
});

it('tasks are named as they are, and left out with the reason', async () => {
  const rows = [
    listed('a', 'open'),
    listed('b', 'completed'),
    listed('c', 'notRelevant'),
    { ...listed('d', 'open'), id: 7 },
  ];
  const { fetch } = fakeFetch(success({ value: rows }));
  const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });
  const intent = { kind: 'task-status', status: 'completed' } as const;
  const { targets, titleOf, seenOf } = await statusesAfresh(graph, intent, ['a', 'b', 'c', 'd'].map(target));
  expect(targets.map(({ name, items, leftOut }) => [name, items.length, leftOut[0]?.reason])).toEqual([
    ['Task a', 1, undefined],
    ['Task b', 0, 'Already in that state'],
    ['Task c', 0, 'Status changed from “open” to “not relevant”; skipped'],
    ['Old d', 0, 'Its row could not be read'],
  ]);
  expect(titleOf(targets.slice(0, 1))).toBe('Set 1 task to Completed');
  expect(seenOf(targets)).toBeUndefined();
});

it('a task that is gone is said to be gone', async () => {
  const { fetch } = fakeFetch(success({ value: [] }));
  const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });
  const { targets } = await statusesAfresh(graph, { kind: 'task-status', status: 'open' }, [target('a')]);
  expect(targets[0]?.leftOut).toMatchObject([{ reason: 'No longer in the list' }]);
});
