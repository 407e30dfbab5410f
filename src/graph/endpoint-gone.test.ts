import { expect, it } from 'vitest';
import { toProblem } from '../lib/problem.ts';
import { createGraph } from './client.ts';
import { baseUrl, fakeFetch, freePacer } from './test-answers.ts';

const gone = (segment: string) =>
  new Response(
    JSON.stringify({
      error: {
        code: 'BadRequest',
        message: `Resource not found for the segment '${segment}'.`,
        innerError: {},
      },
    }),
    { status: 400, headers: { 'Content-Type': 'application/json', 'request-id': 'r-1' } },
  );

it.each(['incidentTasks', 'executeResponseAction'])(
  '[G21] an endpoint that Graph removed (%s) is reported in Graph’s words, and not asked for again and again',
  async (segment) => {
    const { fetch, sendings } = fakeFetch(gone(segment));
    const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });
    const reading = graph.read('/security/incidentTasks', { scopes: ['SecurityIncident.Read.All'] });
    const problem = await reading.then(() => undefined, toProblem);
    expect(problem).toMatchObject({ kind: 'rejected', status: 400, code: 'BadRequest', requestId: 'r-1' });
    expect(problem?.advice).toContain(`Resource not found for the segment '${segment}'.`);
    expect(sendings).toHaveLength(1);
  },
);
