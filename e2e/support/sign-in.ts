import { type Browser, type Cookie, expect, type Page } from '@playwright/test';
import type { PersonaId } from '../../simulator/tenants/personas.ts';
import type { Tenant } from './tenant.ts';

/** What a browser holds of a person who has signed in: MSAL's entries in the tab, and the sign-in page's cookie. */
interface SignedIn {
  readonly entries: readonly (readonly [key: string, value: string])[];
  readonly cookies: Cookie[];
}

const names: Record<PersonaId, RegExp> = {
  'driver.admin': /^Dana Driver/,
  'driver.reader': /^Rui Reader/,
  'soc.operator': /^Sam Operator/,
  'soc.reader': /^Sora Reader/,
  'no.role': /^Noa Nobody/,
  'global.admin': /^Gale Global/,
  'soc.lead': /^Lou Lead/,
};

/** Who has signed in to the tenants that this worker keeps from test to test. */
const kept = new WeakMap<Tenant, Map<PersonaId, SignedIn>>();

/** From now on people sign in to this tenant once, and further tests begin where that ended. */
export function keepSignIns(tenant: Tenant): void {
  if (!kept.has(tenant)) kept.set(tenant, new Map());
}

/** What people are signed in with is no longer what a sign-in gave: no further test begins with it. */
export function forgetSignIns(tenant: Tenant): void {
  kept.delete(tenant);
}

/** Whether another test may begin with the sign-ins of this tenant. */
export function keepsSignIns(tenant: Tenant): boolean {
  return kept.has(tenant);
}

/** The page that a person's tests are about, where they name none. */
function pageOf(persona: PersonaId): string {
  return persona.startsWith('soc.') ? '/incident-tasks' : '/profiles';
}

/** Opens the app as a person who is signed in. A test about the way there takes {@link signInByHand}. */
export async function signIn(
  page: Page,
  tenant: Tenant,
  persona: PersonaId,
  path = pageOf(persona),
): Promise<void> {
  const people = kept.get(tenant);
  const browser = page.context().browser();
  if (!people || !browser) return signInByHand(page, tenant, persona, path);
  const known = people.get(persona) ?? (await signInElsewhere(browser, tenant, persona));
  people.set(persona, known);
  await restore(page, tenant, known, path);
  await expect(page.getByRole('banner').getByRole('button', { name: /^Account: / })).toBeVisible();
}

/** Opens the app and signs in by the simulator's pages, as a person does. */
export async function signInByHand(
  page: Page,
  tenant: Tenant,
  persona: PersonaId,
  path = pageOf(persona),
): Promise<void> {
  const preparing = await keepResultsOpen(page);
  await page.goto(`${tenant.appUrl}${path}`);
  await preparing.dispose();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: names[persona] }).click();
  await expect(page.getByRole('banner').getByRole('button', { name: /^Account: / })).toBeVisible();
}

/**
 * From the next load on, this browser knows that the person keeps the results open, as most tests read them. A test about the
 * closed panel forgets that.
 */
export function keepResultsOpen(page: Page) {
  return page.addInitScript(() => localStorage.setItem('actiondesk.results', '{"isOpen":true}'));
}

/** Signs in by hand in a browser context of its own, on a page that reads nothing from Graph. */
async function signInElsewhere(browser: Browser, tenant: Tenant, persona: PersonaId): Promise<SignedIn> {
  const page = await browser.newPage();
  await signInByHand(page, tenant, persona, '/settings');
  const entries = await page.evaluate(() =>
    Object.entries(sessionStorage).filter(([key]) => key.startsWith('msal.')),
  );
  const cookies = await page.context().cookies(tenant.simulatorUrl);
  await page.context().close();
  return { entries, cookies };
}

async function restore(page: Page, tenant: Tenant, { entries, cookies }: SignedIn, path: string) {
  const context = page.context();
  await context.addCookies(cookies);
  // Proofs and ends of a session are known to the simulator, and so to every test that begins with it.
  context.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().startsWith(tenant.simulatorUrl)) forgetSignIns(tenant);
  });
  const restoring = await page.addInitScript((stored) => {
    for (const [key, value] of stored) sessionStorage.setItem(key, value);
  }, entries);
  const preparing = await keepResultsOpen(page);
  await page.goto(`${tenant.appUrl}${path}`);
  await preparing.dispose();
  // Once: a page that is loaded later finds what the app has left there.
  await restoring.dispose();
}
