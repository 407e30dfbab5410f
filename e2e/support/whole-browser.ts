import config from '../../playwright.config.ts';
import { findBrowser } from '../../scripts/browser.ts';

const executablePath = findBrowser();

/** How to start a browser with its windows: one without them keeps no page that was left, and names no process. */
export const wholeBrowser = {
  ...config.use?.launchOptions,
  ...(executablePath !== undefined && { executablePath }),
};
