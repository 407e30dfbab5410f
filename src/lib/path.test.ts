import { describe, expect, it } from 'vitest';
import { graphPath, isSafeSegment } from './path.ts';
import { ProblemError, toProblem } from './problem.ts';

const hostile = [
  ['nothing', ''],
  ['a dot', '.'],
  ['two dots', '..'],
  ['a line break', 'a\nb'],
  ['NUL', '\u0000'],
  ['DEL', 'a\u007f'],
  ['a C1 control character', 'a\u0085'],
  ['half a surrogate pair', 'a\ud800'],
  ['513 characters', 'a'.repeat(513)],
] as const;

describe('isSafeSegment', () => {
  it.each(hostile)('refuses %s', (_what, text) => {
    expect(isSafeSegment(text)).toBe(false);
  });
});

describe('[SR-24] graphPath', () => {
  it.each([
    '5d1f0a8e-0000-0000-0000-000000000000',
    'b84a…b8_f34e5979',
    'a/b',
    'a?b#c',
    '100%',
    '%2e%2e',
    '...',
    'a;b=c,d:@',
    'two words',
    "O'Brien",
    'ключ🔑',
    '\\..\\',
    'a'.repeat(512),
  ])('[D6] keeps %j one segment', (id) => {
    const url = new URL(`https://graph.microsoft.com/beta${graphPath('things', id, 'executeAction')}`);
    const segments = url.pathname.split('/');
    expect(segments).toHaveLength(5);
    expect(decodeURIComponent(segments[3] ?? '')).toBe(id);
    expect([url.search, url.hash]).toEqual(['', '']);
  });

  it.each(hostile)('throws a problem for %s', (_what, id) => {
    expect(() => graphPath('things', id)).toThrow(ProblemError);
    try {
      graphPath('things', id);
    } catch (error) {
      expect(toProblem(error)).toEqual({
        kind: 'badInput',
        title: 'This ID can’t be valid',
        advice: 'Check the address, or open the entry from its list.',
        raw: JSON.stringify(id).slice(0, 200),
      });
    }
  });
});
