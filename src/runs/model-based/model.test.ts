import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { sequences } from './test-commands.ts';
import { fakeTimeout } from './test-network.ts';
import { createWorld } from './test-world.ts';

/**
 * The engine against a model of Graph: random plans, faults, tabs and people, up to 60 things in a row. What it sends
 * and says is compared with what the model knows. `npm run model` plays as many sequences as one likes.
 */
const sequencesToPlay = Number(process.env.MODEL_SEQUENCES ?? 2_000);
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2_147_483_647);
const mostCommands = 60;
/** What a sequence may take, in ms, on a slow computer that has other things to do. */
const patience = 200;

afterEach(() => {
  vi.restoreAllMocks();
});

it(
  'loses, doubles and misreports nothing, whatever happens',
  async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(fakeTimeout);
    const sum = { sequences: 0, commands: 0, runs: 0, requests: 0, actions: 0, repeatedByBrowser: 0 };
    const faults = new Map<string, number>();
    const property = fc.asyncProperty(fc.integer(), sequences(mostCommands), async (shuffle, commands) => {
      const world = createWorld(shuffle);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
      await world.finish();
      const { network, runs } = world;
      sum.sequences += 1;
      sum.commands += [...commands].length;
      sum.runs += runs();
      sum.requests += network.sendings.length;
      for (const { call, fault } of network.sendings) {
        if (call.endpoint !== 'read') sum.actions += 1;
        if (!fault) continue;
        if (fault.repeated) sum.repeatedByBrowser += 1;
        const name = fault.repeated ?? (fault.stale > 0 ? 'stale' : fault.answer);
        faults.set(name, (faults.get(name) ?? 0) + 1);
      }
    });
    const result = await fc.check(property, { seed, numRuns: sequencesToPlay });
    const met = [...faults].sort().map(([name, times]) => `${name} ${times}`);
    process.stdout.write(`\nSeed ${seed}, ${JSON.stringify(sum)}, faults: ${met.join(', ')}\n`);
    const report = result.failed ? `${await fc.defaultReportMessage(result)}\n${result.errorInstance}` : '';
    expect(report).toBe('');
    // A model in which nothing goes wrong would prove nothing.
    expect(faults.size).toBeGreaterThan(Math.min(20, sequencesToPlay / 10));
  },
  sequencesToPlay * patience + 60_000,
);
