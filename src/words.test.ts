import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

/** The worst habits of style, kept out of everything that a person may read on screen. */

const source = import.meta.dirname;

const habits: readonly (readonly [habit: string, pattern: RegExp])[] = [
  ['any more', /\bany more\b/i],
  ['anew', /\banew\b/i],
  ['what became', /\bwhat became\b/i],
  ['of its own', /\bof (?:its|their) own\b/i],
  ['whoever', /\bwhoever\b/i],
  ['somebody', /\bsomebody\b/i],
  ['licence', /\blicence/i],
  ['cancelled', /\bcancell(?:ed|ing)\b/i],
  ['read again', /\breads? (?:\w+ )?again\b/i],
  // In a selector or in JSON, a quote stands between other characters.
  ['straight double quotes', /[\s(]"$|(?:^|[\s(])"(?=[a-z])|[a-z]"(?:$|[\s.,;:)])/i],
  ['straight apostrophe', /[a-z]'(?:t|s|ll|re|ve)\b/i],
];

/** Literals that are no words: the name of a state, and a line of a shell. */
const isCode = (text: string) => text === 'cancelled' || text.startsWith('-H "');

/** Every text in a file's code: strings, the fixed parts of templates, and text between JSX tags. */
function textsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value } = node as { type?: string; value?: unknown };
  if (type === 'ImportDeclaration' || type?.startsWith('TS')) return textsOfTyped(node);
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return [value];
  if (type === 'TemplateElement') return [(value as { cooked: string }).cooked];
  return Object.values(node).flatMap(textsOf);
}

/** Types hold no texts; an expression that a type is given to may. */
function textsOfTyped(node: object): readonly string[] {
  return 'expression' in node ? textsOf(node.expression) : [];
}

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^test-/.test(name))
  .map(({ parentPath, name }) => relative(source, join(parentPath, name)).replaceAll('\\', '/'))
  .filter((path) => !path.includes('test-'));

function habitsIn(texts: readonly string[]): readonly string[] {
  return texts
    .filter((text) => !isCode(text))
    .flatMap((text) =>
      habits.filter(([, pattern]) => pattern.test(text)).map(([habit]) => `${habit}: ${text.trim()}`),
    );
}

describe('the texts of the product', () => {
  it.each(files)('%s', (path) => {
    const lang = path.endsWith('x') ? 'tsx' : 'ts';
    expect(habitsIn(textsOf(parseAst(readFileSync(join(source, path), 'utf8'), { lang })))).toEqual([]);
  });
});

it('finds a habit in a string, a template and JSX, and none in comments, names and types', () => {
  const code = `
    // Somebody reads it again, whoever that is.
    import { licence } from './licence.ts';
    type End = 'cancelled' | 'licence';
    const state: End = 'cancelled';
    const selector = '[role="toolbar"], search';
    const title = 'It was cancelled';
    const advice = \`\${title}: "Retry" reads them again\` as string;
    const part = <p title="A licence">Not there any more <b>{state}</b> of its own</p>;
  `;
  expect(habitsIn(textsOf(parseAst(code, { lang: 'tsx' })))).toEqual([
    'cancelled: It was cancelled',
    'read again: : "Retry" reads them again',
    'straight double quotes: : "Retry" reads them again',
    'licence: A licence',
    'any more: Not there any more',
    'of its own: of its own',
  ]);
});
