import { expect, test } from '../support/test.ts';

test('[A11] a sign-in service that always says no is asked once for each click', async ({
  page,
  tenant,
  watch,
}) => {
  await tenant.fault({ kind: 'authorizeError' });
  await page.goto(tenant.appUrl);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const { signIns } = await tenant.log();
  expect(signIns.filter(({ endpoint }) => endpoint === 'authorize')).toHaveLength(1);
  await watch.expectAccessible();
});
