import { besideCore, coreModules } from './core-modules.ts';
import { runBin } from './run.ts';

/**
 * Breaks the core modules on purpose, one small change at a time, and tells which changes no unit test notices. Further
 * arguments go to Stryker: `--mutate src/graph/policy.ts` for one module, `--force` to trust no earlier result.
 */
const args = process.argv.slice(2);
const isNarrowed = args.some((arg) => /^(-m|--mutate)(=|$)/.test(arg));
const everything = [...coreModules, ...besideCore.map((glob) => `!${glob}`)].join(',');
// Only a whole run is kept and gone on from: one that is narrowed reports what it saw itself, and nothing older.
const whole = ['--mutate', everything, '--incremental'];
process.exit(await runBin('stryker', ['run', ...(isNarrowed ? [] : whole), ...args]));
