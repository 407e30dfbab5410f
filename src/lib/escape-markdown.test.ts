import { expect, it } from 'vitest';
import { escapeMarkdown } from './escape-markdown.ts';

it.each([
  ['FIN-LT-0231', 'FIN-LT-0231'],
  ['adele.vance@contoso.example', 'adele.vance@contoso.example'],
  ['[click](javascript:alert(1))', '\\[click\\]\\(javascript:alert\\(1\\)\\)'],
  ['<img src=x>', '\\<img src=x\\>'],
  ['a\n# b', 'a \\# b'],
  ['http://evil.example', 'http\\://evil.example'],
  ['www.evil.example', 'www\\.evil.example'],
  ['- item', '\\- item'],
  ['---', '\\---'],
  ['1. item', '1\\. item'],
  ['a|b *c* _d_ `e` ~~f~~ &amp; !', 'a\\|b \\*c\\* \\_d\\_ \\`e\\` \\~\\~f\\~\\~ \\&amp; \\!'],
  ['C:\\Users', 'C:\\\\Users'],
])('%j is shown as it is', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});
