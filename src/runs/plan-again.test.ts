import { describe, expect, it } from 'vitest';
import type { Intent, Item, Outcome, Plan } from './model.ts';
import { mayPause, mayResume, planPause, planRest, planRetry, refusedForNow } from './retry.ts';
import { itemOf, runOf, stepOf } from './test-runs.ts';

const settled = (id: string, outcome: Outcome, rest: Partial<Item> = {}) =>
  itemOf(id, { phase: 'settled', outcome, ...rest });
const idsOf = (plan: Plan | undefined) =>
  plan?.targets.map(({ id, items }) => [id, items.map((item) => item.id)]);
const approve: Intent = { kind: 'drivers', action: 'approve', deployAt: 5 };

describe('"resume"', () => {
  it.each<[string, Item, boolean]>([
    ['was not sent', itemOf('a'), true],
    ['was refused for now, and read untouched', settled('a', 'skipped', refusedForNow), true],
    ['was left out for another reason', settled('a', 'skipped', { left: 'alreadySo' }), false],
    ['is on its way', itemOf('a', { phase: 'sending' }), false],
    ['is not known', itemOf('a', { phase: 'answered', outcome: 'unknown', left: 'refusedForNow' }), false],
    ['is confirmed', settled('a', 'confirmed'), false],
  ])('is for what %s: %s', (_what, item, expected) => {
    expect(mayResume(item)).toBe(expected);
    expect(idsOf(planRest(runOf([stepOf('1', [item])])))).toEqual(
      expected ? [['target 1', ['a']]] : undefined,
    );
  });

  it('sends the rest under the intent of the run, from the state that the person saw', () => {
    const items = [settled('a', 'confirmed'), itemOf('b', { undo: 'Undo', before: 'declined' })];
    const run = runOf([stepOf('1', [settled('z', 'failed')]), stepOf('2', items)], {
      intent: approve,
      note: 'CHG-1',
      mustType: true,
    });
    expect(planRest(run)).toEqual({
      title: 'Resume 1 of: Approve drivers',
      intent: approve,
      note: 'CHG-1',
      touches: [['profiles']],
      follows: 'run',
      mustType: true,
      targets: [
        {
          id: 'target 2',
          name: 'Pilot',
          items: [
            {
              id: 'b',
              name: 'Driver b',
              detail: '1.0',
              undo: 'Undo',
              incident: '',
              before: 'declined',
              reviewed: {},
            },
          ],
        },
      ],
    });
  });
});

describe('"pause"', () => {
  it.each<[Intent, Outcome, boolean]>([
    [approve, 'confirmed', true],
    [approve, 'successful', true],
    [approve, 'unknown', false],
    [approve, 'failed', false],
    [{ kind: 'drivers', action: 'decline', deployAt: null }, 'confirmed', false],
    [{ kind: 'drivers', action: 'suspend', deployAt: null }, 'confirmed', false],
    [{ kind: 'tasks' }, 'completed', false],
    [{ kind: 'sync' }, 'confirmed', false],
  ])('takes back %j that is %s: %s', (intent, outcome, expected) => {
    const item = settled('a', outcome);
    const run = runOf([stepOf('1', [item])], { intent });
    expect(mayPause(run, item)).toBe(expected);
    expect(idsOf(planPause(run))).toEqual(expected ? [['target 1', ['a']]] : undefined);
  });

  it('suspends what was approved, at once', () => {
    const run = runOf([stepOf('1', [settled('a', 'confirmed'), itemOf('b')])], { intent: approve });
    expect(planPause(run)).toMatchObject({
      title: 'Pause 1 of: Approve drivers',
      intent: { kind: 'drivers', action: 'suspend', deployAt: null },
      targets: [{ items: [{ id: 'a', before: 'approved' }] }],
    });
  });
});

it.each(['Retry 12 of: Approve drivers', 'Resume 3 of: Approve drivers', 'Pause 1 of: Approve drivers'])(
  'a run made of another one is named once: %s',
  (title) => {
    const run = runOf([stepOf('1', [settled('a', 'failed'), settled('b', 'confirmed'), itemOf('c')])], {
      title,
    });
    const titles = [planRetry(run), planRest(run), planPause(run)].map((plan) => plan?.title);
    expect(titles).toEqual(['Retry', 'Resume', 'Pause'].map((verb) => `${verb} 1 of: Approve drivers`));
  },
);

it('a title that only looks like one stays as it is', () => {
  const run = runOf([stepOf('1', [itemOf('c')])], { title: 'Approve: Retry 2 of: it' });
  expect(planRest(run)?.title).toBe('Resume 1 of: Approve: Retry 2 of: it');
});
