import { describe, expect, it } from 'vitest';
import { ProblemError, toProblem } from '../lib/problem.ts';
import { notKnownYet } from './left-out.ts';
import { previewPlan } from './preview.ts';
import type { ItemResult } from './reducer.ts';
import { workOf } from './test-runner.ts';
import { planOf } from './test-runs.ts';
import type { Work } from './work.ts';

const plannedAs = (id: string, rest: Partial<ItemResult> = {}): ItemResult => ({
  id,
  phase: 'planned',
  outcome: null,
  ...rest,
});

/** What is left of a plan when a read finds this. */
function previewOf(
  targets: Record<string, readonly string[]>,
  found: Record<string, readonly ItemResult[]>,
  open: Record<string, readonly string[]> = {},
) {
  const plan = planOf(targets, { note: 'CHG-1', title: 'Retry 9 of: Approve 9 drivers' });
  const inspect = async ({ targetId }: { targetId: string }) => found[targetId] ?? [];
  const openIn = async (targetId: string) => new Set(open[targetId]);
  return previewPlan(plan, workOf([], { kind: 'nothingLeft' }, { inspect }), openIn);
}

const nothingOpen = async () => new Set<string>();

describe('a plan that was made of what is remembered', () => {
  it('has the names that a read just gave, and those it remembers where the read gave none', async () => {
    const { plan, leftOut } = await previewOf(
      { pilot: ['a', 'b'] },
      { pilot: [plannedAs('a', { name: 'Audio', detail: '2.0' }), plannedAs('b')] },
    );
    expect(plan).toMatchObject({ title: 'Retry 2 of: Approve 9 drivers', note: 'CHG-1' });
    expect(plan?.targets).toEqual([
      {
        id: 'pilot',
        name: 'Profile pilot',
        items: [
          { id: 'a', name: 'Audio', detail: '2.0', before: 'needsReview', reviewed: {} },
          { id: 'b', name: 'b', detail: '1.0', before: 'needsReview', reviewed: {} },
        ],
      },
    ]);
    expect(leftOut).toEqual([]);
  });

  it('leaves out what needs no sending any more, with its reason, and targets that are empty then', async () => {
    const { plan, leftOut } = await previewOf(
      { pilot: ['a', 'b'], broad: ['c', 'd'] },
      {
        pilot: [
          {
            id: 'a',
            phase: 'settled',
            outcome: 'skipped',
            left: 'alreadySo',
            reason: 'Already in that state',
          },
          plannedAs('b'),
        ],
        broad: [{ id: 'c', phase: 'answered', outcome: 'alreadyRunning' }],
      },
    );
    expect(plan?.targets.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['pilot', ['b']],
    ]);
    expect(leftOut.map(({ item, reason }) => `${item.id}: ${reason}`)).toEqual([
      'a: Already in that state',
      'c: It is under way already',
      'd: It is under way already',
    ]);
  });

  it('leaves out what another run has sent, and does not know yet what became of', async () => {
    const { plan, leftOut } = await previewOf(
      { pilot: ['a', 'b'], broad: ['a'] },
      { pilot: [plannedAs('a'), plannedAs('b')], broad: [plannedAs('a')] },
      { pilot: ['a'] },
    );
    expect(plan?.targets.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['pilot', ['b']],
      ['broad', ['a']],
    ]);
    expect(leftOut.map(({ item, reason }) => `${item.id}: ${reason}`)).toEqual([`a: ${notKnownYet}`]);
  });

  it('goes on without a target that alone cannot be read, and says why', async () => {
    const gone = { kind: 'notFound', title: 'Gone', advice: 'Look.' } as const;
    const inspect: Work['inspect'] = async ({ targetId }) => {
      if (targetId === 'broad') throw new ProblemError(gone);
      return [plannedAs('a')];
    };
    const plan = planOf({ broad: ['b'], pilot: ['a'] });
    const work = workOf([], { kind: 'nothingLeft' }, { inspect });
    const preview = await previewPlan(plan, work, nothingOpen);
    expect(preview.plan?.targets.map(({ id }) => id)).toEqual(['pilot']);
    expect(preview.leftOut.map(({ item, reason }) => `${item.id}: ${reason}`)).toEqual(['b: Gone']);
  });

  it('does not say that nothing is left where a part could not be read', async () => {
    const gone = { kind: 'notFound', title: 'Gone', advice: 'Look.' } as const;
    const inspect: Work['inspect'] = async ({ targetId }) => {
      if (targetId === 'broad') throw new ProblemError(gone);
      return [{ id: 'a', phase: 'settled', outcome: 'skipped', left: 'alreadySo' }];
    };
    const work = workOf([], { kind: 'nothingLeft' }, { inspect });
    const preview = previewPlan(planOf({ pilot: ['a'], broad: ['b'] }), work, nothingOpen);
    expect(await preview.then(() => undefined, toProblem)).toBe(gone);
  });

  it('is not made where a target meets what all would meet', async () => {
    const lost = { kind: 'unreachable', title: 'Lost', advice: 'Wait.' } as const;
    const inspect: Work['inspect'] = async ({ targetId }) => {
      if (targetId === 'broad') throw new ProblemError(lost);
      return [plannedAs('a')];
    };
    const work = workOf([], { kind: 'nothingLeft' }, { inspect });
    const preview = previewPlan(planOf({ pilot: ['a'], broad: ['b'] }), work, nothingOpen);
    expect(await preview.then(() => undefined, toProblem)).toBe(lost);
  });

  it('is none when nothing is left', async () => {
    const { plan, leftOut } = await previewOf({ pilot: ['a'] }, {});
    expect(plan).toBeUndefined();
    expect(leftOut).toHaveLength(1);
  });

  it('is read as something of which nothing was sent', async () => {
    const steps: unknown[] = [];
    const inspect = async (step: unknown) => {
      steps.push(step);
      return [];
    };
    await previewPlan(
      planOf({ pilot: ['a'] }),
      workOf([], { kind: 'nothingLeft' }, { inspect }),
      nothingOpen,
    );
    expect(steps).toEqual([
      {
        id: 'pilot',
        targetId: 'pilot',
        targetName: 'Profile pilot',
        attempts: [],
        problem: null,
        items: [expect.objectContaining({ id: 'a', phase: 'planned', outcome: null, pre: '' })],
      },
    ]);
  });

  it('that cannot be read is not offered', async () => {
    const problem = { kind: 'forbidden', title: 'No', advice: 'Ask.' } as const;
    const inspect = () => Promise.reject(new ProblemError(problem));
    const work = workOf([], { kind: 'nothingLeft' }, { inspect });
    const preview = previewPlan(planOf({ pilot: ['a'] }), work, nothingOpen);
    expect(await preview.then(() => undefined, toProblem)).toBe(problem);
  });
});
