import { expect, it } from 'vitest';
import { driverWork } from '../../actions/driver-approval/work.ts';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, freePacer, graphRefusal, noon, success } from '../../graph/test-answers.ts';
import { itemsOf } from '../model/run.ts';
import { finished, startedRunner } from '../testing/test-runner.ts';
import { bareFacts, planOf } from '../testing/test-runs.ts';

it('[G12] a profile that is deleted while its drivers are sent: the first request is refused, the others are not sent', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => `driver-${index}`);
  const rows = ids.map((id) => ({ id, approvalStatus: 'needsReview', category: 'other' }));
  let isGone = false;
  const posts: string[] = [];
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    if (init.method === 'POST') {
      posts.push(String(input));
      if (String(input).includes('broad')) return success({ successfulDriverIds: ['z'] });
      isGone = true;
      return graphRefusal(404, 'ResourceNotFound');
    }
    if (String(input).includes('broad'))
      return success({
        value: [
          { id: 'z', approvalStatus: posts.length > 1 ? 'approved' : 'needsReview', category: 'other' },
        ],
      });
    return isGone ? graphRefusal(404, 'ResourceNotFound') : success({ value: rows });
  };
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    wait: async () => undefined,
  });
  const work = driverWork(graph, { kind: 'driver-approval', action: 'approve', deployAt: null });
  const { runner } = startedRunner({ ...work, lanes: 1 });
  const { id } = await runner.start(planOf({ pilot: ids, broad: ['z'] }, {}, bareFacts));
  const end = await finished(runner, id);
  const outcomes = itemsOf(end).map(({ outcome }) => outcome);
  expect(posts.filter((url) => url.includes('pilot'))).toHaveLength(1);
  expect(outcomes.slice(0, 100).every((outcome) => outcome === 'rejected')).toBe(true);
  expect(outcomes.slice(100, 250).every((outcome) => outcome === 'skipped')).toBe(true);
  expect(outcomes.at(-1)).toBe('confirmed');
  expect(end.state).toBe('done');
});
