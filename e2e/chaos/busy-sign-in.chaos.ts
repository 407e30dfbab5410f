import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, pen, sendingsOf, typeNumber } from '../support/actions.ts';
import { signInByHand } from '../support/sign-in.ts';
import { expect, openProfile, rowOf, test } from '../support/test.ts';
import { decisions, results } from '../support/words.ts';

test('[A21] a busy token endpoint: the run is interrupted, nothing is asked for a minute, then it continues', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(401, 429);
  await page.clock.install();
  await signInByHand(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'revoked', match: executeAction });
  await tenant.fault({ kind: 'tokenThrottled', retryAfter: '60', times: 20 });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  const banner = outcomes.getByRole('alert');
  await expect(banner).toContainText('Microsoft sign-in is busy');
  await expect(banner).toContainText('The wait ends in');
  const asked = async () =>
    (await tenant.log()).signIns.filter(({ endpoint }) => endpoint === 'token').length;
  const before = await asked();
  await outcomes.getByRole('button', { name: 'Check again' }).click();
  await expect(outcomes.getByRole('button', { name: 'Check again' })).toBeEnabled();
  expect(await asked(), 'it is left alone').toBe(before);

  await tenant.clearFaults();
  await page.clock.fastForward('01:01');
  await outcomes.getByRole('button', { name: 'Check again' }).click();
  await outcomes.getByRole('button', { name: 'Resume' }).click();
  await typeNumber(page.getByRole('dialog'));
  await page.getByRole('button', { name: decisions.approveRemaining(1) }).click();
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 2, effects: 1 });
});
