import { largeProfiles } from '../../simulator/seeds/large.ts';
import { resultsOn } from '../support/actions.ts';
import { openDialog, sentActions } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { buttons, results } from '../support/words.ts';

const profiles = largeProfiles(Date.now());
const first = profiles[0];
const path = (profile: (typeof profiles)[number] | undefined) => `/profiles/${profile?.record.id}?tab=all`;
test.use({ seed: 'large' });

test('[U4 AX-9 AX-10] a run over a thousand drivers: its number is typed, and it is spoken of seldom, at its end in full', async ({
  page,
  tenant,
}) => {
  const approved = first?.drivers.filter(({ record }) => record.approvalStatus === 'approved').length ?? 0;
  expect(approved).toBeGreaterThan(1_000);
  const told = approved.toLocaleString('en-GB');
  await signIn(page, tenant, 'driver.admin', path(first));
  await page.getByRole('search').getByRole('button', { name: 'Status' }).click();
  // The same number as everywhere, in the same format.
  await page.getByRole('checkbox', { name: new RegExp(`^Approved\\s*${told}$`) }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: `Select all ${told} matching drivers` }).check();

  // Everything that a screen reader would be given from here on, by both ways.
  await page.evaluate(() => {
    const spoken: string[] = [];
    Reflect.set(window, 'spoken', spoken);
    // Where the browser has it, Fluent's announcements go through it, and into a region elsewhere.
    Reflect.set(Element.prototype, 'ariaNotify', (text: string) => spoken.push(text));
    const last = new Map<Element, string>();
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
        const text = region.textContent;
        if (last.get(region) === text) continue;
        last.set(region, text);
        if (text !== '') spoken.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const dialog = await openDialog(page, buttons.pause);
  await dialog.getByLabel(`Type ${approved} to confirm`).fill(`${approved}`);
  await dialog.getByRole('button', { name: `${buttons.pause} ${told} drivers` }).click();
  const outcomes = resultsOn(page);
  await expect(outcomes.getByRole('button', { name: `${results.confirmed} ${told}` })).toBeVisible({
    timeout: 45_000,
  });
  const sent = await sentActions(tenant);
  expect(sent.map(({ driverIds }) => driverIds.length).reduce((sum, count) => sum + count)).toBe(approved);

  const spoken = await page.evaluate((): unknown => Reflect.get(window, 'spoken'));
  const ofTheRun = (Array.isArray(spoken) ? spoken.map(String) : []).filter((text) =>
    text.startsWith(buttons.pause),
  );
  expect(ofTheRun.length).toBeGreaterThanOrEqual(3);
  expect(ofTheRun.length).toBeLessThanOrEqual(12);
  expect(ofTheRun.at(-1)).toContain(`${told} ${results.confirmed.toLowerCase()}`);
});
