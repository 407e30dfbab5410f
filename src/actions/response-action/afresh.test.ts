import { describe, expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, fakeFetch, freePacer, noon, success } from '../../graph/test-answers.ts';
import type { PlannedItem } from '../../runs/model/run.ts';
import { tasksAfresh } from './afresh.ts';

const isolation = { identifierValue: 'SRV-01', deviceId: 'd-1', isolationType: 'full' };
const listed = (id: string, change: object = {}) => ({
  ...{
    id,
    displayName: `Task ${id}`,
    status: 'open',
    actionType: 'isolateDevice',
    actionStatus: 'notStarted',
  },
  ...{ responseAction: isolation, incident: { id: '42' } },
  ...change,
});
const facts = {
  source: '',
  ...{ actionType: 'isolateDevice', actionStatus: 'notStarted', status: 'open' },
  ...{ target: 'SRV-01', deviceId: 'd-1', isolationType: 'full' },
};
const remembered = (id: string, change: Partial<PlannedItem> = {}): PlannedItem => ({
  id,
  name: 'Scan a test device',
  detail: '',
  before: 'notStarted',
  reviewed: facts,
  ...change,
});
const targetsOf = (...items: readonly PlannedItem[]) =>
  items.map((item) => ({ id: item.id, name: item.name, items: [item] }));

function graphOf(rows: readonly object[]) {
  const { fetch, sendings } = fakeFetch(success({ value: rows }));
  const wait = async () => undefined;
  const graph = createGraph({
    ...{ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch, now: () => noon, wait },
  });
  return { graph, sendings };
}

describe('tasks read afresh', () => {
  it('names them as they are, by one read of the list, with what takes them back', async () => {
    const release = listed('r', { actionType: 'unIsolateDevice', displayName: 'Release' });
    const { graph, sendings } = graphOf([listed('a'), release]);
    const { targets, titleOf } = await tasksAfresh(graph, targetsOf(remembered('a')));
    expect(targets).toEqual([
      {
        id: 'a',
        name: 'Task a',
        items: [
          {
            ...{ id: 'a', name: 'Task a', detail: 'Isolate device: SRV-01', before: 'notStarted' },
            ...{ reviewed: facts, incident: '42' },
            undo: expect.stringContaining('Release'),
          },
        ],
        leftOut: [],
      },
    ]);
    expect(titleOf(targets)).toBe('Isolate device SRV-01');
    expect(sendings).toHaveLength(1);
  });

  it('leaves out what has changed, cannot be run or is gone', async () => {
    const { graph } = graphOf([
      listed('a', { status: 'notRelevant' }),
      listed('b', { responseAction: { ...isolation, identifierValue: 'SRV-02' } }),
      listed('c', { actionStatus: 'inProgress' }),
      listed('d', { responseAction: null }),
    ]);
    const all = ['a', 'b', 'c', 'd', 'e'].map((id) => remembered(id));
    const { targets } = await tasksAfresh(graph, targetsOf(...all));
    expect(targets.flatMap(({ items }) => items)).toEqual([]);
    expect(targets.flatMap(({ leftOut }) => leftOut.map(({ reason }) => reason))).toEqual([
      'Status changed from “open” to “not relevant”; skipped',
      'Target changed from “SRV-01” to “SRV-02”; skipped',
      'Started since you decided',
      'Target changed from “SRV-01” to nothing, Device ID changed from “d-1” to nothing, Isolation type changed from “full” to nothing; skipped',
      'No longer in the list',
    ]);
  });

  it('reviews a failed task as it is now, with the status that its own failure gave it', async () => {
    const { graph } = graphOf([listed('a', { actionStatus: 'failed', status: 'failed' })]);
    const { targets } = await tasksAfresh(graph, targetsOf(remembered('a', { before: 'failed' })));
    expect(targets[0]?.items).toMatchObject([
      { before: 'failed', reviewed: { ...facts, actionStatus: 'failed', status: 'failed' } },
    ]);
  });
});
