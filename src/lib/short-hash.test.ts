import { expect, it } from 'vitest';
import { shortHash } from './short-hash.ts';

it('gives 14 hex digits, the same for the same text, and others for others', () => {
  const texts = ['', 'a', 'b', 'ab', 'ba', 'Done', 'done', 'Done.', 'x'.repeat(30_000), 'x'.repeat(29_999)];
  const hashes = texts.map(shortHash);
  expect(hashes.filter((hash) => /^[0-9a-f]{14}$/.test(hash))).toHaveLength(texts.length);
  expect(new Set(hashes).size).toBe(texts.length);
  expect(shortHash('Done')).toBe(hashes[5]);
});

it('gives no two of ten thousand short texts the same', () => {
  const hashes = Array.from({ length: 10_000 }, (_, at) => shortHash(`Isolated ${at}`));
  expect(new Set(hashes).size).toBe(10_000);
});
