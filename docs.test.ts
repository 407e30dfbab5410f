import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { itemStates, results } from './e2e/support/words.ts';
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

/** "- **N1** What must hold.", then either a reason why it is open, or texts of files: "`file` › text". */
const requirements = read('docs/traceability.md')
  .split(/^- (?=\*\*)/m)
  .slice(1)
  .map((entry) => {
    const [head = '', ...rest] = entry.split('\n');
    return {
      id: /^\*\*([A-Z]+-?\d+)\*\* \S/.exec(head)?.[1] ?? head,
      isOpen: /\. _Open_: \S.*\.$/.test(head),
      texts: rest.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4)),
    };
  });

/** Their own text is the proof: rules that a tool holds everybody to, and pages. Nothing that runs in the product is. */
const configuration = ['biome.json', '.npmrc', 'SECURITY.md'];

/** Where a row names a text, and the file has no such text. */
function isMissing(proof: string): boolean {
  const [, file = '', text = ''] = /^`([^`]+)` › (.+)$/.exec(proof) ?? [];
  return !configuration.includes(file) || text === '' || !read(file).includes(text);
}

/** What a title, or the name of a case, begins with: "[N4] …", or "[N4 N11] …" for more than one row. */
const idsPattern = /['"`]\[(?<ids>[A-Z]+-?\d+(?: [A-Z]+-?\d+)*)\] \S/g;

/** A file that leaves out a test, a group or a table, or expects one to fail, proves nothing. */
const leavesOut = /^\s*(?:test|it|describe)(?:\.\w+)*\.(?:skip|fixme|todo|fails?|only)\b/m;

const withoutComments = (source: string) => source.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '');

/** The rows that the tests of a file prove, all of which are run. */
function provedBy(source: string): readonly string[] {
  const code = withoutComments(source);
  if (leavesOut.test(code)) return [];
  return [...code.matchAll(idsPattern)].flatMap(({ groups }) => groups?.ids?.split(' ') ?? []);
}

const isTest = (path: string) => /\.(test|spec|chaos)\.tsx?$/.test(path);
const proved = ['.', 'e2e', 'scripts', 'simulator', 'src']
  .flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder), { recursive: folder !== '.', encoding: 'utf8' }).map(
      (path) => join(folder, path),
    ),
  )
  .filter(isTest)
  .flatMap((path) => provedBy(read(path)));

test('every row is there, once, and in no other list', () => {
  expect(requirements.map(({ id }) => id).sort()).toEqual([...everyId].sort());
});

test('few rows are open, and none about the network, Graph or the browser', () => {
  const open = requirements.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  expect(open.length).toBeLessThanOrEqual(mostOpen);
  expect(open.filter((id) => neverOpen.test(id))).toEqual([]);
});

test('every row is either open, with a reason, or proved by a test that carries its id, or by a text', () => {
  const wrong = requirements.filter(
    ({ id, isOpen, texts }) => isOpen === (proved.includes(id) || texts.length > 0) || texts.some(isMissing),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('every id that a test carries is a row', () => {
  expect([...new Set(proved)].filter((id) => !everyId.includes(id))).toEqual([]);
});

// Put together, so that this file itself carries none of it.
const carried = `'${'[X1]'} a title'`;
test.each([
  ['a test that is run', `test(${carried}, () => {})`, true],
  ['a test for several rows', `test('${'[X0 X1]'} a title', () => {})`, true],
  ['a group', `describe(${carried}, () => {})`, true],
  ['a title on a line of its own', `test(\n  ${carried},\n  () => {})`, true],
  ['a table', `it.each([1, 2])(${carried}, () => {})`, true],
  ['the name of a case', `it.each([[${carried}, 1]])('%s', () => {})`, true],
  ['a test that is skipped', `test.skip(${carried}, () => {})`, false],
  ['a test that is to be mended', `test.fixme(${carried}, () => {})`, false],
  ['a test that has to fail', `test.fail(${carried}, () => {})`, false],
  ['a table that is skipped', `it.skip.each([1, 2])(${carried}, () => {})`, false],
  ['a comment', `  // test(${carried}, () => {})`, false],
  ['an id in the middle', "test('a title [X1] of a test', () => {})", false],
])('a proof is a test that is run: %s', (_what, source, expected) => {
  expect(provedBy(source).includes('X1')).toBe(expected);
});

test('[SR-1 SR-7] every browser test is watched: none takes its `test` from elsewhere', () => {
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

test('browser tests take the words of results from their table', () => {
  const words = [...Object.values(results), ...Object.values(itemStates)].join('|');
  // A number may follow: the button that counts them.
  const byHand = new RegExp(`(?:['"\`]|/\\^)(?:${words})(?: \\d+)?['"\`$/|]`, 'g');
  const found = ['e2e', 'e2e/chaos'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        [...withoutComments(read(`${folder}/${name}`)).matchAll(byHand)].map(([text]) => `${name}: ${text}`),
      ),
  );
  expect(found).toEqual([]);
});

test('[SR-42] every dependency has its reason, and there are few at run time', () => {
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

test('[SR-40] what is installed is what the lock file names: by hash, from one registry, in exact versions', () => {
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

test('[SR-46] SECURITY.md names every key and database that the product stores, and no other', () => {
  const files = readdirSync(join(import.meta.dirname, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/test-/.test(path))
    .map((path) => ({ path, text: read(`src/${path}`) }));
  const keyPattern =
    /^(?:export )?const (?:key|\w+Key|prefix|\w+Prefix|databaseName) = '(actiondesk[^']*)'/gm;
  const keysIn = (text: string) =>
    [...text.matchAll(keyPattern)].map(([, key = '']) => (key.endsWith('.') ? `${key}*` : key));
  // These take their names from other files: the kept store, what deletes the snapshots, the notes.
  const namedElsewhere = [
    join('ui', 'kept-store.ts'),
    join('resources', 'driver-updates', 'snapshot-store.ts'),
    join('resources', 'driver-updates', 'review-notes.ts'),
  ];
  const storing = files.filter(
    ({ path, text }) =>
      !namedElsewhere.includes(path) &&
      /Storage\.(get|set|remove)Item|openDB|deleteDatabase|createKeptStore\(/.test(text),
  );
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
  'docs/driver-updates.md',
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
