import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './run.ts';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chromium without its windows, as Debian ships it: the tests take a quarter less time in it. */
const shell = '/usr/bin/chromium-headless-shell';

/** The first browser of the Chromium family that is there: `CHROME`, the system's, Playwright's own. */
export function findBrowser(): string | undefined {
  const candidates = [process.env.CHROME, ...usual, chromium.executablePath()];
  return candidates.find((path): path is string => path !== undefined && path !== '' && existsSync(path));
}

/** What most tests run in: `CHROME`, or the same without its windows, or a whole browser. */
export function findHeadless(): string | undefined {
  return process.env.CHROME === undefined && existsSync(shell) ? shell : findBrowser();
}

/**
 * Finds a browser, or installs one: Debian's package as root (it brings the libraries it needs), else Playwright's.
 *
 * @throws Error that says how to name a browser by hand
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log('Installing a browser for the tests…');
  await installPackages('chromium');
  if (findBrowser() === undefined) await run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  const installed = findBrowser();
  if (installed === undefined) {
    throw new Error(
      'No browser was found and none could be installed. Name one: CHROME=/path/to/chrome npm test',
    );
  }
  return installed;
}

/**
 * The same for the tests, which are quicker in a browser without windows: where Debian's package of it cannot be had,
 * they run in a whole one.
 */
export async function ensureHeadless(): Promise<void> {
  await ensureBrowser();
  if (process.env.CHROME === undefined && !existsSync(shell))
    await installPackages('chromium-headless-shell');
}

/** Debian's packages, as root only. */
export async function installPackages(...names: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
}
