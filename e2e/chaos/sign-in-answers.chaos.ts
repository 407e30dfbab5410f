import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, pen } from '../support/actions.ts';
import { driversOn, pathOf } from '../support/drivers.ts';
import { hostBuild } from '../support/hosted.ts';
import { collectSecrets } from '../support/secrets.ts';
import { signInByHand } from '../support/sign-in.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { results } from '../support/words.ts';

const day = 86_400_000;
for (const { name, skew } of [
  { name: 'a day ahead', skew: day },
  { name: 'a day behind', skew: -day },
  { name: 'three days behind', skew: -3 * day },
]) {
  test(`[A18] a computer whose clock is ${name} signs in once, and what it does is told as it is`, async ({
    page,
    tenant,
  }) => {
    const { requests } = collectSecrets(page.context());
    await page.clock.setSystemTime(Date.now() + skew);
    await signInByHand(page, tenant, 'driver.admin', pathOf(pilotRingName));
    const outcomes = await decide(page, driversOn(page), 'Approve', [pen]);
    await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
    // Three permissions at most, and none of them asked for again and again.
    expect(requests.filter((request) => request.url().endsWith('/token')).length).toBeLessThanOrEqual(4);
    expect(requests.filter((request) => request.url().includes('/authorize')).length).toBeLessThanOrEqual(2);
  });
}

test('[A17] an address that is not registered: the sign-in page shows which one to register', async ({
  page,
  tenant,
  watch,
}) => {
  // A page that is a JSON file has no icon.
  watch.declareStatus(400, 404);
  const config = await (await page.goto(`${tenant.appUrl}/config.json`))?.text();
  const { server, port } = await hostBuild(() => config);
  try {
    await page.goto(`http://localhost:${port}/`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('AADSTS50011')).toBeVisible();
    await expect(page.getByText(`http://localhost:${port}/redirect.html`)).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
