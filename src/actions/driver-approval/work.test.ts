import { describe, expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import {
  baseUrl,
  fakeFetch,
  freePacer,
  graphRefusal,
  noContent,
  noon,
  success,
  successOf,
} from '../../graph/test-answers.ts';
import { bareFacts, itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import type { DriverIntent } from './intent.ts';
import { driverActionBody, driverWork } from './work.ts';

const approve: DriverIntent = { kind: 'driver-approval', action: 'approve', deployAt: null };
const attempt = { clientRequestId: 'c-1', ids: ['a'], sentAt: '', endedAt: '' };
const listed = (id: string, approvalStatus: string) => ({ id, approvalStatus, category: 'other' });

function setUp(...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    wait: async () => undefined,
  });
  return { work: driverWork(graph, approve), sendings };
}

describe('driverActionBody', () => {
  it.each([
    [approve, { actionName: 'approve', driverIds: ['a'] }],
    [
      { ...approve, deployAt: noon },
      { actionName: 'approve', driverIds: ['a'], deploymentDate: '2026-12-08T12:00:00.000Z' },
    ],
    [
      { ...approve, action: 'decline', deployAt: noon },
      { actionName: 'decline', driverIds: ['a'] },
    ],
    [
      { ...approve, action: 'suspend' },
      { actionName: 'suspend', driverIds: ['a'] },
    ],
  ] as const)('%j', (intent, body) => {
    expect(driverActionBody(intent, ['a'])).toEqual(body);
  });
});

describe('the read before sending', () => {
  const inventory = { value: [listed('a', 'approved'), listed('b', 'needsReview'), listed('c', 'declined')] };
  const items = ['a', 'b', 'c', 'd'].map((id) => itemOf(id, { reviewed: bareFacts }));

  it('leaves out what needs no sending, and stamps the rest', async () => {
    const { work } = setUp(success(inventory));
    const results = await work.inspect(stepOf('1', items));
    expect(results.map(({ id, phase, outcome, pre }) => [id, phase, outcome, pre])).toEqual([
      ['a', 'settled', 'skipped', undefined],
      ['b', 'planned', null, 'needsReview no date'],
      ['c', 'settled', 'changedByOther', undefined],
      ['d', 'settled', 'notFound', undefined],
    ]);
  });

  it.each([
    ['its own', { id: 'd', approvalStatus: null }, 'd'],
    ['twice, once readable', { id: 'a', approvalStatus: null }, 'a'],
    ['without an id', { approvalStatus: 'approved', category: 'other' }, 'd'],
    ['with an empty id', listed('', 'approved'), 'd'],
    ['with an id that is no text', { ...listed('', 'approved'), id: 7 }, 'd'],
  ])('never takes a driver for gone whose row may have been set aside: %s', async (_what, row, id) => {
    const { work } = setUp(success({ value: [...inventory.value, row] }));
    const results = await work.inspect(stepOf('1', [itemOf('a'), itemOf('d')]));
    const unread = results.filter(({ reason }) => reason === 'Couldn’t read its row, so it wasn’t sent');
    expect(unread).toHaveLength(1);
    expect(unread[0]).toMatchObject({ id, phase: 'settled', outcome: 'skipped' });
  });

  it('after a refusal judges only what was sent', async () => {
    const { work } = setUp(success(inventory));
    const skipped = itemOf('a', { phase: 'settled', outcome: 'skipped' });
    const sent = [itemOf('b', { reviewed: bareFacts }), itemOf('a2')];
    const step = stepOf('1', [skipped, ...sent], { attempts: [attempt] });
    expect(await work.inspect(step)).toMatchObject([
      { id: 'b', phase: 'planned' },
      { id: 'a2', outcome: 'notFound' },
    ]);
  });

  it('after a refusal confirms what reads as wanted', async () => {
    const { work } = setUp(success(inventory));
    const step = stepOf('1', [itemOf('a')], { attempts: [attempt] });
    expect(await work.inspect(step)).toMatchObject([{ id: 'a', outcome: 'confirmed' }]);
  });
});

describe('[G7] an answer of executeAction', () => {
  it.each([
    ['200 with the lists', success({ successfulDriverIds: ['a'] }), 'successful'],
    ['200 wrapped in value', success({ value: { failedDriverIds: ['a'] } }), 'failed'],
    ['200 with nothing in it', success({}), 'unknown'],
    ['202 with the lists', success({ successfulDriverIds: ['a'] }, 202), 'unknown'],
    ['204', noContent(), 'unknown'],
  ])('%s', async (_what, response, outcome) => {
    const { work } = setUp();
    expect(work.account(['a'], await successOf(response))).toMatchObject([{ id: 'a', outcome }]);
  });
});

describe('the reads after sending', () => {
  it('read each profile once, and judge only what is open', async () => {
    const { work, sendings } = setUp(success({ value: [listed('a', 'approved'), listed('b', 'approved')] }));
    const open = (id: string) => itemOf(id, { phase: 'answered', outcome: 'successful' });
    const done = itemOf('b', { phase: 'settled', outcome: 'skipped' });
    const steps = [
      stepOf('1', [open('a'), done], { targetId: 'pilot' }),
      stepOf('2', [open('b')], { targetId: 'pilot' }),
    ];
    expect(await work.observe(steps, 2_000)).toMatchObject([
      { stepId: '1', results: [{ id: 'a', phase: 'settled', outcome: 'confirmed', reason: '' }] },
      { stepId: '2', results: [{ id: 'b', phase: 'settled', outcome: 'confirmed', reason: '' }] },
    ]);
    expect(sendings).toHaveLength(1);
  });

  it('never take a driver for gone whose row was set aside', async () => {
    const open = itemOf('a', { pre: 'needsReview no date', phase: 'answered', outcome: 'unknown' });
    const broken = { id: 'a', approvalStatus: null };
    const { work } = setUp(success({ value: [broken] }), success({ value: [] }));
    expect(await work.observe([stepOf('1', [open])], 600_000)).toEqual([{ stepId: '1', results: [] }]);
    expect(await work.observe([stepOf('1', [open])], 600_000)).toMatchObject([
      { results: [{ id: 'a', outcome: 'notFound' }] },
    ]);
  });

  it('judge the other profiles when one cannot be read, and try that one once', async () => {
    const { work, sendings } = setUp(
      graphRefusal(403, 'Forbidden'),
      success({ value: [listed('a', 'approved')] }),
    );
    const open = itemOf('a', { phase: 'answered', outcome: 'unknown' });
    const steps = ['gone', 'gone', 'pilot'].map((targetId, index) =>
      stepOf(`${index}`, [open], { targetId }),
    );
    const observed = await work.observe(steps, 2_000);
    expect(observed).toHaveLength(3);
    expect(observed).toEqual(
      expect.arrayContaining([
        { stepId: '0', results: [], problem: expect.objectContaining({ kind: 'forbidden' }) },
        { stepId: '1', results: [], problem: expect.objectContaining({ kind: 'forbidden' }) },
        { stepId: '2', results: [expect.objectContaining({ id: 'a', outcome: 'confirmed' })] },
      ]),
    );
    expect(sendings).toHaveLength(2);
  });
});
