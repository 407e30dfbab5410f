import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHeadless } from './browser.ts';
import { runBin } from './run.ts';

/** Everything: types, lint, format, unit, build, e2e. The last line sums the runners' own reports. */
const reports = mkdtempSync(join(tmpdir(), 'actiondesk-'));
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');
const broken: string[] = [];

async function step(name: string, work: () => Promise<number>): Promise<boolean> {
  console.log(`\n── ${name}`);
  const passed = (await work()) === 0;
  if (!passed) broken.push(name);
  return passed;
}

await ensureHeadless();
await step('types', () => runBin('tsc', ['-p', '.']));
await step('lint and format', () => runBin('biome', ['check', '.']));
await step('unit', () =>
  runBin('vitest', [
    'run',
    '--coverage',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]),
);
if (await step('build', () => runBin('vite', ['build', '--logLevel', 'warn']))) {
  await step('e2e', () =>
    runBin('playwright', ['test', '--forbid-only', '--reporter=line,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport,
    }),
  );
}

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}
interface E2eReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** A report that was not written counts for nothing, which the step's own failure already tells. */
function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report; // the shapes above are what both runners document
  } catch {
    return undefined;
  }
}

const unit = readReport<UnitReport>(unitReport);
const e2e = readReport<E2eReport>(e2eReport);
rmSync(reports, { recursive: true, force: true });

const passed = (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0);
const failed = (unit?.numFailedTests ?? 0) + (e2e?.stats.unexpected ?? 0) + (e2e?.stats.flaky ?? 0);
const ran = (unit?.numPassedTests ?? 0) > 0 && (e2e?.stats.expected ?? 0) > 0;
if (broken.length > 0) console.log(`\nBroken: ${broken.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(broken.length === 0 && failed === 0 && ran ? 0 : 1);
