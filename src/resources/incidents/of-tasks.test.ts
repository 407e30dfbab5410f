import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../graph/client.ts';
import { ProblemError, type ProblemKind } from '../../lib/problem.ts';
import { unreadAmong } from './of-tasks.ts';
import { incidentsOfTasksQuery } from './queries.ts';
import { testIncident } from './test-incident.ts';

const incident = (id: string, severity = 'high') => ({ id, severity, status: 'active' });
const problem = (kind: ProblemKind) => new ProblemError({ kind, title: kind, advice: '' });

/** A Graph whose lists hold these incidents, page by page, and that has these others by their ids. */
function graphOf(
  lists: Record<string, readonly (readonly unknown[])[]>,
  single: Record<string, unknown> = {},
) {
  const asked: string[] = [];
  const graph = {
    async *readPages(_path: string, { query }: { query: { $filter: string } }) {
      const status = query.$filter.split("'")[1] ?? '';
      for (const page of lists[status] ?? [[]]) {
        asked.push(status);
        yield page;
      }
    },
    async read(path: string) {
      asked.push(path);
      const found = single[path.split('/').at(-1) ?? ''] ?? problem('notFound');
      if (found instanceof Error) throw found;
      return found;
    },
  } as unknown as Graph; // nothing else of it is used here
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const read = (...ids: string[]) => client.fetchQuery(incidentsOfTasksQuery(graph, ids));
  return { asked, read };
}

describe('the incidents of tasks', () => {
  it('come from the lists of open ones, which are read no further than needed', async () => {
    const { asked, read } = graphOf({ active: [[incident('1')], [incident('2')], [incident('3')]] });
    const { byId, isComplete } = await read('1', '2');
    expect([...byId.keys()]).toEqual(['1', '2']);
    expect(isComplete).toBe(true);
    expect(asked).toEqual(['active', 'active']);
  });

  it('are read one by one where no list has them; one that is gone is left out', async () => {
    const { asked, read } = graphOf({ active: [[incident('1')]] }, { 7: incident('7', 'low') });
    const { byId, isComplete, gone } = await read('1', '7', '8');
    expect([...gone]).toEqual(['8']);
    expect([...byId.values()].map(({ severity }) => severity)).toEqual(['high', 'low']);
    expect(isComplete).toBe(true);
    expect(asked).toEqual([
      'active',
      'inProgress',
      'awaitingAction',
      '/security/incidents/7',
      '/security/incidents/8',
    ]);
  });

  it('are read by their ids up to a limit, and those beyond count as not loaded', async () => {
    const ids = Array.from({ length: 43 }, (_, at) => String(100 + at));
    const { read } = graphOf({}, { 100: incident('100') });
    const { byId, gone, isComplete } = await read(...ids);
    expect([byId.size, gone.size, isComplete]).toEqual([1, 39, false]);
    const groups = ids.map((incidentId) => ({ incidentId, incident: undefined, isOpen: true }));
    expect(
      unreadAmong(
        [
          ...groups.slice(1),
          { incidentId: '100', incident: testIncident(), isOpen: true },
          // Neither counts: nothing is left to do, and there is no incident.
          { incidentId: '999', incident: undefined, isOpen: false },
          { incidentId: '', incident: undefined, isOpen: true },
        ],
        gone,
      ),
    ).toBe(3);
  });

  it('are a failed read where Graph refuses', async () => {
    const { read } = graphOf({}, { 7: problem('forbidden') });
    await expect(read('7')).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });
});
