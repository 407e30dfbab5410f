import { expect, it } from 'vitest';
import { createGraph } from './client.ts';
import { getIncident } from './incidents.ts';
import { baseUrl, fakeFetch, freePacer, noon, success } from './test-answers.ts';

async function read(comments: unknown) {
  const { fetch } = fakeFetch(success({ id: '7', severity: 'high', status: 'active', comments }));
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async ([scope]) => `${scope}`,
    fetch,
    now: () => noon,
    wait: async () => {},
  });
  return getIncident(graph, '7');
}

it('comments are read by both of their spellings, and those that can’t be read are counted', async () => {
  const at = '2026-11-22T10:00:00Z';
  const { comments, commentsLeftOut } = await read([
    { comment: 'One', createdByDisplayName: 'Priya', createdDateTime: at },
    { comment: 'Two', createdBy: 'Defender Experts', createdTime: at },
    { comment: ['x'] },
    null,
  ]);
  expect(comments).toEqual([
    { comment: 'One', createdByDisplayName: 'Priya', createdDateTime: Date.parse(at) },
    { comment: 'Two', createdByDisplayName: 'Defender Experts', createdDateTime: Date.parse(at) },
  ]);
  expect(commentsLeftOut).toBe(2);
});

it('an incident without comments has none', async () => {
  expect(await read(undefined)).toMatchObject({ comments: [], commentsLeftOut: 0 });
});

it('the newest 200 comments are kept, wherever they stand, and those that are older are counted', async () => {
  const all = Array.from({ length: 250 }, (_, at) => ({
    comment: `${at}`,
    createdByDisplayName: 'Priya',
    createdDateTime: new Date(at * 60_000).toISOString(),
  }));
  const oldestFirst = await read([...all, null, { comment: 'undated', createdByDisplayName: 'Kim' }]);
  expect(oldestFirst.comments.map(({ comment }) => comment)).toEqual(
    all
      .slice(50)
      .map(({ comment }) => comment)
      .toReversed(),
  );
  expect(oldestFirst).toMatchObject({ commentsLeftOut: 1, olderComments: 51 });
  const newestFirst = await read(all.toReversed());
  expect(newestFirst.comments[0]?.comment).toBe('249');
  expect(newestFirst).toMatchObject({ commentsLeftOut: 0, olderComments: 50 });
});
