import { expect, type Page } from '@playwright/test';
import { collectSecrets } from './secrets.ts';
import type { Tenant } from './tenant.ts';

/** What planted code could have done to a page, beside what every test looks for: a violation of the policy. */
export interface Harm {
  /** No dialog opened, nothing was asked of another host, and no element came out of a text. */
  expectNone(): Promise<void>;
}

/** Watches a page from now on. */
export function watchHarm(page: Page, tenant: Tenant): Harm {
  const { requests } = collectSecrets(page.context());
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return {
    async expectNone() {
      expect(dialogs).toEqual([]);
      const origins = new Set(requests.map((request) => new URL(request.url()).origin));
      expect([...origins].sort()).toEqual([tenant.appUrl, tenant.simulatorUrl].sort());
      const planted = await page.evaluate(() => {
        const odd =
          'iframe, object, embed, base, meta[http-equiv], video, template, math, [srcdoc], div[popover][id="x"]';
        return [...document.querySelectorAll('*')]
          .filter(
            (element) =>
              element.matches(odd) ||
              element.getAttributeNames().some((name) => name.startsWith('on')) ||
              (element instanceof HTMLAnchorElement && !/^https?:$/.test(element.protocol)),
          )
          .map(({ outerHTML }) => outerHTML.slice(0, 200));
      });
      expect(planted, 'elements that no page of ours has').toEqual([]);
    },
  };
}
