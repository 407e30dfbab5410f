import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFor } from './headers.ts';
import packageJson from './package.json' with { type: 'json' };

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

/** Every row that the project answers for, by family: N1 to N26, and so on. */
const families: Readonly<Record<string, number>> = {
  N: 26,
  A: 24,
  G: 32,
  B: 24,
  D: 12,
  T: 6,
  M: 20,
  U: 14,
  'SR-': 47,
  'AX-': 37,
};
const everyId = Object.entries(families).flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}${index + 1}`),
);

/** What may be open, and where nothing may. */
const mostOpen = 10;
const neverOpen = /^[NBG]\d/;

/** "- **N1** What must hold.", then either a reason why it is open or a list of proofs: "`file` › title". */
const requirements = read('docs/traceability.md')
  .split(/^- (?=\*\*)/m)
  .slice(1)
  .map((entry) => {
    const [head = '', ...rest] = entry.split('\n');
    return {
      id: /^\*\*([A-Z]+-?\d+)\*\* \S/.exec(head)?.[1] ?? head,
      isOpen: /\. _Open_: \S.*\.$/.test(head),
      proofs: rest.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4)),
    };
  });

/** Their own text is the proof: rules that a tool holds everybody to, and pages. Nothing that runs in the product is. */
const configuration = ['biome.json', '.npmrc', 'SECURITY.md'];

/** The title of a test or of a group, where a call has one; a long call has it on a line of its own. */
const titlePattern =
  /(?:\b(?:test|it|describe)(?:\.\w+)*|\))\(\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>).)*)\k<quote>,/gs;

/** A file that leaves out a test, a group or a table, or expects one to fail, proves nothing. */
const leavesOut = /^\s*(?:test|it|describe)(?:\.\w+)*\.(?:skip|fixme|todo|fails?|only)\b/m;

/** The titles of the tests and groups of a file, all of which are run. */
function titlesIn(source: string): ReadonlySet<string> {
  const code = source.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  if (leavesOut.test(code)) return new Set();
  return new Set(
    [...code.matchAll(titlePattern)].map(({ groups }) =>
      (groups?.title ?? '').replaceAll(/\\(['"`])/g, '$1'),
    ),
  );
}

/** The literal by which a table of cases names one of them. */
function namesCase(source: string, text: string): boolean {
  return (
    [`'${text}'`, `"${text}"`].some((literal) => source.includes(literal)) || source.includes(`(${text})`)
  );
}

/** Why a proof is none; undefined for one that is. */
function faultOf(proof: string): string | undefined {
  const [, file = '', rest = ''] = /^`([^`]+)` › (.+)$/.exec(proof) ?? [];
  if (rest === '') return 'names no file and text';
  if (!existsSync(join(import.meta.dirname, file))) return 'there is no such file';
  const source = read(file);
  if (configuration.includes(file)) return source.includes(rest) ? undefined : 'does not say so';
  if (!/\.(test|spec|chaos)\.tsx?$/.test(file)) return 'is no test';
  const titles = titlesIn(source);
  if (titles.has(rest)) return undefined;
  // A title with placeholders may be followed by the one of its cases that is meant.
  const [, title = '', which = ''] = /^(.+): “(.+)”$/.exec(rest) ?? [];
  if (!titles.has(title)) return 'has no such title';
  return namesCase(source, which) ? undefined : 'has no such case';
}

test('every row is there, once, and in no other list', () => {
  expect(requirements.map(({ id }) => id).sort()).toEqual([...everyId].sort());
});

test('few rows are open, and none about the network, Graph or the browser', () => {
  const open = requirements.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  expect(open.length).toBeLessThanOrEqual(mostOpen);
  expect(open.filter((id) => neverOpen.test(id))).toEqual([]);
});

test('every row is open, with a reason, or names proofs that exist', () => {
  const wrong = requirements.flatMap(({ id, isOpen, proofs }) => {
    if (isOpen === proofs.length > 0) return [`${id}: neither open nor proved, or both`];
    return proofs.flatMap((proof) => {
      const fault = faultOf(proof);
      return fault === undefined ? [] : [`${id}: ${proof} (${fault})`];
    });
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['a test that is run', "test('a title', () => {})", true],
  ['a group', "describe('a title', () => {})", true],
  ['a title on a line of its own', "test(\n  'a title',\n  () => {})", true],
  ['a table', "it.each([1, 2])('a title', () => {})", true],
  ['a test that is skipped', "test.skip('a title', () => {})", false],
  ['a test that is to be mended', "test.fixme('a title', () => {})", false],
  ['a test that has to fail', "test.fail('a title', () => {})", false],
  ['a table that is skipped', "it.skip.each([1, 2])('a title', () => {})", false],
  ['a comment', "  // test('a title', () => {})", false],
  ['a part of a title', "test('not a title', () => {})", false],
  ['a text', "const name = 'a title';", false],
])('a proof is the whole title of a test that is run: %s', (_what, source, expected) => {
  expect(titlesIn(source).has('a title')).toBe(expected);
});

test('every browser test is watched: none takes its `test` from elsewhere', () => {
  const folder = join(import.meta.dirname, 'e2e');
  const specs = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
  expect(specs.length).toBeGreaterThan(20);
  const unwatched = specs.filter(
    (name) => !/import \{[^}]*\btest\b[^}]*\} from '\.\/support\/test\.ts'/.test(read(`e2e/${name}`)),
  );
  // That one opens no page.
  expect(unwatched).toEqual(['the-build.spec.ts']);
  expect(read('e2e/support/test.ts')).toMatch(/watch\.expectClean\(\);\s[\s\S]*\{ auto: true \}/);
  expect(read('e2e/support/watch.ts')).toContain('securitypolicyviolation');
});

test('every dependency has its reason, and there are few at run time', () => {
  const decisions = read('docs/decisions.md');
  const atRunTime = Object.keys(packageJson.dependencies);
  const names = [...atRunTime, ...Object.keys(packageJson.devDependencies)];
  const tables = decisions.split('\n').filter((line) => line.startsWith('| `'));
  const told = tables.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(told.sort()).toEqual(names.sort());
  expect(atRunTime.length).toBeLessThanOrEqual(14);
});

test('what is installed is what the lock file names: by hash, from one registry, in exact versions', () => {
  const bootstrap = read('scripts/bootstrap.mjs');
  expect(bootstrap).toMatch(/spawnSync\('npm', \['ci',/);
  expect(bootstrap).not.toMatch(/'(install|i|update)'/);
  const { packages } = JSON.parse(read('package-lock.json')) as Lockfile; // npm's own file
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  expect(entries.length).toBeGreaterThan(100);
  // A package without an address comes from the registry that npm is set to.
  const loose = entries.filter(
    ([, { resolved, integrity, inBundle }]) =>
      !inBundle &&
      !(
        integrity?.startsWith('sha512-') &&
        (resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/')
      ),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
  const wanted = Object.values({ ...packageJson.dependencies, ...packageJson.devDependencies });
  expect(wanted.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly integrity?: string; readonly inBundle?: boolean }>
  >;
}

test('the headers that another host is told to send are the ones that the project sends', () => {
  const deploy = read('docs/deploy.md');
  const origins = {
    graphOrigin: 'https://graph.microsoft.com',
    loginOrigin: 'https://login.microsoftonline.com',
  };
  for (const kind of ['page', 'bridge', 'asset', 'config', 'other'] as const) {
    for (const [name, value] of Object.entries(headersFor(kind, origins))) {
      expect(deploy, name).toContain(`\`${name}\``);
      expect(deploy, `${name} of ${kind}`).toContain(`\`${value}\``);
    }
  }
});

test('the guide for contributors names every command', () => {
  const guide = read('CONTRIBUTING.md');
  for (const script of Object.keys(packageJson.scripts)) {
    const command = ['start', 'test'].includes(script) ? `npm ${script}` : `npm run ${script}`;
    expect(guide).toContain(`| \`${command}\``);
  }
});

test('SECURITY.md names every key and database that the product stores, and no other', () => {
  const files = readdirSync(join(import.meta.dirname, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/test-/.test(path))
    .map((path) => ({ path, text: read(`src/${path}`) }));
  const keyPattern = /^(?:export )?const (?:key|\w+Key|prefix|databaseName) = '(actiondesk[^']*)'/gm;
  const keysIn = (text: string) =>
    [...text.matchAll(keyPattern)].map(([, key = '']) => (key.endsWith('.') ? `${key}*` : key));
  const storing = files.filter(({ text }) => /Storage\.(get|set)Item|openDB/.test(text));
  expect(storing.length).toBeGreaterThan(6);
  expect(storing.filter(({ text }) => keysIn(text).length === 0).map(({ path }) => path)).toEqual([]);
  const named = [...read('SECURITY.md').matchAll(/`(actiondesk[^`]*)`/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(storing.flatMap(({ text }) => keysIn(text)).sort());
});

test('SECURITY.md says how long the history is kept', () => {
  const heads = read('src/runs/journal/heads.ts');
  expect(heads).toContain('keptFor = 30 * day');
  expect(heads).toContain('mostKept = 1_000');
  expect(read('SECURITY.md')).toContain('30 days, or 1,000 runs');
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/decisions.md',
  'docs/deploy.md',
  'docs/permissions.md',
  'docs/traceability.md',
  'docs/simulator.md',
  'docs/unknown-results.md',
])('links inside the project lead somewhere: %s', (page) => {
  const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = targets
    .filter((target) => !/^(https?:|#)/.test(target))
    .filter((target) => {
      const [path = ''] = target.split('#');
      return !existsSync(join(import.meta.dirname, dirname(page), path));
    });
  expect(broken).toEqual([]);
});
