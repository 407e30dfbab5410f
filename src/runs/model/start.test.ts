import { describe, expect, it } from 'vitest';
import { actionOf } from '../../actions/all.ts';
import { planOf } from '../testing/test-runs.ts';
import { itemsOf } from './run.ts';
import { startRun } from './start.ts';

function start(targets: Readonly<Record<string, readonly string[]>>) {
  let last = 0;
  const newId = () => {
    last += 1;
    return `id-${last}`;
  };
  return startRun(planOf(targets, { note: 'CHG-1' }), {
    tenantId: 't',
    accountKey: 'anna',
    now: 5,
    newId,
    actionOf,
  });
}

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `driver-${index}`);

describe('startRun', () => {
  it('cuts any number of drivers into requests of at most 100, in order', () => {
    for (let count = 0; count <= 350; count += 1) {
      const run = start({ pilot: idsOf(count) });
      const sizes = run.steps.map(({ items }) => items.length);
      expect(sizes).toHaveLength(Math.ceil(count / 100));
      expect(sizes.every((size) => size >= 1 && size <= 100)).toBe(true);
      expect(itemsOf(run).map(({ id }) => id)).toEqual(idsOf(count));
    }
  });

  it('never mixes profiles in one request', () => {
    const run = start({ pilot: idsOf(101), broad: idsOf(2) });
    expect(run.steps.map(({ targetId, items }) => [targetId, items.length])).toEqual([
      ['pilot', 100],
      ['pilot', 1],
      ['broad', 2],
    ]);
    expect(new Set(run.steps.map(({ id }) => id)).size).toBe(3);
  });

  it('sends an id that was planned twice in a profile once', () => {
    const run = start({ pilot: ['a', 'b', 'a'], broad: ['a'] });
    expect(run.steps.map(({ items }) => items.map(({ id }) => id))).toEqual([['a', 'b'], ['a']]);
  });

  it('is bound to the person and the tenant, and nothing is sent yet', () => {
    const run = start({ pilot: ['a'] });
    expect(run).toMatchObject({ tenantId: 't', accountKey: 'anna', startedAt: 5, endedAt: null });
    expect(run).toMatchObject({ state: 'running', cancelled: false, waitingUntil: null, note: 'CHG-1' });
    expect(run.steps).toMatchObject([{ attempts: [], problem: null }]);
    expect(itemsOf(run)).toMatchObject([{ phase: 'planned', outcome: null, before: 'needsReview' }]);
  });
});
