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
  // `npm test` scans the views that tests end with. A test here calls the scan for a view that no other test shows.
  use: { ...base.use, scan: false },
  // Long runs of tasks mostly wait: fifty requests a minute are all that Defender allows.
  workers: 4,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['dot'], [join(import.meta.dirname, 'tally-reporter.ts')]],
  webServer: { ...webServer, cwd: root },
});
