import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { type Look, looks, type View, views } from './screenshot-views.ts';

/** How long a page may take until nothing moves, in ms: what is read from the simulator is there by then. */
const rest = 1_500;

/** Where a view is taken. */
export interface Site {
  readonly browser: Browser;
  readonly originOf: (tenant: string) => string;
  /** Takes back what was done for the picture before: drivers that were approved are no longer to review. */
  readonly startAnew: (tenant: string) => void;
}

/**
 * Takes a picture of every view in every look.
 *
 * @param only names of views or looks; all when empty
 * @returns what could not be shown, and why
 */
export async function takeAll(
  site: Site,
  folder: string,
  only: readonly string[],
): Promise<readonly string[]> {
  const isAsked = ({ name }: { name: string }, of: readonly { name: string }[]) =>
    !of.some((each) => only.includes(each.name)) || only.includes(name);
  const failures: string[] = [];
  for (const look of looks.filter((each) => isAsked(each, looks))) {
    for (const view of views.filter((each) => isAsked(each, views))) {
      const path = join(folder, `${view.name}-${look.name}.png`);
      try {
        await take(site, view, look, path);
        console.log(path);
      } catch (error) {
        failures.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return failures;
}

/** @throws Error when the page can't be brought to where the picture is taken */
export async function take(site: Site, view: View, look: Look, path: string): Promise<void> {
  const tenant = view.tenant ?? 'contoso';
  site.startAnew(tenant);
  const context = await site.browser.newContext({
    viewport: { width: look.width, height: look.height },
    deviceScaleFactor: look.scale ?? 1,
    colorScheme: look.dark ? 'dark' : 'light',
    forcedColors: look.forcedColors ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
  });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    if (look.rightToLeft) await page.addInitScript(preferRightToLeft);
    await page.goto(`${site.originOf(tenant)}${view.path}`);
    if (view.person) await signIn(page, view.person);
    await page.waitForTimeout(rest);
    await view.act?.(page);
    await page.waitForTimeout(rest);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  } finally {
    await context.close();
  }
}

async function signIn(page: Page, person: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${person}`) }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** Runs in the page before its own scripts. */
function preferRightToLeft(): void {
  localStorage.setItem('actiondesk.preferences', JSON.stringify({ direction: 'rtl' }));
}
