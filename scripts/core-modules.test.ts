import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { besideCore, coreModules } from './core-modules.ts';

test('every core module exists: a renamed one would be watched by nobody', () => {
  const [everyRun, ...files] = coreModules;
  const root = join(import.meta.dirname, '..');
  expect(existsSync(join(root, everyRun.replace('**/*.ts', '')))).toBe(true);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('no pattern holds a comma, at which Stryker would split it', () => {
  expect([...coreModules, ...besideCore].filter((pattern) => /[,{}]/.test(pattern))).toEqual([]);
});
