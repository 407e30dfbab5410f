import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { besideCore, coreModules } from './core-modules.ts';

test('every core module exists: a renamed one would be watched by nobody', () => {
  const [everyRun, ...files] = coreModules;
  const root = join(import.meta.dirname, '..');
  expect(existsSync(join(root, everyRun.replace('**/*.ts', '')))).toBe(true);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('what an action sends, and what its reads prove, is a core module', () => {
  const actions = join(import.meta.dirname, '../src/actions');
  const wanted = readdirSync(actions, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => ['verdicts.ts', 'work.ts'].map((file) => `src/actions/${name}/${file}`))
    .filter((file) => existsSync(join(import.meta.dirname, '..', file)));
  expect(wanted.length).toBeGreaterThan(6);
  expect(wanted.filter((file) => !coreModules.some((module) => module === file))).toEqual([]);
});

test('no pattern holds a comma, at which Stryker would split it', () => {
  expect([...coreModules, ...besideCore].filter((pattern) => /[,{}]/.test(pattern))).toEqual([]);
});
