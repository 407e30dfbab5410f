import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { addNote, decide, hub, pen, resultsOn, select } from './support/actions.ts';
import { driversOn, openDialog, pathOf, pilotDriver } from './support/drivers.ts';
import { keepOldCopy, oldRunId } from './support/forge.ts';
import { approveThree, openHistory, readKept, threeTitle } from './support/history.ts';
import { collectSecrets, foundIn } from './support/secrets.ts';
import { signInByHand } from './support/sign-in.ts';
import type { Tenant } from './support/tenant.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

test('[SR-29] nothing that is kept holds a token or the address of a person', async ({ page, tenant }) => {
  const secrets = collectSecrets(page.context());
  await signInByHand(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await select(driversOn(page), [pen]);
  const dialog = await openDialog(page, 'Approve');
  await addNote(dialog, 'CHG-1042, ask maria.mail@contoso.example');
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  await page.reload();
  await expect(driversOn(page)).toBeVisible();
  const runs = await openHistory(page);
  await expect(rowOf(runs, `Approve ${pen}`)).toContainText('CHG-1042, ask [address]');

  const kept = await readKept(page);
  expect(kept).toContain(pilotDriver(pen, 'needsReview').id);
  expect(kept).not.toMatch(/[\w.]+@[\w-]+\.\w/);
  expect(kept).not.toContain('Dana');
  expect(kept).not.toMatch(/eyJ[\w-]+\./);
  const tokens = await secrets.all();
  expect(tokens.length).toBeGreaterThan(0);
  expect(foundIn(kept, tokens)).toEqual([]);
});

test('[SR-30] what is too old goes before anyone signs in, and a person can take the rest along', async ({
  page,
  tenant,
  watch,
}) => {
  await approveThree(page, tenant, signInByHand);
  const runs = await openHistory(page);
  await expect(rowOf(runs, threeTitle)).toContainText('Finished');
  await keepOldCopy(page);
  await page.getByRole('button', { name: /^Account: Dana Driver/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const { id } = pilotDriver(pen, 'needsReview');
  await untilSignedOut(page, tenant, (kept) => {
    expect(kept).not.toContain(oldRunId);
    expect(kept).toContain(id);
  });

  await signInByHand(page, tenant, 'driver.admin', '/settings');
  await page.getByRole('button', { name: 'Sign out and delete my history' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign out and delete your history?' });
  await expect(dialog).toContainText('Deletes 1 finished run of your account from this browser');
  await expect(dialog).toContainText('Nothing changes in Intune or Defender');
  await watch.expectAccessible();
  await dialog.getByRole('button', { name: 'Sign out and delete' }).click();
  await untilSignedOut(page, tenant, (kept) => {
    expect(kept).not.toContain(id);
    expect(kept).not.toContain(pen);
  });
});

/** Signing out leads to the sign-in service and back: a look in between sees nothing, or another origin. */
async function untilSignedOut(page: Page, tenant: Tenant, check: (kept: string) => void): Promise<void> {
  await expect(async () => {
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible({ timeout: 1_000 });
    const kept = await readKept(page);
    expect(page.url()).toContain(tenant.appUrl);
    check(kept);
  }).toPass({ timeout: 20_000 });
}

test('[SR-46] SECURITY.md names every place where the browser keeps something', async ({ page, tenant }) => {
  await page.goto(tenant.appUrl);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  expect(placesOutside(await storedPlaces(page)), 'on the sign-in page').toEqual([]);
  await page.goBack();
  await signInByHand(page, tenant, 'driver.admin', '/settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('link', { name: 'Driver profiles' }).click();
  const headers = page.getByRole('grid', { name: 'Driver profiles' }).getByRole('columnheader');
  await headers.getByRole('button').first().press('Alt+Shift+ArrowRight');
  await page.getByRole('link', { name: pilotRingName, exact: true }).click();
  await decide(page, driversOn(page), 'Approve', [pen]);
  await expect(rowOf(resultsOn(page), pen)).toContainText(results.confirmed);
  const places = await storedPlaces(page);
  for (const place of ['actiondesk.preferences', 'actiondesk.columns.profiles', 'actiondesk-runs'])
    expect(places).toContain(place);
  expect(placesOutside(places)).toEqual([]);

  // Back from the sign-in page, where a selection is kept meanwhile.
  await select(driversOn(page), [hub]);
  await page.goto(`${tenant.simulatorUrl}/`);
  await page.goBack();
  await expect(driversOn(page)).toBeVisible();
  expect(placesOutside(await storedPlaces(page))).toEqual([]);
});

/** Every key, database, cache and worker that the page's origin has. */
function storedPlaces(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ...(document.cookie === '' ? [] : [document.cookie]),
  ]);
}

/** Those that the table of SECURITY.md doesn't name: in full, or by the part before a star. */
function placesOutside(places: readonly string[]): readonly string[] {
  const security = readFileSync('SECURITY.md', 'utf8');
  const named = [...security.matchAll(/`((?:actiondesk|msal)[\w.*-]*)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(5);
  return places.filter(
    (place) =>
      !named.some((name) => (name.endsWith('*') ? place.startsWith(name.slice(0, -1)) : place === name)),
  );
}
