import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { startSimulator } from '../simulator/server.ts';
import { type Site, take, takeAll } from './all-screenshots.ts';
import { ensureBrowser } from './browser.ts';
import { findFreePort } from './ports.ts';
import { type Look, views } from './screenshot-views.ts';
import { serveApp } from './serve.ts';
import { configForHost } from './tenants.ts';

/**
 * Writes the pictures of docs/images from a fresh build and a fresh simulator. Names, numbers and layout are the same
 * each time; dates are relative to the day they are taken, and the font is one that the machine has: Segoe UI or Roboto.
 * `--built` takes the build that is there. `--all` writes every page in every look into the folder screenshots/, which is
 * not kept: to be looked at after a change. Names of views and looks narrow that: `npm run screenshots -- --all tasks dark`.
 */
const { values: options, positionals: only } = parseArgs({
  options: { all: { type: 'boolean', default: false }, built: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const images = join(import.meta.dirname, options.all ? '../screenshots' : '../docs/images');

/** The views that the README shows, and how. */
const inReadme = ['incidents', 'review', 'results'];
const readmeLook: Look = { name: 'readme', width: 1440, height: 860 };

async function takeForReadme(site: Site): Promise<void> {
  for (const view of views.filter(({ name }) => inReadme.includes(name))) {
    const path = join(images, `${view.name}.png`);
    await take(site, view, readmeLook, path);
    console.log(path);
  }
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
  const site: Site = {
    browser,
    originOf: (tenant) => `http://${tenant === 'contoso' ? '' : `${tenant}.`}localhost:${appPort}`,
    startAnew(name) {
      const tenant = simulator.tenants.find(name);
      if (tenant) simulator.tenants.reset(tenant);
    },
  };
  if (options.all) {
    const failures = await takeAll(site, images, only);
    for (const failure of failures) console.error(failure);
    if (failures.length > 0) process.exitCode = 1;
  } else {
    await takeForReadme(site);
  }
} finally {
  await browser.close();
  app.closeAllConnections();
  app.close();
  await simulator.close();
}
