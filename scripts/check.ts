import { runBin } from './run.ts';

/** Types, lint with format, unit tests: what to run while working. */
const codes = [
  await runBin('tsc', ['-p', '.']),
  await runBin('biome', ['check', '.']),
  await runBin('vitest', ['run']),
];
process.exit(codes.some((code) => code !== 0) ? 1 : 0);
