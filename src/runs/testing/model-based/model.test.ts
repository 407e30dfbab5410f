import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { sequences } from './test-commands.ts';
import { fakeTimeout } from './test-network.ts';
import { createTally } from './test-tally.ts';
import { createWorld } from './test-world.ts';

/**
 * The engine against a model of Graph: random plans, faults, tabs and people, up to 60 things in a row. What it sends
 * and says is compared with what the services know. `npm run model` plays as many sequences as one likes.
 */
const sequencesToPlay = Number(process.env.MODEL_SEQUENCES ?? 2_000);
/** The same sequences each time: whoever changes something else is not met by what chance finds. The long run plays others. */
const seed = Number(process.env.MODEL_SEED ?? 1);
const mostCommands = 60;
/** What a sequence may take, in ms, on a slow computer that has other things to do. */
const patience = 200;

afterEach(() => {
  vi.restoreAllMocks();
});

it(
  '[N23] loses, doubles and misreports nothing, whatever happens',
  async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(fakeTimeout);
    const tally = createTally();
    const property = fc.asyncProperty(fc.integer(), sequences(mostCommands), async (shuffle, commands) => {
      const world = createWorld(shuffle);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
      await world.finish();
      tally.add(world, commands);
    });
    const result = await fc.check(property, { seed, numRuns: sequencesToPlay });
    process.stdout.write(`\nSeed ${seed}\n${tally.tell()}\n`);
    const report = result.failed ? `${await fc.defaultReportMessage(result)}\n${result.errorInstance}` : '';
    expect(report).toBe('');
    // A model in which nothing goes wrong would prove nothing.
    if (sequencesToPlay >= 1_000) expect(tally.missing()).toEqual([]);
  },
  sequencesToPlay * patience + 60_000,
);
