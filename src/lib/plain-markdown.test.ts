import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBlocks } from './plain-markdown.ts';

/** Each block on lines: "- a", "1. a", and paragraphs as they are. */
const shown = (markdown: string) =>
  plainBlocks(markdown)
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.items
            .map(({ number, text }) => `${number === undefined ? '-' : `${number}.`} ${text}`)
            .join('\n'),
    )
    .join('\n\n');

it('a description of Defender reads as text', () => {
  expect(
    shown(
      'Ask **Adele Vance** whether she installed the tool *herself*.\n\n1. Do not use email or Teams.\n1. Note the time.\n\n## Then\n* Close\n* [Guide](https://learn.microsoft.com/x_y_z "Title")',
    ),
  ).toBe(
    'Ask Adele Vance whether she installed the tool herself.\n\n1. Do not use email or Teams.\n2. Note the time.\n\nThen\n\n- Close\n- Guide (https://learn.microsoft.com/x_y_z)',
  );
});

describe('signs', () => {
  it.each([
    ['**bold** and __bold__, *so* and _so_, ~~gone~~, ***both***', 'bold and bold, so and so, gone, both'],
    ['**run `reg query **` now**', 'run reg query ** now'],
    ['**[Guide](https://a.example)**', 'Guide (https://a.example)'],
    ['[https://a.example](https://a.example)', 'https://a.example'],
    ['<https://a.example/b_c_d>', 'https://a.example/b_c_d'],
    ['![shot](https://a.example/s.png)', 'shot (https://a.example/s.png)'],
    ['> quoted', 'quoted'],
    ['### Steps', 'Steps'],
  ])('that mean something to Markdown alone are dropped: %s', (markdown, text) => {
    expect(shown(markdown)).toBe(text);
  });

  it.each([
    'Delete *.exe, (*.dll) and C:\\Users\\*\\AppData\\*.tmp',
    'svc_backup_prod on host_name_01 and __init__.py_x',
    '\\\\server\\share\\__x__\\y',
    '2 * 3 * 4',
    'a ** b ** c',
    'https://a.example/_next_/x*y*z',
    '-5 degrees, #1, 3.5 GB',
    '[unclosed](https://a.example',
    '<b>not markup</b><script>alert(1)</script>',
    '[x](javascript:alert(1))',
  ])('that may be part of the text stay: %s', (text) => {
    expect(shown(text)).toBe(text);
  });

  it('in code stay, in a line and in a block', () => {
    expect(shown('Run `del **.tmp**`\n```\n# not a heading\n  *.exe **x**\n\n- y\n```\nend')).toBe(
      'Run del **.tmp**\n\n# not a heading\n  *.exe **x**\n\n- y\n\nend',
    );
  });
});

describe('blocks', () => {
  it('keep line ends, and lines that belong to an item', () => {
    expect(shown('one\r\ntwo\n\n- a\n  more of a\n- b\nafter')).toBe(
      'one\ntwo\n\n- a\nmore of a\n- b\n\nafter',
    );
  });

  it('keep numbers that rise, across the list inside an item', () => {
    expect(shown('1. a\n   - b\n2. c\n5. d')).toBe('1. a\n\n- b\n\n2. c\n5. d');
  });

  it('of nothing are none', () => {
    expect(plainBlocks(' \n---\n\n')).toEqual([]);
  });
});

it('no text hangs it, breaks it, or comes out with more than was in it', () => {
  const sign = fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '`',
    '```',
    '~~',
    '[',
    '](',
    ')',
    '<',
    '\n',
    '\0',
    '> ',
    '- ',
    '1. ',
    'a',
    ' ',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      const text = signs.join('');
      // The language of a block of code is no text. What is shown may look like the beginning of a block: "~~```a~~" does.
      const written = text.replaceAll(/^ {0,3}(?:`{3,}|~{3,}) *[\w+#-]{0,20} *$/gm, '');
      const letters = (of: string) => of.replaceAll(/[^a]/g, '').length;
      expect(letters(shown(text))).toBe(letters(written));
      expect(shown(text)).not.toContain('\0');
    }),
  );
  for (const part of ['*', '**a', '[a](', '[', '`', '_a', '__a ', '<https://a', '~~a', '***a']) {
    const begun = performance.now();
    plainBlocks(part.repeat(50_000));
    expect(performance.now() - begun).toBeLessThan(2_000);
  }
});
