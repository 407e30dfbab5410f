import { describe, expect, it } from 'vitest';
import { createGraph } from './client.ts';
import { getIncidentTask, listIncidentTasks } from './incident-tasks.ts';
import { executeResponseAction } from './task-actions.ts';
import { baseUrl, fakeFetch, freePacer, noContent, noon, success } from './test-answers.ts';

const task = (id: string, rest: object = {}) => ({
  id,
  displayName: 'Isolate device SRV-01',
  status: 'open',
  actionType: 'isolateDevice',
  actionStatus: 'notStarted',
  ...rest,
});

function setUp(...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async ([scope]) => `${scope}`,
    fetch,
    now: () => noon,
  });
  return { graph, sendings };
}

describe('a task', () => {
  it.each([
    ['missing', {}, null],
    ['null', { responseAction: null }, null],
    ['of another shape', { responseAction: 'isolate' }, null],
    [
      'as documented',
      { responseAction: { identifierValue: 'SRV-01', isolationType: 'full', deviceId: 'd-1' } },
      { identifierValue: 'SRV-01', isolationType: 'full', deviceId: 'd-1' },
    ],
    [
      'half as documented',
      { responseAction: { identifierValue: 'SRV-01', isolationType: 7 } },
      { identifierValue: 'SRV-01', isolationType: '', deviceId: '' },
    ],
  ])('[G21] is read with a response action that is %s', async (_what, rest, responseAction) => {
    const { graph } = setUp(success(task('t', rest)));
    expect(await getIncidentTask(graph, 't')).toMatchObject({ id: 't', responseAction });
  });

  it('is read without the source and the incident', async () => {
    const { graph } = setUp(success({ value: [task('t', { incident: 'x', source: null })] }));
    const seen: boolean[] = [];
    for await (const { rows, isComplete } of listIncidentTasks(graph)) {
      expect(rows).toMatchObject([{ id: 't', incident: null, source: '' }]);
      seen.push(isComplete);
    }
    expect(seen).toEqual([false, true]);
  });
});

it('starts a response action by an empty POST, with the right to write', async () => {
  const { graph, sendings } = setUp(noContent());
  const sent = await executeResponseAction(graph, 't 1', {});
  expect(sent).toMatchObject({ kind: 'accepted', answer: { status: 204 } });
  expect(sendings[0]).toMatchObject({
    url: `${baseUrl}/security/incidentTasks/t%201/executeResponseAction`,
    token: 'Bearer SecurityIncident.ReadWrite.All',
    init: { method: 'POST' },
  });
  expect(sendings[0]?.init).not.toHaveProperty('body');
});
