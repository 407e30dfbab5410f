import { ensureHeadless } from './browser.ts';
import { runBin } from './run.ts';

/** The tests in a real browser, over a fresh build. Further arguments go to Playwright: `npm run e2e -- -g sign`. */
await ensureHeadless();
const built = await runBin('vite', ['build', '--logLevel', 'warn']);
if (built !== 0) process.exit(built);
process.exit(await runBin('playwright', ['test', ...process.argv.slice(2)]));
