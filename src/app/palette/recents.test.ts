import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetRecents, keepRecent, readRecents, withRecent } from './recents.ts';

let stored: string | null;

beforeEach(() => {
  stored = null;
  vi.stubGlobal('localStorage', {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value;
    },
    removeItem: () => {
      stored = null;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('keeps the latest first, each once, and no more than twenty', () => {
  const many = Array.from({ length: 20 }, (_, index) => `${index}`);
  expect(withRecent(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
  expect(withRecent(many, 'new')).toHaveLength(20);
  expect(withRecent(many, 'new').at(-1)).toBe('18');
});

it('are those of one account, whose name is not kept, and go with its sign-out', async () => {
  await keepRecent('dana', 'page:/');
  await keepRecent('dana', 'profile:1');
  expect(await readRecents('dana')).toEqual(['profile:1', 'page:/']);
  expect(await readRecents('rui')).toEqual([]);
  expect(stored).not.toContain('dana');
  await keepRecent('rui', 'page:/history');
  expect(await readRecents('dana')).toEqual([]);
  forgetRecents();
  expect(stored).toBeNull();
});

it.each(['', 'null', '[]', '{"account":1}', '{"ids":["a"]}'])('are none where %s is kept', async (kept) => {
  stored = kept;
  expect(await readRecents('dana')).toEqual([]);
});

it('are none where storage is blocked', async () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new Error('blocked');
    },
    setItem() {
      throw new Error('blocked');
    },
    removeItem() {
      throw new Error('blocked');
    },
  });
  await keepRecent('dana', 'page:/');
  expect(await readRecents('dana')).toEqual([]);
  expect(forgetRecents).not.toThrow();
});
