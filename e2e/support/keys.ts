import type { Locator, Page } from '@playwright/test';

/** Presses a key until something, or what is in it, has the focus. */
export async function pressUntilFocused(page: Page, key: string, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`60 times ${key} did not reach ${target}`);
}
