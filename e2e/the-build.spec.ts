import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import packageJson from '../package.json' with { type: 'json' };
import { personasOf } from '../simulator/tenants/personas.ts';

const folder = process.env.BUILD_FOLDER ?? 'dist';

/** Every file that a host would serve, with its text. */
async function readBuild(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

test('[M20] the build holds pages, scripts and styles, and nothing else: no map, no config, no hidden file', async () => {
  const paths = (await readBuild()).map(({ path }) => path.slice(folder.length + 1).replaceAll('\\', '/'));
  expect(paths.length).toBeGreaterThan(10);
  expect([...new Set(paths.map((path) => extname(path)))].sort()).toEqual([
    '.css',
    '.html',
    '.js',
    '.svg',
    '.txt',
  ]);
  expect(paths.filter((path) => path.split('/').some((part) => part.startsWith('.')))).toEqual([]);
  // Rules for pages from right to left go by direction: a list of languages would never match English words.
  const styles = (await readBuild()).filter(({ path }) => extname(path) === '.css').map(({ text }) => text);
  expect(styles.join('')).toContain(':dir(rtl)');
  expect(styles.join('')).not.toContain(':lang(');
});

test('the build holds the license notice of every package that it bundles', async () => {
  const text = await readFile(join(folder, 'licenses.txt'), 'utf8');
  const notices = text.split(/^## /m).slice(1);
  const named = notices.map((notice) => notice.split(' ')[0]);
  // The first one is a meta package, whose parts are named.
  const bundled = Object.keys(packageJson.dependencies).filter(
    (name) => name !== '@fluentui/react-components',
  );
  expect(bundled.filter((name) => !named.includes(name))).toEqual([]);
  // That one comes without a text.
  const empty = notices.filter((notice) => notice.trim().split('\n').length < 3);
  expect(empty.map((notice) => notice.split(' ')[0])).toEqual(['@fluentui/react-icons']);
});

const people = personasOf('00000000-0000-0000-0000-000000000000').map(({ displayName }) => displayName);

for (const { what, pattern } of [
  { what: 'source map', pattern: /sourceMappingURL|sourcesContent/ },
  { what: 'part of the simulator', pattern: new RegExp(['/_sim', 'contoso', ...people].join('|'), 'i') },
  { what: 'hook for tests', pattern: /__reportViolation|playwright|vitest|data-testid/i },
  {
    what: 'secret',
    pattern:
      /-----BEGIN|client_secret=|\beyJ[\w-]{10,}\.[\w-]{10,}|(api|access)[_-]?key["']?\s*[:=]\s*["'][\w-]{16,}/i,
  },
  { what: 'path of the machine that built it', pattern: /\/(home|Users|root|tmp|work)\/\w+\/|[A-Z]:\\\\/ },
]) {
  test(`[M20 SR-38] the build holds no ${what}`, async () => {
    const files = await readBuild();
    expect(
      files
        .filter(({ text }) => pattern.test(text))
        .map(({ path, text }) => `${path}: ${pattern.exec(text)}`),
    ).toEqual([]);
  });
}
