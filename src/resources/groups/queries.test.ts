import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, fakeFetch, freePacer, graphRefusal, success } from '../../graph/test-answers.ts';
import { groupNamesQuery, groupSearchQuery } from './queries.ts';

function setUp(...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });
  return { graph, sendings, queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) };
}

it('a search is quoted, asks for an index that may lag, and reads one page', async () => {
  const next = `${baseUrl}/groups?$skiptoken=2`;
  const { graph, sendings, queryClient } = setUp(
    success({ value: [{ id: 'a', displayName: 'Sales' }], '@odata.nextLink': next }),
  );
  const { rows } = await queryClient.fetchQuery(groupSearchQuery(graph, 'a "b\\'));
  expect(rows).toEqual([{ id: 'a', displayName: 'Sales', description: '' }]);
  const [{ url, init } = { url: '', init: {} }] = sendings;
  expect(new URL(url).searchParams.get('$search')).toBe('"displayName:a \\"b\\\\"');
  expect(new Headers(init.headers).get('ConsistencyLevel')).toBe('eventual');
  expect(sendings).toHaveLength(1);
  expect(groupSearchQuery(graph, 'a').enabled).toBe(false);
});

it('groups have their names, each is read once, and one that was deleted is said to be gone', async () => {
  const { graph, sendings, queryClient } = setUp(
    success({ id: 'a', displayName: 'Sales' }),
    graphRefusal(404),
  );
  const names = await queryClient.fetchQuery(groupNamesQuery(graph, ['b', 'a', 'a']));
  expect([...names]).toEqual([
    ['a', { id: 'a', displayName: 'Sales', description: '' }],
    ['b', 'gone'],
  ]);
  expect(sendings).toHaveLength(2);
  expect(groupNamesQuery(graph, []).enabled).toBe(false);
});

it('what can’t be read otherwise is a failure', async () => {
  const { graph, queryClient } = setUp(graphRefusal(403));
  await expect(queryClient.fetchQuery(groupNamesQuery(graph, ['a']))).rejects.toThrow();
});
