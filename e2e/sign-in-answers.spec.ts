import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, pen } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { watchHarm } from './support/harm.ts';
import { hostBuild } from './support/hosted.ts';
import { collectSecrets } from './support/secrets.ts';
import { signInByHand } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const state = btoa(JSON.stringify({ id: 'planted', meta: { interactionType: 'redirect' } }));
const markup = encodeURIComponent('<img src=x onerror=alert(1)>');

for (const { name, answer } of [
  { name: 'a code', answer: `#code=planted&state=${state}&client_info=planted` },
  { name: 'an error', answer: `#error=server_error&error_description=${markup}&state=${state}` },
  { name: 'a code without a state', answer: '#code=planted' },
]) {
  test(`[A12] an answer that nobody asked for, ${name}, signs nobody in and asks for no token`, async ({
    page,
    tenant,
  }) => {
    const harm = watchHarm(page, tenant);
    const { requests } = collectSecrets(page.context());
    await page.goto(`${tenant.appUrl}/redirect.html${answer}`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expect(page).toHaveURL(`${tenant.appUrl}/`);
    expect(requests.filter((request) => request.url().endsWith('/token'))).toEqual([]);

    // The next sign-in is none the worse for it.
    await signInByHand(page, tenant, 'no.role', '/settings');
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await harm.expectNone();
  });
}

test('[A12] the answer of the sign-in page is taken once: its address means nothing later', async ({
  page,
  tenant,
}) => {
  const { requests } = collectSecrets(page.context());
  const answers: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame.url().includes('/redirect.html')) answers.push(frame.url());
  });
  await signInByHand(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await expect(rowOf(driversOn(page), pen)).toBeVisible();
  const tokens = () => requests.filter((request) => request.url().endsWith('/token')).length;
  const before = tokens();
  const [answer = ''] = answers;
  expect(answer).toContain('code=');
  await page.goto(answer);
  await expect(page.getByRole('banner')).toContainText('Dana Driver');
  await expect(page).not.toHaveURL(/code=/);
  expect(tokens()).toBe(before);
});

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
