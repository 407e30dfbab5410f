import { expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import {
  baseUrl,
  fakeFetch,
  freePacer,
  graphRefusal,
  noon,
  success,
  successOf,
} from '../../graph/test-answers.ts';
import { itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import { changeIntent } from './intent.ts';
import { changeWork } from './work.ts';

const intent = changeIntent({ owner: 'sam@contoso.com', addTags: ['VIP'] });
const incident = (facts: object = {}) => ({
  id: '7',
  displayName: 'Lateral movement',
  severity: 'high',
  status: 'active',
  assignedTo: null,
  customTags: ['Old'],
  ...facts,
});
const reviewed = { owner: '', tags: '', merged: 'no' };
const planned = itemOf('7', { before: '{"owner":"","tags":{"has":[],"lacks":["VIP"]}}', reviewed });
const step = stepOf('1', [planned], { targetId: '7', intent });
const done = incident({ assignedTo: 'sam@contoso.com', customTags: ['Theirs', 'VIP'] });

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
  return { work: changeWork(graph, intent, () => ['sam@contoso.com']), sendings };
}

it('reads the incident right before it is changed, and keeps the tags that it has then', async () => {
  const { work, sendings } = setUp(success(incident({ customTags: ['Old', 'Theirs'] })), success(done));
  expect(await work.inspect(step)).toMatchObject([{ id: '7', phase: 'planned', reviewed }]);
  expect((await work.send(step, ['7'], { reread: async () => ['7'] })).kind).toBe('accepted');
  expect(sendings.map(({ init }) => init.body)).toEqual([
    undefined,
    '{"assignedTo":"sam@contoso.com","customTags":["Old","Theirs","VIP"]}',
  ]);
});

it('after a 429 sends the tags that a colleague has added meanwhile as well', async () => {
  const { work, sendings } = setUp(
    success(incident()),
    graphRefusal(429),
    success(incident({ customTags: ['Old', 'Theirs'] })),
    success(done),
  );
  await work.inspect(step);
  const sent = await work.send(step, ['7'], {
    reread: async () => (await work.inspect(step)).map(({ id }) => id),
  });
  expect(sent.kind).toBe('accepted');
  expect(sendings.flatMap(({ init }) => init.body ?? [])).toEqual([
    '{"assignedTo":"sam@contoso.com","customTags":["Old","VIP"]}',
    '{"assignedTo":"sam@contoso.com","customTags":["Old","Theirs","VIP"]}',
  ]);
});

it.each([undefined, null, 'VIP', { '0': 'Old' }])(
  'sends no tags where the read before shows no list of them: %j',
  async (customTags) => {
    const { work } = setUp(success(incident({ customTags })));
    expect(await work.inspect(step)).toMatchObject([
      {
        id: '7',
        phase: 'settled',
        outcome: 'changedByOther',
        reason: 'Some tags couldn’t be read, and a new list would remove them; skipped',
      },
    ]);
  },
);

it('sends nothing more where a read finds nothing left, and nothing without a read', async () => {
  const { work } = setUp(success(incident()), graphRefusal(429));
  expect(() => work.send(step, ['7'], { reread: async () => [] })).toThrow('read before');
  await work.inspect(step);
  expect((await work.send(step, ['7'], { reread: async () => [] })).kind).toBe('nothingLeft');
});

it('takes an acceptance for no more than that, and confirms it by reading', async () => {
  const { work } = setUp(success(done));
  expect(work.account(['7'], await successOf(success(done)))).toEqual([
    { id: '7', phase: 'answered', outcome: 'successful' },
  ]);
  const answered = stepOf('1', [{ ...planned, phase: 'answered', outcome: 'successful' }], {
    targetId: '7',
    intent,
  });
  expect(await work.observe([answered], 2_000)).toMatchObject([
    { stepId: '1', results: [{ id: '7', phase: 'settled', outcome: 'confirmed' }] },
  ]);
  const gone = setUp(graphRefusal(404));
  expect(await gone.work.observe([answered], 2_000)).toMatchObject([{ results: [{ outcome: 'notFound' }] }]);
});

it.each([
  ['is to be changed', success(incident()), undefined],
  ['is so already', success(done), 'Already in that state'],
  [
    'was taken by a colleague',
    success(incident({ assignedTo: 'Kim' })),
    'Owner changed from nothing to “kim”; skipped',
  ],
  ['is gone', graphRefusal(404), 'The incident no longer exists'],
])('reads a plan afresh: an incident that %s', async (_what, answer, reason) => {
  const { work } = setUp(answer);
  const { targets, titleOf, seenOf } = await work.readAfresh([{ id: '7', name: 'Old', items: [planned] }]);
  expect(targets.map(({ items, leftOut }) => [items.length, leftOut[0]?.reason])).toEqual([
    [reason === undefined ? 1 : 0, reason],
  ]);
  expect(seenOf(targets)).toBeUndefined();
  expect(titleOf(targets)).toBe('Change 1 incident');
});

it('knows no change that is in progress, and takes only a missing incident for final', () => {
  const { work } = setUp();
  expect(work.following(planned)).toMatchObject({ outcome: 'unknown' });
  const problem = { title: '', advice: '' };
  expect(work.isFinal({ ...problem, kind: 'notFound' })).toBe(true);
  expect(work.isFinal({ ...problem, kind: 'rejected', status: 400 })).toBe(false);
});
