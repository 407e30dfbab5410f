import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { sequences } from './test-commands.ts';
import { fakeTimeout } from './test-network.ts';
import { sabotages } from './test-sabotage.ts';
import { createWorld } from './test-world.ts';

/**
 * The judge of the model, judged: something is broken on purpose, and it has to tell of that. A judge that has been
 * blinded finds nothing, and looks like a clean engine.
 */
const seed = 1;
const sequencesToPlay = 500;

afterEach(() => {
  vi.restoreAllMocks();
});

it.each(sabotages)(
  '[N23] the judge notices when %s',
  async (_what, tells, sabotage) => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(fakeTimeout);
    const told = new Set<string>();
    const property = fc.asyncProperty(fc.integer(), sequences(60), async (shuffle, commands) => {
      const world = createWorld(shuffle, sabotage);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
      await world.finish().catch(() => undefined);
      for (const line of world.judge.broken) told.add(line);
      return ![...told].some((line) => tells.test(line));
    });
    await fc.check(property, { seed, numRuns: sequencesToPlay, endOnFailure: true });
    expect(
      [...told].filter((line) => tells.test(line)),
      [...told].join('\n'),
    ).not.toEqual([]);
  },
  60_000,
);
