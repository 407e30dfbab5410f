import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isTest,
  offenders,
  product,
  readSources,
  type SourceFile,
  sources,
  storeyOf,
} from './test-sources.ts';

/** The walls of the house: who may import whom. */

const simulator = readSources('simulator');

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
  dialogs: ['plan', 'run-panel', 'actions', 'resources', 'runs', 'graph', 'ui', ...ground],
  'config.ts': ground,
  auth: ['config.ts', 'graph', ...ground],
  app: [
    ...rooms,
    'auth',
    'dialogs',
    'plan',
    'run-panel',
    'actions',
    'resources',
    'runs',
    'graph',
    'ui',
    ...ground,
  ],
  'main.tsx': ['app', 'auth', 'config.ts', 'actions', 'resources', 'runs', 'graph', 'ui', ...ground],
  ...Object.fromEntries(
    rooms.map((room) => [
      room,
      ['dialogs', 'plan', 'run-panel', 'actions', 'resources', 'runs', 'graph', 'ui', ...ground],
    ]),
  ),
};

/** Open to rooms and to what they show, although it stands elsewhere: who is signed in. */
const session = 'src/auth/session.ts';
const mayReadSession = ['dialogs', 'plan', 'run-panel', ...rooms];

function mayImport(from: string, to: string): boolean {
  const storey = storeyOf(from);
  if (to === session && mayReadSession.includes(storey)) return true;
  return storeyOf(to) === storey || (arrows[storey]?.includes(storeyOf(to)) ?? false);
}

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

  it('point down: main → app → pages → dialogs → plan → run-panel → actions → resources and runs → graph → lib, and to ui', () => {
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

  it('take Fluent’s widgets, and the styles that they write at run time, for the calendar alone', () => {
    expect(importersOf(product, /^@fluentui\/react-components$/)).toEqual([
      'src/ui/date-time/day-calendar.tsx',
    ]);
  });

  it('name files with their endings, and no folder', () => {
    const own = [...sources, ...simulator].flatMap(({ imports }) =>
      imports.filter((target) => /^(src|simulator)\//.test(target)),
    );
    expect(own.filter((target) => !/\.(tsx?|css)$/.test(target))).toEqual([]);
  });
});

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
