import { describe, expect, it } from 'vitest';
import { matchPath, pageReads } from './page-reads.ts';

describe('a path', () => {
  it.each([
    ['/profiles', '/profiles', {}],
    ['/profiles', '/profiles/', {}],
    ['/profiles/$profileId', '/profiles/a%20b%2Fc', { profileId: 'a b/c' }],
    ['/profiles/$profileId', '/profiles/p/', { profileId: 'p' }],
    ['/$area/of/$id', '/a/of/b', { area: 'a', id: 'b' }],
  ])('fits %s: %s', (pattern, pathname, params) => {
    expect(matchPath(pattern, pathname)).toEqual(params);
  });

  it.each([
    ['/profiles', '/'],
    ['/profiles', '/history'],
    ['/profiles', '/profiles/p'],
    ['/profiles/$profileId', '/profiles'],
    ['/profiles/$profileId', '/profiles//'],
    ['/profiles/$profileId', '/profiles/p/more'],
    // Half of an encoded letter.
    ['/profiles/$profileId', '/profiles/%E2%82'],
  ])('does not fit %s: %s', (pattern, pathname) => {
    expect(matchPath(pattern, pathname)).toBeUndefined();
  });
});

it('a page reads the same for its parameters and for its address', () => {
  const reads = pageReads('/profiles/$profileId', (from: string, { profileId }) => `${from} ${profileId}`);
  expect(reads.of('graph', { profileId: 'p' })).toBe('graph p');
  expect(reads.at('graph', '/profiles/p')).toBe('graph p');
  expect(reads.at('graph', '/profiles')).toBeUndefined();
});

it('a page may read more when the app begins there', () => {
  const reads = pageReads(
    '/profiles',
    (from: string) => from,
    (from: string) => `${from}, more`,
  );
  expect([reads.of('graph', {}), reads.at('graph', '/profiles')]).toEqual(['graph', 'graph, more']);
});
