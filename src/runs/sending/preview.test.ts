import { describe, expect, it } from 'vitest';
import { ProblemError, toProblem } from '../../lib/problem.ts';
import { notKnownYet } from '../model/left-out.ts';
import type { PlannedItem, TargetItems } from '../model/run.ts';
import { workOf } from '../testing/test-runner.ts';
import { nextOf } from '../testing/test-runs.ts';
import type { FreshRead, FreshTarget, Work } from '../work.ts';
import { previewPlan } from './preview.ts';

const planned = (id: string, rest: Partial<PlannedItem> = {}): PlannedItem => ({
  id,
  name: `Driver ${id} as read`,
  detail: '2.0',
  before: 'needsReview',
  reviewed: { version: '2.0' },
  ...rest,
});
const target = (id: string, items: readonly string[], rest: Partial<FreshTarget> = {}): FreshTarget => ({
  id,
  name: `Profile ${id} as read`,
  items: items.map((item) => planned(item)),
  leftOut: [],
  ...rest,
});
const seenOf = () => undefined;
const titleOf = (sent: readonly TargetItems[]) => `Change ${sent.flatMap(({ items }) => items).length}`;
const reading = (...targets: readonly FreshTarget[]): Partial<Work> => ({
  readAfresh: async (): Promise<FreshRead> => ({ targets, seenOf, titleOf }),
});

/** What a run leads to when a read finds this. */
function previewOf(
  targets: Record<string, readonly string[]>,
  changes: Partial<Work>,
  open: Record<string, readonly string[]> = {},
) {
  const next = nextOf(targets, { note: 'CHG-1' });
  const work = workOf([], { kind: 'nothingLeft' }, changes);
  return previewPlan(
    next,
    () => work,
    async ({ id }) => new Set(open[id]),
  );
}

const idsOf = (targets: readonly { id: string; items: readonly PlannedItem[] }[] | undefined) =>
  targets?.map(({ id, items }) => [id, items.map((item) => item.id)]);

describe('what a run leads to', () => {
  it('has every word and every fact from the read, and none from what is remembered', async () => {
    const { plan, leftOut } = await previewOf({ pilot: ['a', 'b'] }, reading(target('pilot', ['a', 'b'])));
    expect(plan).toEqual({
      title: 'Retry: Change 2',
      note: 'CHG-1',
      follows: 'run',
      targets: [
        {
          id: 'pilot',
          name: 'Profile pilot as read',
          intent: { kind: 'driver-approval', action: 'approve', deployAt: null },
          items: [planned('a'), planned('b')],
        },
      ],
    });
    expect(leftOut).toEqual([]);
  });

  it('[M17] leaves out what needs no sending any more, with its reason, and targets that are empty then', async () => {
    const { plan, leftOut } = await previewOf(
      { pilot: ['a', 'b'], broad: ['c'] },
      reading(
        target('pilot', ['b'], { leftOut: [{ item: planned('a'), reason: 'Already in that state' }] }),
        target('broad', [], { leftOut: [{ item: planned('c'), reason: 'Changed' }] }),
      ),
    );
    expect(idsOf(plan?.targets)).toEqual([['pilot', ['b']]]);
    expect(leftOut.map(({ item, reason }) => `${item.id}: ${reason}`)).toEqual([
      'a: Already in that state',
      'c: Changed',
    ]);
  });

  it('leaves out what another run has sent, and does not know yet what became of', async () => {
    const { plan, leftOut } = await previewOf(
      { pilot: ['a', 'b'], broad: ['a'] },
      reading(target('pilot', ['a', 'b']), target('broad', ['a'])),
      { pilot: ['a'] },
    );
    expect(idsOf(plan?.targets)).toEqual([
      ['pilot', ['b']],
      ['broad', ['a']],
    ]);
    expect(leftOut.map(({ item, reason }) => `${item.id}: ${reason}`)).toEqual([`a: ${notKnownYet}`]);
  });

  it('asks of what was read only for what can be sent', async () => {
    const readAfresh = async (): Promise<FreshRead> => ({
      titleOf,
      targets: [target('pilot', ['a']), target('broad', [])],
      seenOf: (sent) => idsOf(sent),
    });
    const { seen } = await previewOf({ pilot: ['a', 'b'], broad: ['a'] }, { readAfresh });
    expect(seen).toMatchObject([{ seen: [['pilot', ['a']]] }]);
  });

  const gone = { kind: 'notFound', title: 'Gone', advice: 'Look.' } as const;

  it('goes on without a target that alone cannot be read, and says why', async () => {
    const leftOut = [{ item: planned('b'), reason: 'Gone' }];
    const preview = await previewOf(
      { broad: ['b'], pilot: ['a'] },
      reading(target('broad', [], { leftOut, problem: gone }), target('pilot', ['a'])),
    );
    expect(idsOf(preview.plan?.targets)).toEqual([['pilot', ['a']]]);
    expect(preview.leftOut).toEqual(leftOut);
  });

  it('tells what could not be read, and what another run holds, from what no longer applies', async () => {
    const refused = { kind: 'forbidden', title: 'No', advice: 'Ask.' } as const;
    const leftOut = (id: string) => [{ item: planned(id), reason: 'Left out' }];
    const preview = await previewOf(
      { pilot: ['a', 'b'], broad: ['c'], early: ['d'], late: ['e'] },
      reading(
        target('pilot', ['a', 'b']),
        target('broad', [], { leftOut: leftOut('c'), problem: refused }),
        target('early', [], { leftOut: leftOut('d'), problem: gone }),
        target('late', [], { leftOut: leftOut('e') }),
      ),
      { pilot: ['a'] },
    );
    expect(preview.leftOut.map(({ item, open }) => [item.id, open])).toEqual([
      ['a', 'held'],
      ['c', 'unread'],
      ['d', undefined],
      ['e', undefined],
    ]);
  });

  it('does not say that nothing is left where a part could not be read', async () => {
    const preview = previewOf(
      { pilot: ['a'], broad: ['b'] },
      reading(target('pilot', []), target('broad', [], { problem: gone })),
    );
    expect(await preview.then(() => undefined, toProblem)).toBe(gone);
  });

  it('is not offered where a target meets what all would meet', async () => {
    const lost = { kind: 'unreachable', title: 'Lost', advice: 'Wait.' } as const;
    const preview = previewOf(
      { pilot: ['a'], broad: ['b'] },
      reading(target('pilot', ['a']), target('broad', [], { problem: lost })),
    );
    expect(await preview.then(() => undefined, toProblem)).toBe(lost);
  });

  it('is none when nothing is left', async () => {
    const { plan } = await previewOf({ pilot: ['a'] }, reading(target('pilot', [])));
    expect(plan).toBeUndefined();
  });

  it('is not offered where nothing can be read', async () => {
    const problem = { kind: 'forbidden', title: 'No', advice: 'Ask.' } as const;
    const preview = previewOf(
      { pilot: ['a'] },
      { readAfresh: () => Promise.reject(new ProblemError(problem)) },
    );
    expect(await preview.then(() => undefined, toProblem)).toBe(problem);
  });

  it('asks what other runs have open before it reads', async () => {
    const order: string[] = [];
    const readAfresh = async (): Promise<FreshRead> => {
      order.push('read');
      return { targets: [], seenOf, titleOf };
    };
    await previewPlan(
      nextOf({ pilot: ['a'], broad: ['b'] }),
      () => workOf([], { kind: 'nothingLeft' }, { readAfresh }),
      async ({ id }) => {
        order.push(id);
        return new Set();
      },
    );
    expect(order).toEqual(['pilot', 'broad', 'read']);
  });
});
