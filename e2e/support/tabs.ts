import { expect, type Locator, type Page } from '@playwright/test';
import type { PersonaId } from '../../simulator/tenants/personas.ts';
import { signIn } from './sign-in.ts';
import type { Tenant } from './tenant.ts';

/** Another tab of the same browser, where the person is signed in too. */
export async function openTabAs(page: Page, tenant: Tenant, persona: PersonaId, path: string): Promise<Page> {
  const tab = await page.context().newPage();
  await signIn(tab, tenant, persona, path);
  return tab;
}

/**
 * Clicks in both tabs once both ask. Nothing takes effect for a while: a dialog that learned of the other tab's effect
 * would rightly have nothing left to ask.
 */
export async function clickAtOnce(tenant: Tenant, buttons: readonly Locator[]): Promise<void> {
  await tenant.fault({ kind: 'latency', ms: 4_000, phase: 'before', times: 1, match: { method: 'POST' } });
  for (const button of buttons) await expect(button).toBeEnabled();
  await Promise.all(buttons.map((button) => button.click()));
}
