import { defineConfig } from '@playwright/test';
import { findHeadless } from './scripts/browser.ts';

/** Ports of their own: the tests run beside an `npm start`. Tests read them from the environment. */
const ports = { APP_PORT: process.env.E2E_APP_PORT ?? '4273', SIM_PORT: process.env.E2E_SIM_PORT ?? '5101' };
const executablePath = findHeadless();

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  retries: 0,
  // As many as a small machine has cores: a third makes each test slower, and the run no shorter.
  workers: 2,
  // A journey takes a quarter of this on a machine with time to spare.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    // A worker keeps its browser context, emptied of cookies and storage before each test. The code of the app stays
    // compiled there: a fresh context costs every test a sixth of its time.
    reuseContext: true,
    viewport: { width: 1400, height: 860 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace of every test costs a seventh of the time: `--trace retain-on-failure` where one is needed.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // One process for the app and the sign-in page: starting a second one costs every test a seventh of its time.
        '--disable-site-isolation-trials',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx scripts/start.ts --built',
    url: `http://localhost:${ports.APP_PORT}/config.json`,
    env: ports,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
