import { ensureHeadless } from './browser.ts';
import { runBin } from './run.ts';

/**
 * The long tests against faults, crashes and races, over a fresh build: `npm run chaos -- --seeds 200`. Further
 * arguments go to Playwright: `npm run chaos -- -g "connection closed"`.
 */
const args = process.argv.slice(2);
const at = args.indexOf('--seeds');
const seeds = at === -1 ? '20' : (args.splice(at, 2)[1] ?? '');
if (!/^[1-9]\d*$/.test(seeds)) {
  console.error(`--seeds takes a number from 1, not "${seeds}".`);
  process.exit(1);
}

await ensureHeadless();
const built = await runBin('vite', ['build', '--logLevel', 'warn']);
if (built !== 0) process.exit(built);
process.exit(
  await runBin('playwright', ['test', '--config', 'e2e/chaos/playwright.config.ts', ...args], {
    CHAOS_SEEDS: seeds,
  }),
);
