import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { driversOf, pathOf } from '../support/drivers.ts';
import { watchHarm } from '../support/harm.ts';
import { payloads } from '../support/payloads.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

const pilot = pathOf(pilotRingName);
const drivers = driversOf(pilotRingName);

test('[M1] markup in what is said of rows that cannot be read stays text', async ({ page, tenant }) => {
  const harm = watchHarm(page, tenant);
  await Promise.all(
    payloads.map(({ text }, index) =>
      tenant.override({
        type: 'driver',
        id: drivers[index]?.id,
        patch: { id: text, applicableDeviceCount: text },
      }),
    ),
  );
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all`);
  await page.getByText(`${payloads.length} rows couldn’t be read`).click();
  const aside = page.getByRole('group').filter({ hasText: 'couldn’t be read' }).getByRole('listitem');
  const told = await aside.allTextContents();
  for (const { shown } of payloads.filter(({ text }) => text.length <= 100)) {
    const reason = told.find((text) => text.startsWith(`${shown}: applicableDeviceCount`));
    expect(reason, shown).toContain(`received "${shown}"`);
  }
  await harm.expectNone();
});
