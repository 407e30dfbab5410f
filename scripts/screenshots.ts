import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { addNote } from '../e2e/support/actions.ts';
import { names, results } from '../e2e/support/words.ts';
import { vanishingDriverName, withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { startSimulator } from '../simulator/server.ts';
import { takeAll } from './all-screenshots.ts';
import { ensureBrowser } from './browser.ts';
import { findFreePort } from './ports.ts';
import { serveApp } from './serve.ts';
import { configForHost } from './tenants.ts';

/**
 * Writes the pictures of docs/images from a fresh build and a fresh simulator. Names, numbers and layout are the same
 * each time; dates are relative to the day they are taken. `--built` takes the build that is there. `--all` writes every
 * page in every look into the folder screenshots/, which is not kept: to be looked at after a change. Names of views and
 * looks narrow that: `npm run screenshots -- --all tasks dark`.
 */
const { values: options, positionals: only } = parseArgs({
  options: { all: { type: 'boolean', default: false }, built: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const images = join(import.meta.dirname, options.all ? '../screenshots' : '../docs/images');
const chosen = ['Surface - HIDClass - Pen Settings', withdrawnDriverName, vanishingDriverName];

async function signIn(page: Page, origin: string, person: RegExp): Promise<void> {
  await page.goto(`${origin}/profiles`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: person }).click();
}

async function takeApproval(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: pilotRingName, exact: true }).click();
  const drivers = page.getByRole('grid', { name: names.drivers, exact: true });
  for (const name of chosen) {
    await drivers.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await addNote(dialog, 'CHG-1042');
  await dialog.getByLabel('Type 3 to confirm').fill('3');
  await take('review');

  await dialog.getByRole('button', { name: 'Approve 3 drivers' }).click();
  const region = page.getByRole('region', { name: names.results });
  await region.getByRole('button', { name: names.results, exact: true }).click();
  await region.getByText(results.confirmed).first().waitFor();
  await take('results');
}

/** The pictures of the documentation. */
async function takeDocs(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1400, height: 860 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    // The language of the browser's own date fields, which no setting of the page changes.
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  });
  await signIn(page, origin, /^Dana Driver/);
  await takeApproval(page, async (name) => {
    const path = join(images, `${name}.png`);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    console.log(path);
  });
}

const appPort = await findFreePort();
const simPort = await findFreePort();
const ports = { appPort, simPort };
const folder = process.env.BUILD_FOLDER ?? 'dist';
const executablePath = await ensureBrowser();
if (!options.built) await build({ logLevel: 'warn' });

const simulator = await startSimulator({ port: simPort, appPort });
const app = await serveApp({ folder, port: appPort, configFor: configForHost(simulator, ports) });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await mkdir(images, { recursive: true });
  const origin = `http://localhost:${appPort}`;
  if (options.all) {
    const startAnew = () => {
      const tenant = simulator.tenants.find('contoso');
      if (tenant) simulator.tenants.reset(tenant);
    };
    const failures = await takeAll(browser, origin, images, startAnew, only);
    for (const failure of failures) console.error(failure);
    if (failures.length > 0) process.exitCode = 1;
  } else {
    await takeDocs(browser, origin);
  }
} finally {
  await browser.close();
  app.closeAllConnections();
  app.close();
  await simulator.close();
}
