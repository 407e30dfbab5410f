import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { pen } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { watchHarm } from './support/harm.ts';
import { collectSecrets } from './support/secrets.ts';
import { signInByHand } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const state = btoa(JSON.stringify({ id: 'planted', meta: { interactionType: 'redirect' } }));
const markup = encodeURIComponent('<img src=x onerror=alert(1)>');

const unasked = [
  { name: 'a code', answer: `#code=planted&state=${state}&client_info=planted` },
  { name: 'an error', answer: `#error=server_error&error_description=${markup}&state=${state}` },
  { name: 'a code without a state', answer: '#code=planted' },
];

test('[A12] answers that nobody asked for sign nobody in and ask for no token; the one that was asked for is taken once', async ({
  page,
  tenant,
}) => {
  const harm = watchHarm(page, tenant);
  const { requests } = collectSecrets(page.context());
  const tokens = () => requests.filter((request) => request.url().endsWith('/token')).length;
  for (const { name, answer } of unasked) {
    await page.goto(`${tenant.appUrl}/redirect.html${answer}`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true }), name).toBeVisible();
    await expect(page).toHaveURL(`${tenant.appUrl}/`);
    expect(tokens(), name).toBe(0);
  }

  // The next sign-in is none the worse for it.
  const answers: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame.url().includes('/redirect.html')) answers.push(frame.url());
  });
  await signInByHand(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await expect(rowOf(driversOn(page), pen)).toBeVisible();
  await harm.expectNone();

  // Its own answer means nothing later.
  const before = tokens();
  const [answer = ''] = answers;
  expect(answer).toContain('code=');
  await page.goto(answer);
  await expect(page.getByRole('banner')).toContainText('Dana Driver');
  await expect(page).not.toHaveURL(/code=/);
  expect(tokens()).toBe(before);
});
