import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';
import type { Options } from '../support/test.ts';

const root = join(import.meta.dirname, '../..');

const { webServer } = base;
if (!webServer || Array.isArray(webServer)) throw new Error('The tests start one server');

/** The long ones: `npm run chaos`. The table at the end is counted from the simulator's own log. */
export default defineConfig<Options>({
  ...base,
  testDir: import.meta.dirname,
  testMatch: '**/*.chaos.ts',
  outputDir: join(root, 'test-results/chaos'),
  // A test has a view of its own scanned; the views that tests end with are scanned by `npm test`.
  use: { ...base.use, scan: false },
  // Long runs of tasks mostly wait: fifty requests a minute are all that Defender allows.
  workers: 4,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['dot'], [join(import.meta.dirname, 'tally-reporter.ts')]],
  webServer: { ...webServer, cwd: root },
});
