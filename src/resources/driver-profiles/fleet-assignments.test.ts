import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, fakeFetch, freePacer, graphRefusal, success } from '../../graph/test-answers.ts';
import { fleetAssignmentsQuery } from './fleet-assignments.ts';
import { profileOf } from './test-drivers.ts';

const assigned = (groupId: string, type = 'group') =>
  success({
    value: [
      { id: `p_${groupId}`, target: { '@odata.type': `#microsoft.graph.${type}AssignmentTarget`, groupId } },
    ],
  });

it('a profile that can’t be read is a gap, one that is gone is none, and the others are read', async () => {
  const answers = [assigned('A'), graphRefusal(403), graphRefusal(404), assigned('b', 'exclusionGroup')];
  const { fetch } = fakeFetch(...answers);
  const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });
  const profiles = ['1', '2', '3', '4'].map((id) => profileOf({ id }));
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { groupsOf, failed } = await queryClient.fetchQuery(
    fleetAssignmentsQuery(graph, queryClient, profiles),
  );
  expect([...groupsOf]).toEqual([
    ['1', ['a']],
    ['4', []],
  ]);
  expect(failed).toEqual([profiles[1]]);
});
