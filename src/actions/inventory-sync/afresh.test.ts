import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, freePacer, graphRefusal, noon, success } from '../../graph/test-answers.ts';
import { profilesAfresh } from './afresh.ts';

const profile = (id: string, driverInventorySyncState: string) =>
  success({
    id,
    displayName: `Ring ${id}`,
    approvalType: 'manual',
    inventorySyncStatus: { driverInventorySyncState },
  });
const answers: Readonly<Record<string, () => Response>> = {
  p: () => profile('p', 'failure'),
  q: () => profile('q', 'pending'),
  r: () => graphRefusal(404),
};

it('profiles read afresh have their names of now, without those that sync or cannot be read', async () => {
  const graph = createGraph({
    ...{ pacer: freePacer, baseUrl, getToken: async () => 'token', now: () => noon },
    fetch: async (input) => answers[String(input).split('/').at(-1) ?? '']?.() ?? graphRefusal(500),
    wait: async () => undefined,
  });
  const targets = Object.keys(answers).map((id) => ({
    id,
    name: 'As remembered',
    items: [{ id, name: 'As remembered', detail: '', before: 'failure never', reviewed: {} }],
  }));
  const { targets: found, titleOf } = await profilesAfresh(graph, targets);
  expect(found).toMatchObject([
    { id: 'p', name: 'Ring p', items: [{ id: 'p', name: 'Ring p' }], leftOut: [] },
    { id: 'q', name: 'Ring q', items: [], leftOut: [{ item: { name: 'Ring q' } }] },
    { id: 'r', items: [], leftOut: [{}], problem: { kind: 'notFound' } },
  ]);
  expect(titleOf(found.slice(0, 1))).toBe('Sync the inventory of Ring p');
  expect(titleOf(found)).toBe('Sync the inventory of 3 profiles');
});
