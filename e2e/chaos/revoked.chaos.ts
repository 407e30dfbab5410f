import { openTasks, runActions, sendingsOf } from '../support/actions.ts';
import { signInByHand } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { results } from '../support/words.ts';

test('a session that was revoked, then an action: one banner, one way to sign in, and Resume after it', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400, 401);
  await signInByHand(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.revoke({ accessTokens: true, refreshTokens: true, sessions: true });
  const outcomes = await runActions(page, tasks, ['Isolate device FIN-LT-0231'], 'Isolate device');
  await expect(outcomes).toContainText('You can resume after you sign in');
  // The list is refused too, and asks for the same.
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Resume' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: /^Sam Operator/ }).click();
  await outcomes.getByRole('button', { name: 'Resume' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /remaining/ })
    .click();
  await expect(outcomes.getByRole('button', { name: new RegExp(`^${results.started}`) })).toBeVisible();
  expect(await sendingsOf(tenant)).toMatchObject({ effects: 1 });
});
