import type { Locator, Page } from '@playwright/test';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { executeAction, resultsOn, retry, sendingsOf, typeNumber } from '../support/actions.ts';
import { driversOf, driversOn, openDialog, pathOf, type SeededDriver } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import type { Tenant } from '../support/tenant.ts';
import { expect, test } from '../support/test.ts';
import { itemStates, results } from '../support/words.ts';

/**
 * Answers that prove nothing. Many are met in one page, each by a run over another driver: what became of it shows in
 * the panel, which always tells of the latest run.
 */

const path = `${pathOf(pilotRingName)}?tab=all&status=needsReview`;

// All rows of that list are drawn.
test.use({ viewport: { width: 1_400, height: 2_600 } });

const waiting = driversOf(pilotRingName).filter(
  ({ status, name }) => status === 'needsReview' && !/withdrawn|vanishes/.test(name),
);

interface Kind {
  readonly name: string;
  readonly fault: Readonly<Record<string, unknown>>;
  /** What the person is told of the answer. */
  readonly told: RegExp;
  /** The browser sends again by itself: the same request arrives more than once. */
  readonly isRepeated?: boolean;
}

const inBetween = 'A proxy, VPN, or browser extension may be interfering';
const said = (title: string) => new RegExp(`${title}.*${inBetween}`, 's');
const ofAProxy = said('doesn’t look like Microsoft Graph’s');
const status = (code: number, html = false): Kind['fault'] => ({ kind: 'status', status: code, html });

const faults: readonly Kind[] = [
  { name: '[N20] status 500', fault: status(500), told: /Microsoft Graph server error/ },
  { name: '[N20] status 502', fault: status(502), told: /Microsoft Graph server error/ },
  { name: '[N20] status 504', fault: status(504), told: /Microsoft Graph server error/ },
  { name: '[N20] status 507', fault: status(507), told: /Microsoft Graph server error/ },
  { name: '[N20] status 509', fault: status(509), told: /Microsoft Graph server error/ },
  // Chromium repeats a POST that met a 408.
  { name: '[N7] status 408', fault: status(408), told: /couldn’t complete the request/, isRepeated: true },
  { name: 'an answer that leaves the driver out', fault: { kind: 'omitIds' }, told: /^$/ },
  { name: 'an answer with the driver in two lists', fault: { kind: 'doubleIds' }, told: /^$/ },
];

const strangers: readonly Kind[] = [
  { name: '[N13] 403 of a proxy', fault: status(403, true), told: ofAProxy },
  // Chromium takes it for a proxy's and shows it to nobody.
  {
    name: '[N13] 407 of a proxy',
    fault: status(407, true),
    told: said('connection to Microsoft Graph was lost'),
  },
  {
    name: '[N13 N19] 503 of a proxy',
    fault: status(503, true),
    told: said('A 503 that probably isn’t from Microsoft Graph'),
  },
  {
    name: '[N12] a page of HTML, 200',
    fault: { kind: 'html200' },
    told: said('Unexpected response format'),
  },
  {
    name: '[N8] an answer that breaks off',
    fault: { kind: 'truncate' },
    told: said('The response was cut off'),
  },
  {
    name: '[N14] no CORS headers',
    fault: { kind: 'noCors' },
    told: said('connection to Microsoft Graph was lost'),
  },
  {
    name: '[N21] a redirect elsewhere',
    fault: { kind: 'redirectElsewhere' },
    told: said('connection to Microsoft Graph was lost'),
  },
  {
    name: '[N21] a redirect that keeps the method',
    fault: { kind: 'redirectElsewhere', status: 307 },
    told: said('connection to Microsoft Graph was lost'),
  },
];

/** Approves one driver; the answer is what the fault makes of it. Gives the row of its outcome. */
async function approveUnder(page: Page, tenant: Tenant, fault: Kind['fault'], driver: SeededDriver) {
  await tenant.fault({ ...fault, match: executeAction });
  await driversOn(page).getByRole('checkbox', { name: driver.label, exact: true }).check();
  const dialog = await openDialog(page, 'Approve');
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  return resultsOn(page)
    .getByRole('row')
    .filter({ hasText: driver.name })
    .filter({ hasText: driver.version });
}

async function expectTold(outcomes: Locator, told: RegExp): Promise<void> {
  const alert = outcomes.getByRole('alert');
  if (told.source === '^$') await expect(alert).toBeHidden();
  else await expect(alert).toContainText(told);
}

for (const [whose, kinds] of [
  ['Graph', faults],
  ['others', strangers],
] as const) {
  test(`what proves nothing after the effect, from ${whose}: not known, then confirmed by reading, and sent once`, async ({
    page,
    tenant,
    watch,
  }) => {
    test.slow();
    watch.declareStatus(403, 407, 408, 500, 502, 503, 504, 507, 509);
    watch.declareLostConnections();
    watch.declareErrors(/has been blocked by CORS policy/);
    await page.clock.install();
    await signIn(page, tenant, 'driver.admin', path);
    const outcomes = resultsOn(page);
    for (const [index, { name, fault, told, isRepeated }] of kinds.entries()) {
      const driver = waiting[index];
      if (!driver) throw new Error('The pilot ring has too few drivers');
      const before = (await sendingsOf(tenant)).arrived.length;
      const row = await approveUnder(page, tenant, { phase: 'after', ...fault }, driver);
      await expect(row, name).toContainText(itemStates.checking);
      await expectTold(outcomes, told);
      await page.clock.fastForward('00:03');
      await expect(row, name).toContainText(results.confirmed);
      await expect(outcomes.getByRole('alert'), name).toBeHidden();
      const { arrived, byTheApp } = await sendingsOf(tenant);
      const changed = new Set((await tenant.log()).effects.map(({ driverId }) => driverId));
      expect({ name, byTheApp, changed: changed.size }).toEqual({
        name,
        byTheApp: index + 1,
        changed: index + 1,
      });
      const arrivals = arrived.length - before;
      if (isRepeated) expect(arrivals, name).toBeGreaterThan(1);
      else expect(arrivals, name).toBe(1);
      await tenant.clearFaults();
    }
    expect((await tenant.log()).elsewhere, 'nobody was led to another origin').toEqual([]);
  });
}

const before: readonly Kind[] = [
  { name: '[N20] status 504', fault: status(504), told: /Microsoft Graph server error/ },
  {
    name: '[N19] 503 of a proxy',
    fault: status(503, true),
    told: said('A 503 that probably isn’t from Microsoft Graph'),
  },
  {
    name: '[N12] a page of HTML, 200',
    fault: { kind: 'html200' },
    told: said('Unexpected response format'),
  },
  {
    name: '[N14] no CORS headers',
    fault: { kind: 'noCors' },
    told: said('connection to Microsoft Graph was lost'),
  },
];

test('what proves nothing before the effect: not known, then not applied, then a retry on request', async ({
  page,
  tenant,
  watch,
}) => {
  test.slow();
  watch.declareStatus(502, 503, 504);
  watch.declareLostConnections();
  watch.declareErrors(/has been blocked by CORS policy/);
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin', path);
  const outcomes = resultsOn(page);
  for (const [index, { name, fault, told }] of before.entries()) {
    const driver = waiting[index];
    if (!driver) throw new Error('The pilot ring has too few drivers');
    const row = await approveUnder(page, tenant, fault, driver);
    await expect(row, name).toContainText(itemStates.checking);
    await expectTold(outcomes, told);
    await expect(outcomes.getByRole('button', { name: /^Retry/ }), name).toBeHidden();
    await page.clock.fastForward('02:10');
    await expect(row, name).toContainText(results.notApplied);
    await expect(row, name).toContainText(/Unchanged \d+ s later/);
    expect(await sendingsOf(tenant), name).toMatchObject({ byTheApp: index + 1, effects: 0 });
    await tenant.clearFaults();
  }
  const last = waiting[before.length - 1]?.name ?? '';
  await retry(outcomes, 1, last);
  await expect(outcomes.getByRole('row').filter({ hasText: last })).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: before.length + 1, effects: 1 });
});
