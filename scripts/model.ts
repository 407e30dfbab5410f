import { parseArgs } from 'node:util';
import { runBin } from './run.ts';

/**
 * Plays random sequences against the run engine, as many as one likes: `npm run model -- --sequences 100000 --seed 7`.
 * Without a seed each call plays others; the seed is printed.
 */
const { values } = parseArgs({
  options: { sequences: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
process.exit(
  await runBin('vitest', ['run', 'src/runs/testing/model-based/model.test.ts'], {
    MODEL_SEQUENCES: values.sequences,
    MODEL_SEED: values.seed ?? `${Date.now() % 2_147_483_647}`,
  }),
);
