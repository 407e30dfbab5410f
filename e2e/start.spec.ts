import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';

const folder = process.env.BUILD_FOLDER ?? 'dist';

/** Script, in bytes as gzip makes them. What else is measured, `npm run bench:startup` holds against two floors. */
const budgets = { firstNumbers: 250_000, redirectPage: 25_000 };

async function sizeOf(scripts: readonly string[]): Promise<number> {
  const sizes = scripts.map(async (path) => gzipSync(await readFile(join(folder, path))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('the first numbers need no more script than they may, and the engine comes after them', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', '/');
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      const tile = document.querySelector('[aria-label="What needs you"] li');
      if (!/\d/.test(tile?.textContent ?? '')) return;
      observer.disconnect();
      performance.mark('first number');
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  await page.reload();
  await expect(page.getByRole('list', { name: 'What needs you' })).toContainText(/\d/);
  const scripts = await page.evaluate(() => {
    const [number] = performance.getEntriesByName('first number');
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < (number?.startTime ?? 0))
      .map(({ name }) => new URL(name).pathname);
  });
  expect(scripts.length).toBeGreaterThan(2);
  expect(await sizeOf(scripts)).toBeLessThanOrEqual(budgets.firstNumbers);
  expect(scripts.map((path) => basename(path)).filter((name) => name.startsWith('late-parts'))).toEqual([]);
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
    .toContainEqual(expect.stringContaining('/late-parts'));
  // The page stands still before it is looked over.
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
});

test('the page that the sign-in comes back to needs no more script than it may', async () => {
  const page = await readFile(join(folder, 'redirect.html'), 'utf8');
  const scripts = [...page.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  expect(scripts.length).toBeGreaterThan(0);
  expect(await sizeOf(scripts)).toBeLessThanOrEqual(budgets.redirectPage);
});
