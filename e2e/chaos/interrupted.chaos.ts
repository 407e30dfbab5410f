import type { Page } from '@playwright/test';
import { failingDevice } from '../../simulator/seeds/contoso-defender.ts';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import {
  chooseDate,
  executeAction,
  openTasks,
  pen,
  resultsOn,
  runActions,
  select,
} from '../support/actions.ts';
import { openDialog } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, openProfile, rowOf, test } from '../support/test.ts';
import { buttons, decisions, itemStates, texts } from '../support/words.ts';

const isolations = ['FIN-LT-0231', 'FIN-LT-0244', 'FIN-WS-0107', failingDevice].map(
  (device) => `Isolate device ${device}`,
);

/** Remembers in the page whether the results ever show a text after the next load. */
function recordSight(page: Page, text: string): Promise<unknown> {
  return page.addInitScript((sought) => {
    new MutationObserver(() => {
      const shown = document.querySelector('section[aria-label="Results"]')?.textContent;
      if (shown?.includes(sought)) document.documentElement.dataset.sight = 'seen';
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, text);
}

test('a deferred request and those behind it are not sent, all three alike, and Resume takes them all', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({
    kind: 'throttled',
    retryAfter: '60',
    skip: 1,
    times: 1,
    match: { method: 'POST' },
  });
  await runActions(page, tasks, isolations, 'Run 4 actions');
  const panel = resultsOn(page);
  await expect(panel).toContainText(texts.waiting);
  await page.reload();
  await expect(rowOf(panel, itemStates.notSent)).toHaveCount(3);
  await expect(panel.getByRole('button', { name: `${itemStates.notSent} 3` })).toBeVisible();
  await expect(rowOf(panel, texts.deferred)).toContainText(itemStates.notSent);
  await watch.expectAccessible();
});

test('after a reload during a wait, Resume is named only once it is there, and is off when the date has passed', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'throttled', retryAfter: '60', times: 1, match: executeAction });
  await select(drivers, [pen]);
  const review = await openDialog(page, 'Approve');
  const soon = new Date(Date.now() + 10 * 60_000).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  await chooseDate(review, soon.slice(0, 16).replace(' ', 'T'));
  await review.getByRole('button', { name: 'Approve 1 driver' }).click();
  const panel = resultsOn(page);
  await expect(panel).toContainText(texts.waiting);
  await tenant.fault({ kind: 'latency', ms: 5_000, match: { method: 'GET' } });
  await recordSight(page, texts.waiting);
  await page.reload();

  const banner = panel.getByRole('alert').filter({ hasText: texts.pageClosed });
  await expect(banner).toContainText('The current state is being checked first');
  await expect(banner).not.toContainText(buttons.resume);
  await expect(rowOf(panel, pen)).toContainText(itemStates.notSent);
  await expect(panel.getByRole('button', { name: buttons.resume })).toBeVisible();
  await expect(banner).toContainText('Resume checks the remaining items again');
  // The wait of the page before is over, and not shown for a moment either.
  expect(await page.evaluate(() => document.documentElement.dataset.sight)).toBeUndefined();

  await page.clock.fastForward('15:00');
  const resume = panel.getByRole('button', { name: buttons.resume });
  await expect(resume).toHaveAttribute('aria-disabled', 'true');
  await expect(resume).toHaveAccessibleDescription(decisions.datePassed);
  await expect(banner).toContainText(decisions.datePassed);
  await resume.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await watch.expectAccessible();
});
