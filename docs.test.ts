import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFor } from './headers.ts';
import packageJson from './package.json' with { type: 'json' };

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

/** "- **N1** What must hold.", then either a reason why it is open or a list of proofs: "`file` › title". */
const requirements = read('docs/requirements.md')
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

/** True when the file holds the text; in a test file, only as a whole title. */
function holds(file: string, text: string): boolean {
  if (!existsSync(join(import.meta.dirname, file))) return false;
  // A long call has its title on a line of its own.
  const source = read(file).replaceAll("\\'", "'").replaceAll(/\(\s+/g, '(');
  if (!/\.(test|spec)\.ts$/.test(file)) return source.includes(text);
  return [`'${text}'`, `"${text}"`, `\`${text}\``].some((title) => source.includes(`(${title},`));
}

test('every requirement has a number of its own', () => {
  const ids = requirements.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(150);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('every requirement is open, with a reason, or names proofs that exist', () => {
  const wrong = requirements.flatMap(({ id, isOpen, proofs }) => {
    if (isOpen === proofs.length > 0) return [`${id}: neither open nor proved, or both`];
    return proofs
      .filter((proof) => {
        const [, file = '', text = ''] = /^`([^`]+)` › (.+)$/.exec(proof) ?? [];
        return text === '' || !holds(file, text);
      })
      .map((proof) => `${id}: ${proof}`);
  });
  expect(wrong).toEqual([]);
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

test('the README names every command', () => {
  const readme = read('README.md');
  for (const script of Object.keys(packageJson.scripts)) {
    const command = ['start', 'test'].includes(script) ? `npm ${script}` : `npm run ${script}`;
    expect(readme).toContain(`| \`${command}\``);
  }
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/decisions.md',
  'docs/deploy.md',
  'docs/permissions.md',
  'docs/requirements.md',
  'docs/simulator.md',
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
