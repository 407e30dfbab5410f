import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

const header = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9';
const payload = 'eyJ1cG4iOiJhbm5hQGNvbnRvc28uY29tIn0';

describe('redact', () => {
  it.each([
    ['a token', `sent ${header}.${payload}.c2lnbmF0dXJl today`, 'sent [token] today'],
    ['two parts of a token', `${header}.${payload}`, '[token]'],
    ['one part of a token', header, '[token]'],
    ['a header', 'Authorization: Bearer 0.AXoAabcdefgh', 'Authorization: Bearer [secret]'],
    ['a header in small letters', 'bearer  abcdefgh', 'bearer  [secret]'],
    ['a code', 'https://app/redirect?code=0.AXoAabcd&state=1', 'https://app/redirect?code=[secret]&state=1'],
    ['a refresh token', 'refresh_token=0.AXoAabcd', 'refresh_token=[secret]'],
    ['a client secret', 'client_secret=Q~8abcdefg, next', 'client_secret=[secret], next'],
    ['a challenge', 'claims="x", claims=eyJhY2Nlc3M', 'claims="x", claims=[token]'],
    ['a mail address', 'of Anna <anna.smith+it@contoso.co.uk>.', 'of Anna <[address]>.'],
    ['the name of a guest', 'anna_contoso.com#EXT#@fabrikam.onmicrosoft.com', '[address]'],
    ['an address with an apostrophe', "o'brien@contoso.com", '[address]'],
    ['an address of other letters', 'jürgen@größe.de and 田中@例え.jp', '[address] and [address]'],
    ['an address in a URL', 'https://graph/users/anna%40contoso.com', 'https:[address]'],
    ['each of several', 'a@b.de, c@d.de;e@f.de', '[address], [address];[address]'],
  ])('takes out %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    '',
    'Realtek - Extension - 2.3.45.6 (KeyJournal, eyJ, ey)',
    'Error code: Forbidden. code=400, code=short',
    '7d8c1b1e-5b8f-4c6d-9a0f-0123456789ab',
    'two @ three, x@localhost, @home',
    'the bearer of it',
  ])('leaves alone: %j', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('leaves no address behind, wherever it stands', () => {
    const word = fc.stringMatching(/^[a-z0-9.+_-]{1,12}$/);
    const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.string(), word, label, label, fc.string(), (before, name, host, top, after) => {
        expect(redact(`${before}${name}@${host}.${top}${after}`)).not.toContain(`@${host}.${top}`);
      }),
    );
  });

  it('takes a text of two hundred thousand letters in its stride', () => {
    const begun = performance.now();
    for (const text of ['a', 'a%40', 'eyJ-', 'a.', '@a.', 'code='].map((part) => part.repeat(200_000))) {
      redact(text);
    }
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
