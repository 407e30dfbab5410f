import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actionOf } from '../../actions/all.ts';
import { planOf } from '../testing/test-runs.ts';
import { itemsOf } from './run.ts';
import { startRun } from './start.ts';

it('[G13] any number of drivers, in any number of profiles: requests of at most 100, each driver in one, in order', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(counts, (sizes) => {
      let last = 0;
      const newId = () => {
        last += 1;
        return `id-${last}`;
      };
      const targets = Object.fromEntries(
        sizes.map((size, place) => [
          `profile-${place}`,
          Array.from({ length: size }, (_, index) => `driver-${place}-${index}`),
        ]),
      );
      const run = startRun(planOf(targets), { tenantId: 't', accountKey: 'a', now: 1, newId, actionOf });
      const steps = run.steps.map(({ items, targetId }) => ({
        size: items.length,
        isWhole: items.every(({ id }) => id.startsWith(targetId.replace('profile', 'driver'))),
      }));
      expect(steps.filter(({ size, isWhole }) => size < 1 || size > 100 || !isWhole)).toEqual([]);
      const ids = itemsOf(run).map(({ id }) => id);
      expect(ids.join()).toBe(Object.values(targets).flat().join());
      expect(run.steps).toHaveLength(sizes.reduce((sum, size) => sum + Math.ceil(size / 100), 0));
    }),
    { numRuns: 15, examples: [[[0]], [[100]], [[101]], [[5_000]]] },
  );
});
