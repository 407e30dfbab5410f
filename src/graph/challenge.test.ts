import { describe, expect, it } from 'vitest';
import { parseChallenges, readClaims } from './challenge.ts';
import { challengeOf } from './test-answers.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1726258122"}}}';
const encoded = btoa(claims);

describe('parseChallenges', () => {
  it('tells challenges, quoted commas and escaped quotes apart', () => {
    const header = 'PoP realm="a, b=\\"c\\"", nonce=abc==, Bearer error="x" , Negotiate,bearer Error=y';
    const read = parseChallenges(header).map(({ scheme, parameters }) => [
      scheme,
      Object.fromEntries(parameters),
    ]);
    expect(read).toEqual([
      ['pop', { realm: 'a, b="c"', nonce: 'abc==' }],
      ['bearer', { error: 'x' }],
      ['negotiate', {}],
      ['bearer', { error: 'y' }],
    ]);
  });

  it.each([
    ['', []],
    ['   ', []],
    [',,,', []],
    ['"', []],
    ['=', []],
    ['"quoted" Bearer', []],
    ['realm="no scheme"', []],
    ['Bearer realm="never closed', ['bearer', 'closed']],
    ['Bearer \u0000', ['bearer']],
    ['🔑', []],
  ])('comes to an end on %j', (header, schemes) => {
    expect(parseChallenges(header).map(({ scheme }) => scheme)).toEqual(schemes);
  });

  // Where time grew with the square of the length, these would take minutes, and the runner calls a minute too long.
  it('reads a header of a million characters', () => {
    expect(parseChallenges(`Bearer realm="${'\\"'.repeat(500_000)}`)).toHaveLength(1);
  });
});

describe('readClaims', () => {
  const unusual = '{"access_token":{"acrs":{"essential":true,"value":"c1>?>?"}}}';
  const urlSafe = btoa(unusual).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

  it.each([
    ['as Graph sends it', challengeOf(claims), claims],
    ['claims first', `Bearer claims="${encoded}", error="insufficient_claims"`, claims],
    ['without quotes', `Bearer error=insufficient_claims, claims=${encoded}`, claims],
    ['after a PoP challenge', `PoP realm="", nonce="n, m", ${challengeOf(claims)}`, claims],
    ['before a PoP challenge', `${challengeOf(claims)}, PoP realm="", claims="x"`, claims],
    ['in any letter case', `BEARER ERROR="insufficient_claims", CLAIMS="${encoded}"`, claims],
    ['in the alphabet of URLs, unpadded', `Bearer error="insufficient_claims", claims="${urlSafe}"`, unusual],
  ])('finds the claims: %s', (_what, header, expected) => {
    expect(readClaims(header)).toBe(expected);
  });

  it('needs the alphabet of URLs for that case', () => {
    expect(urlSafe).toMatch(/[-_]/);
  });

  it.each([
    ['no header', null],
    ['no claims', 'Bearer error="insufficient_claims"'],
    ['another error', `Bearer error="invalid_token", claims="${encoded}"`],
    ['another scheme', `PoP error="insufficient_claims", claims="${encoded}"`],
    ['no base64', 'Bearer error="insufficient_claims", claims="%%%"'],
    ['no JSON inside', `Bearer error="insufficient_claims", claims="${btoa('hello')}"`],
    ['null', challengeOf('null')],
    ['a number', challengeOf('5')],
    ['a list', challengeOf('[]')],
    ['a text', challengeOf('"text"')],
    ['60 kB of them', challengeOf(JSON.stringify({ access_token: { acrs: { value: 'c'.repeat(60_000) } } }))],
    ['garbage', '\\"=,Bearer'],
  ])('finds none: %s', (_what, header) => {
    expect(readClaims(header)).toBeUndefined();
  });
});
