import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHeadless } from './browser.ts';
import { runBin } from './run.ts';

/** Everything: types, lint, format, unit, model, build, e2e. The last line sums the runners' own reports. */

/**
 * On a slow machine, a browser test may fail for want of time. Each failure gets a second try, whose success is told, and
 * no more of them than these are put up with: beyond that, something is wrong with the tests or with the app.
 */
const mostUnsteady = 3;

const reports = mkdtempSync(join(tmpdir(), 'actiondesk-'));
const unitReport = join(reports, 'unit.json');
const modelReport = join(reports, 'model.json');
const e2eReport = join(reports, 'e2e.json');
const broken: string[] = [];
// Where nobody watches, only the end of the output may be kept: a line for each test would push the failures out of it.
const isWatched = process.stdout.isTTY;

async function step(name: string, work: () => Promise<number>): Promise<boolean> {
  console.log(`\n── ${name}`);
  const passed = (await work()) === 0;
  if (!passed) broken.push(name);
  return passed;
}

await ensureHeadless();
await step('types', () => runBin('tsc', ['-p', '.']));
await step('lint and format', () => runBin('biome', ['check', '.']));
const vitest = (report: string, more: readonly string[], env?: NodeJS.ProcessEnv) =>
  runBin(
    'vitest',
    [
      'run',
      '--allowOnly=false',
      `--reporter=${isWatched ? 'default' : 'dot'}`,
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...more,
    ],
    // Numbers and dates are written as the browser's language has them; the tests expect English.
    { LC_ALL: 'en_US.UTF-8', ...(!isWatched && { NO_COLOR: '1' }), ...env },
  );
const model = 'src/runs/testing/model-based';
// A branch that the model alone happens to take is taken by no test that says so.
await step('unit', () => vitest(unitReport, ['--coverage', `--exclude=${model}/**`]));
await step('model', () => vitest(modelReport, [model], { MODEL_SEQUENCES: '2000', MODEL_SEED: '1' }));
if (await step('build', () => runBin('vite', ['build', '--logLevel', 'warn']))) {
  await step('e2e', () =>
    runBin(
      'playwright',
      ['test', '--forbid-only', '--retries=1', `--reporter=${isWatched ? 'line' : 'dot'},json`],
      {
        PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport,
      },
    ),
  );
}

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}
interface E2eReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/** A report that was not written counts for nothing, which the step's own failure already tells. */
function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report; // the shapes above are what both runners document
  } catch {
    return undefined;
  }
}

const units = [unitReport, modelReport].map((file) => readReport<UnitReport>(file));
const stats = readReport<E2eReport>(e2eReport)?.stats;
rmSync(reports, { recursive: true, force: true });

const sum = (numbers: readonly (number | undefined)[]) =>
  numbers.reduce<number>((total, number = 0) => total + number, 0);
const unsteady = stats?.flaky ?? 0;
const passes = [...units.map((unit) => unit?.numPassedTests), sum([stats?.expected, unsteady])];
const passed = sum(passes);
const failed = sum([...units.map((unit) => unit?.numFailedTests), stats?.unexpected]);
const unplayed = sum([
  ...units.flatMap((unit) => [unit?.numPendingTests, unit?.numTodoTests]),
  stats?.skipped,
]);
const ran = passes.every((count = 0) => count > 0);
// A test that is not run is one that cannot fail.
if (unplayed > 0) broken.push(`${unplayed} tests that were not run`);
if (unsteady > mostUnsteady) broken.push(`${unsteady} browser tests that passed at the second try only`);
else if (unsteady > 0) console.log(`\nPassed at the second try only, named above as flaky: ${unsteady}`);
if (broken.length > 0) console.log(`\nBroken: ${broken.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(broken.length === 0 && failed === 0 && ran ? 0 : 1);
