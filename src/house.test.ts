import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The walls of the house: who may import whom, and what is written nowhere. */

const repository = join(import.meta.dirname, '..');

interface SourceFile {
  /** From the repository's root, with forward slashes: `src/graph/client.ts`. */
  readonly path: string;
  readonly text: string;
  /** What it imports, types included: paths as above for our own files, names for packages. */
  readonly imports: readonly string[];
}

const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

function readSources(folder: string): SourceFile[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      const imports = [...text.matchAll(importPattern)].map(([, target = '']) =>
        target.startsWith('.') ? pathOf(join(dirname(file), target)) : target,
      );
      return { path: pathOf(file), text, imports };
    });
}

function pathOf(file: string): string {
  return relative(repository, file).replaceAll('\\', '/');
}

const sources = readSources('src');
const simulator = readSources('simulator');
const isTest = ({ path }: SourceFile) => /\.test\.tsx?$|(^|\/)test-[^/]+$/.test(path);
const product = sources.filter((source) => !isTest(source));

/** Where a file stands: its folder below src, or the name of a file that stands in src itself. Each page is a room. */
function storeyOf(path: string): string {
  const [, storey = '', room = ''] = path.split('/');
  return storey === 'pages' ? `pages/${room}` : storey;
}

const ground = ['lib'];
const rooms = [...new Set(product.map(({ path }) => storeyOf(path)))].filter((storey) =>
  storey.startsWith('pages/'),
);

/** For each storey, the storeys that it may import beside itself. Everything else is a wall. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  ui: ground,
  graph: ground,
  runs: ['graph', ...ground],
  resources: ['graph', 'ui', ...ground],
  actions: ['resources', 'runs', 'graph', 'ui', ...ground],
  'run-panel': ['actions', 'resources', 'runs', 'graph', 'ui', ...ground],
  plan: ['run-panel', 'actions', 'resources', 'runs', 'graph', 'ui', ...ground],
  'config.ts': ground,
  auth: ['config.ts', 'graph', ...ground],
  app: [...rooms, 'auth', 'plan', 'run-panel', 'actions', 'resources', 'runs', 'graph', 'ui', ...ground],
  'main.tsx': ['app', 'auth', 'config.ts', 'actions', 'resources', 'runs', 'graph', 'ui', ...ground],
  ...Object.fromEntries(
    rooms.map((room) => [
      room,
      ['plan', 'run-panel', 'actions', 'resources', 'runs', 'graph', 'ui', ...ground],
    ]),
  ),
};

/** Open to rooms and to what they show, although it stands elsewhere: who is signed in. */
const session = 'src/auth/session.ts';
const mayReadSession = ['plan', 'run-panel', ...rooms];

function mayImport(from: string, to: string): boolean {
  const storey = storeyOf(from);
  if (to === session && mayReadSession.includes(storey)) return true;
  return storeyOf(to) === storey || (arrows[storey]?.includes(storeyOf(to)) ?? false);
}

const offenders = (files: readonly SourceFile[], pattern: RegExp) =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

const importersOf = (files: readonly SourceFile[], name: RegExp) =>
  files.filter(({ imports }) => imports.some((target) => name.test(target))).map(({ path }) => path);

describe('imports', () => {
  it('are read at all', () => {
    expect(product.length).toBeGreaterThan(40);
    expect(rooms).toContain('pages/driver-profiles');
    expect(sources.find(({ path }) => path === 'src/graph/client.ts')?.imports).toContain(
      'src/lib/problem.ts',
    );
    expect(sources.find(({ path }) => path === 'src/app/reads.ts')?.imports).toContain(
      'src/pages/driver-profiles/profiles-page.tsx',
    );
  });

  it('point down: main → app → pages → plan → run-panel → actions → resources and runs → graph → lib, and to ui', () => {
    const through = product.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('src/') && !mayImport(path, target))
        .map((target) => `${path} → ${target}`),
    );
    expect(through).toEqual([]);
  });

  it('point one way inside the engine', () => {
    const inside: Readonly<Record<string, readonly string[]>> = {
      model: [],
      journal: ['model'],
      settling: ['model'],
      tabs: ['model', 'journal'],
      sending: ['model', 'tabs'],
    };
    const roomOf = (path: string) => /^src\/runs\/(\w+)\//.exec(path)?.[1];
    const engine = product.filter(({ path }) => roomOf(path) !== undefined);
    expect([...new Set(engine.map(({ path }) => roomOf(path)))].sort()).toEqual(Object.keys(inside).sort());
    const through = engine.flatMap(({ path, imports }) =>
      imports
        .filter((target) => {
          const [room = '', other] = [roomOf(path), roomOf(target)];
          return other !== undefined && other !== room && !inside[room]?.includes(other);
        })
        .map((target) => `${path} → ${target}`),
    );
    expect(through).toEqual([]);
  });

  it('hold no cycle', () => {
    const importsOf = new Map(product.map(({ path, imports }) => [path, imports]));
    const done = new Set<string>();
    const cycles: string[] = [];
    function visit(path: string, way: readonly string[]): void {
      if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (done.has(path) || way.includes(path)) return;
      for (const target of importsOf.get(path) ?? []) visit(target, [...way, path]);
      done.add(path);
    }
    for (const { path } of product) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('[M19] take nothing from the simulator, which shares nothing with the app', () => {
    expect(importersOf(sources, /^simulator\//)).toEqual([]);
    expect(importersOf(simulator, /^src\//)).toEqual([]);
  });

  it('take nothing from tests', () => {
    const tests = new Set(sources.filter(isTest).map(({ path }) => path));
    expect(product.filter(({ imports }) => imports.some((target) => tests.has(target)))).toEqual([]);
  });

  it('[SR-10] take MSAL in auth alone', () => {
    const importers = importersOf(product, /^@azure\/msal/);
    expect(importers).not.toEqual([]);
    expect(importers.filter((path) => storeyOf(path) !== 'auth')).toEqual([]);
  });

  it('take React and its widgets above runs alone', () => {
    const importers = importersOf(product, /^(react|react-dom|@fluentui\/|@tanstack\/react-)/);
    expect(importers.filter((path) => ['lib', 'graph', 'runs'].includes(storeyOf(path)))).toEqual([]);
  });

  it('name files with their endings, and no folder', () => {
    const own = [...sources, ...simulator].flatMap(({ imports }) =>
      imports.filter((target) => /^(src|simulator)\//.test(target)),
    );
    expect(own.filter((target) => !/\.(tsx?|css)$/.test(target))).toEqual([]);
  });
});

describe('[SR-22] what is written nowhere', () => {
  it('[SR-14] requests outside the two places that send them', () => {
    const requests =
      /(?<![\w.])(?:globalThis\.|window\.)?fetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/;
    const places = ['src/config.ts', 'src/graph/client.ts', 'src/graph/transport.ts'];
    expect(offenders(product, requests).sort()).toEqual(places);
  });

  it.each([
    [
      'HTML from text',
      /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/,
    ],
    ['code from text', /\beval\(|new Function\(|set(Timeout|Interval)\(['"`]/],
    ['tokens kept by hand', /localStorage[^\n]*[tT]oken|sessionStorage[^\n]*[tT]oken/],
    // Sign-in leaves the page and comes back: a browser blocks windows that no click opened.
    ['[A20] windows of our own', /\b(login|acquireToken|logout)Popup\b|window\.open\(/],
    ['[G30] requests packed into one', /\$batch/],
    ['[M5] foreign data merged into objects', /Object\.assign\(|\bfor \((const|let|var) \w+ in /],
    [
      '[M10] elements found by a name on the window',
      /window\.name\b|window\[['"`]|document\.(forms|all|anchors)\b/,
    ],
    [
      '[SR-34] messages between windows',
      /(window|parent|opener|top)\.postMessage|contentWindow|window\.opener/,
    ],
    ['[SR-35] cookies', /document\.cookie|cookieStore/],
    // What became of a run stays in the panel, and the notice of it until a person has seen or dismissed it.
    ['[AX-3] texts that go by themselves', /\bToast(er|Body|Title)?\b|useToast/],
    // Put together from parts that stand in the same file, and from nothing else: `${at}${label}`.
    ['patterns from what people type', /new RegExp\((?!`[^`]*`, 'gu'\))/],
    [
      '[AX-33] tips that come and go',
      /\b(Tooltip|InfoLabel|InfoButton|Popover\w*Surface)\b(?=[^\n]*@fluentui)|<Tooltip\b/,
    ],
    // Those of `useKeys` have one listener, which a person can switch off.
    ['[AX-32] keys of one letter heard by a component', /\.key === '[A-Za-z0-9]'|accessKey/],
  ])('%s', (_what, pattern) => {
    expect(offenders(product, pattern)).toEqual([]);
  });

  it('a query key, but for the files of queries', () => {
    const keys = /\bqueryKey: \[|Keys = \{|QueryData(<[^(]*>)?\(\[/;
    const writers = offenders(product, keys);
    expect(writers.filter((path) => basename(path) !== 'queries.ts')).toEqual([]);
    expect(writers.length).toBeGreaterThan(2);
  });

  it('the kind of an action compared outside of the actions', () => {
    const folders = readdirSync(join(repository, 'src/actions'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const constants = product.flatMap(({ path, text }) =>
      storeyOf(path) === 'actions'
        ? [...text.matchAll(/export const (\w+Kind)\b/g)].map(([, name]) => name)
        : [],
    );
    expect(constants.length).toBeGreaterThan(3);
    const kinds = new RegExp(
      `'(${folders.join('|')})'(?![^\\n]*from)|\\bintent\\.kind\\b|\\b(${constants.join('|')})\\b`,
    );
    const elsewhere = product.filter(({ path }) => storeyOf(path) !== 'actions');
    expect(offenders(elsewhere, kinds)).toEqual([]);
    expect(offenders(product, kinds).length).toBeGreaterThan(2);
  });

  it('[B17] a sending in an effect: none starts a run, or has one that does', () => {
    const effects = product.flatMap(({ path, text }) => effectsIn(text).map((body) => ({ path, body })));
    expect(effects.length).toBeGreaterThan(10);
    const sending =
      /\bmutate|\brunner\.(start|cancel|preview|checkAgain|takeUp)\b|\bstart\w*[.(]|\.act\(|useStartRun/;
    expect(effects.filter(({ body }) => sending.test(body)).map(({ path }) => path)).toEqual([]);
    expect(
      effectsIn('useEffect(() => {\n  start.mutate(plan);\n}, []);').filter((body) => sending.test(body)),
    ).toHaveLength(1);
  });

  it('[M18] a link elsewhere that hands on where it was followed', () => {
    const links = product.flatMap(({ text }) => text.match(/<(a|Link)\b[^>]*target="_blank"[^>]*>/gs) ?? []);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !link.includes('rel="noopener noreferrer"'))).toEqual([]);
  });

  it('[AX-11] what interrupts a screen reader, but for problems', () => {
    expect(
      offenders(product, /role="alert"|aria-live="assertive"|politeness: 'assertive'|alert: true/),
    ).toEqual(['src/ui/problem-banner.tsx', 'src/pages/overview/failures.tsx']);
  });

  it('[AX-34] a page that does not say its language', () => {
    for (const page of ['index.html', 'redirect.html'])
      expect(readFileSync(join(repository, page), 'utf8')).toMatch(/<html lang="en"/);
  });

  it('[SR-34] a channel between tabs, but for one whose messages are checked, and one whose messages say nothing', () => {
    expect(offenders(product, /BroadcastChannel|postMessage/)).toEqual([
      'src/plan/staged/use-plan.ts',
      'src/runs/journal/indexed-journal.ts',
    ]);
  });
});

/** What the effects of a component do: the text between the brackets of each call. */
function effectsIn(text: string): string[] {
  return [...text.matchAll(/\buse(Layout|Insertion)?Effect\(/g)].map(({ index, 0: call }) => {
    let depth = 1;
    let end = index + call.length;
    for (; depth > 0 && end < text.length; end += 1) {
      if (text[end] === '(') depth += 1;
      else if (text[end] === ')') depth -= 1;
    }
    return text.slice(index + call.length, end);
  });
}

describe('files', () => {
  it('hold at most 250 lines', () => {
    const long = product.filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('are no barrels', () => {
    expect(sources.filter(({ path }) => /^index\.tsx?$/.test(basename(path)))).toEqual([]);
    expect(offenders(sources, /^export (\*|\{[^}]*\}) from /m)).toEqual([]);
  });

  it('export by name', () => {
    expect(offenders(sources, /^export default /m)).toEqual([]);
  });
});
