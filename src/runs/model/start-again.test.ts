import { describe, expect, it } from 'vitest';
import { actionOf } from '../../actions/all.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import {
  mayResume,
  mayUndo,
  type NextPlan,
  planRest,
  planUndo,
  refusedForNow,
  titleOfNext,
} from './retry.ts';
import type { Intent, Item, Outcome } from './run.ts';

const settled = (id: string, outcome: Outcome, rest: Partial<Item> = {}) =>
  itemOf(id, { phase: 'settled', outcome, ...rest });
const idsOf = (next: NextPlan | undefined) =>
  next?.targets.map(({ id, items }) => [id, items.map((item) => item.id)]);
const approve: Intent = { kind: 'driver-approval', action: 'approve', deployAt: 5 };

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

  it('means the rest under the intent of the run, as the person saw it', () => {
    const rest = itemOf('b', { undo: 'Undo', before: 'declined' });
    const run = runOf(
      [stepOf('1', [settled('z', 'failed')]), stepOf('2', [settled('a', 'confirmed'), rest])],
      { intent: approve, note: 'CHG-1' },
    );
    const { id, name, detail, before, reviewed } = rest;
    expect(planRest(run)).toEqual({
      verb: 'Resume',
      note: 'CHG-1',
      follows: 'run',
      targets: [
        { id: 'target 2', name: 'Pilot', intent: approve, items: [{ id, name, detail, before, reviewed }] },
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
    [{ kind: 'driver-approval', action: 'decline', deployAt: null }, 'confirmed', false],
    [{ kind: 'driver-approval', action: 'suspend', deployAt: null }, 'confirmed', false],
    [{ kind: 'response-action' }, 'completed', false],
    [{ kind: 'inventory-sync' }, 'confirmed', false],
  ])('takes back %j that is %s: %s', (intent, outcome, expected) => {
    const item = settled('a', outcome);
    const run = runOf([stepOf('1', [item])], { intent });
    expect(mayUndo({ intent }, item, actionOf)).toBe(expected);
    expect(idsOf(planUndo(run, actionOf))).toEqual(expected ? [['target 1', ['a']]] : undefined);
  });

  it('suspends what was approved, at once', () => {
    const run = runOf([stepOf('1', [settled('a', 'confirmed'), itemOf('b')])], { intent: approve });
    expect(planUndo(run, actionOf)).toMatchObject({
      verb: 'Undo',
      targets: [
        {
          intent: { kind: 'driver-approval', action: 'suspend', deployAt: null },
          items: [{ id: 'a', before: 'approved' }],
        },
      ],
    });
  });
});

it('the title says what is done, and of which kind of run; an undo is a decision like any other', () => {
  const title = 'Approve 2 drivers in Pilot ring';
  expect(titleOfNext('Retry', title)).toBe('Retry: Approve 2 drivers in Pilot ring');
  expect(titleOfNext('Resume', title)).toBe('Resume: Approve 2 drivers in Pilot ring');
  expect(titleOfNext(undefined, title)).toBe(title);
  expect(titleOfNext('Undo', 'Pause 2 drivers in Pilot ring')).toBe('Pause 2 drivers in Pilot ring');
});
