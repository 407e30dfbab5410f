import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';

const folder = process.env.BUILD_FOLDER ?? 'dist';

/** Script, in bytes as gzip makes them. What else is measured, `npm run bench:startup` holds against two floors. */
const budgets = { firstPage: 250_000, redirectPage: 25_000 };

async function sizeOf(scripts: readonly string[]): Promise<number> {
  const sizes = scripts.map(async (path) => gzipSync(await readFile(join(folder, path))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** What a person waits for: where it is, and what holds text once it is there. */
const firsts = {
  numbers: { path: '/', selector: '[aria-label="What needs you"] li', text: /\d/ },
  rows: {
    path: '/profiles',
    selector: '[role=grid][aria-label="Driver profiles"] [role=row] a',
    text: /./,
  },
};

test('the first numbers and rows need no more script than they may, and the engine comes after them', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', '/');
  await page.addInitScript((wanted) => {
    new MutationObserver((_changes, observer) => {
      const first = wanted.find(({ path }) => path === location.pathname);
      const found = first && document.querySelector(first.selector)?.textContent;
      if (!found || !first.text.test(found)) return;
      observer.disconnect();
      performance.mark('first');
    }).observe(document, { childList: true, characterData: true, subtree: true });
  }, Object.values(firsts));
  for (const { path, selector, text } of Object.values(firsts)) {
    await page.goto(new URL(path, page.url()).href);
    await expect(page.locator(selector).first()).toContainText(text);
    const scripts = await page.evaluate(() => {
      const [first] = performance.getEntriesByName('first');
      return performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime < (first?.startTime ?? 0))
        .map(({ name }) => new URL(name).pathname);
    });
    expect(scripts.length, path).toBeGreaterThan(2);
    expect(await sizeOf(scripts), path).toBeLessThanOrEqual(budgets.firstPage);
    expect(scripts.map((script) => basename(script)).filter((name) => name.startsWith('late-parts'))).toEqual(
      [],
    );
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
      .toContainEqual(expect.stringContaining('/late-parts'));
    // The page stands still before it is looked over.
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  }
  // What the list can do comes with the engine.
  await expect(page.getByRole('button', { name: 'New profile…' })).toBeEnabled();
});

test('the page that the sign-in comes back to needs no more script than it may', async () => {
  const page = await readFile(join(folder, 'redirect.html'), 'utf8');
  const scripts = [...page.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  expect(scripts.length).toBeGreaterThan(0);
  expect(await sizeOf(scripts)).toBeLessThanOrEqual(budgets.redirectPage);
});
