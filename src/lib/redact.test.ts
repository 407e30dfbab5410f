import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, redactSecrets } from './redact.ts';

const header = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9';
const payload = 'eyJ1cG4iOiJhbm5hQGNvbnRvc28uY29tIn0';
/** As Entra's codes and opaque tokens look. */
const opaque = '0.AXoA-bcd_efghijkl*mnop12';

describe('redact', () => {
  it.each([
    ['a token', `sent ${header}.${payload}.c2lnbmF0dXJl today`, 'sent [token] today'],
    ['two parts of a token', `${header}.${payload}`, '[token]'],
    ['one part of a token', header, '[token]'],
    ['a token at the end of a sentence', `It was ${header}.${payload}.c2ln. Then`, 'It was [token]. Then'],
    ['an encrypted token', `${header}.a2V5.aXY.Y2lwaGVy.dGFn today`, '[token] today'],
    ['an encrypted token without a key', `${header}..aXY.Y2lwaGVy.dGFn, today`, '[token], today'],
    ['a header', 'Authorization: Bearer 0.AXoAabcdefghijklmno=', 'Authorization: Bearer [secret]'],
    ['a header in small letters', 'bearer  abcdefghij/klmn+op~q; x', 'bearer  [secret]; x'],
    ['a code', 'https://app/redirect?code=0.AXoAabcd&state=1', 'https://app/redirect?code=[secret]&state=1'],
    ['a refresh token', 'refresh_token=0.AXoAabcd', 'refresh_token=[secret]'],
    ['an access token in a fragment', `#access_token=${opaque}&x=1`, '#access_token=[secret]&x=1'],
    ['an id token in quotes', `id_token="${opaque}", x`, 'id_token="[secret]", x'],
    ['a client secret', 'client_secret=Q~8abcdefg, next', 'client_secret=[secret], next'],
    ['a challenge', 'claims="x", claims=eyJhY2Nlc3M', 'claims="x", claims=[token]'],
    ['a code in JSON', `{"code":"${opaque}","a":1}`, '{"code":"[secret]","a":1}'],
    ['a code in JSON with gaps', `{"code" : "${opaque}"}`, '{"code" : "[secret]"}'],
    ['a mail address', 'of Anna <anna.smith+it@contoso.co.uk>.', 'of Anna <[address]>.'],
    ['the name of a guest', 'anna_contoso.com#EXT#@fabrikam.onmicrosoft.com', '[address]'],
    ['an address with an apostrophe', "o'brien@contoso.com", '[address]'],
    ['an address of other letters', 'jürgen@größe.de and 田中@例え.jp', '[address] and [address]'],
    ['an address of letters with marks', 'jürgen@größe.de'.normalize('NFD'), '[address]'],
    ['an address in a URL', 'https://graph/users/anna%40contoso.com/x', 'https:[address]/x'],
    ['an address in quotes', 'of "john doe"@contoso.com.', 'of [address].'],
    ['an address in quotes in JSON', '{\\"a\\":\\"john doe\\"@corp}', '{\\"a\\":\\[address]}'],
    ['an address with a wide @', 'anna\uff20contoso.com, ben\ufe6bcorp', '[address], [address]'],
    ['an address with hidden characters', 'to an\u200bna\u200d@\u2060con\u00adtoso.com', 'to [address]'],
    ['an address with a hidden character before a plain host', 'anna\u200b@\ufeffcorp', '[address]'],
    [
      'an address without a dot',
      'x@localhost, user@corp, (anna%40corp)',
      '[address], [address], ([address])',
    ],
    ['an address within another', 'a@name@host.top a@b+c@d.e', '[address] [address][address]'],
    ['each of several', 'a@b.de, c@d.de;e@f.de', '[address], [address];[address]'],
  ])('takes out %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each(['access_token', 'id_token', 'refresh_token', 'client_secret'])('takes out a member %s', (name) => {
    expect(redact(`{"${name}":"${opaque}","a":"b"}`)).toBe(`{"${name}":"[secret]","a":"b"}`);
    expect(redact(`{"${name}" : "a\\/b\\u003d c"}`)).toBe(`{"${name}" : "[secret] c"}`);
    expect(redact(`{\\"${name}\\":\\"x\\",\\"a\\":\\"b\\"}`)).toBe(
      `{\\"${name}\\":\\"[secret]\\",\\"a\\":\\"b\\"}`,
    );
    expect(redact(`{'${name}': '${opaque}', 'a': 1}`)).toBe(`{'${name}': '[secret]', 'a': 1}`);
    expect(redact(`"${name}":"cut o`)).toBe(`"${name}":"[secret] o`);
    expect(redact(`x ${name}=${opaque};`)).toBe(`x ${name}=[secret];`);
    expect(redact(`the ${name} is missing, "${name}":null, "${name}":{}`)).toBe(
      `the ${name} is missing, "${name}":null, "${name}":{}`,
    );
  });

  it.each([
    '',
    'Realtek - Extension - 2.3.45.6 (KeyJournal, eyJ, ey)',
    'Error code: Forbidden. code=400, code=short',
    '7d8c1b1e-5b8f-4c6d-9a0f-0123456789ab',
    "two @ three, @home, '@odata', =@p1, 1920x1080@60Hz",
    'the bearer of it, Bearer Technologies, bearer abcdefghijklmnopqrs',
    '{"a":"b","@odata.type":"#x","n":1,"@odata.count":2,"e":"","@odata.id":""}',
    '{\\"a\\":\\"b\\",\\"@odata.type\\":\\"#x\\"}',
    'a "quoted text" @ "home", a"quoted text"@home',
    `"${'long '.repeat(13)}"@home and "two\nlines"@home`,
    '{"code":"Request_ResourceNotFound"} {"code":"AADSTS5007612345678"} {"code":"TooManyRequests"}',
    '{"errorcode":"0123456789012345678901234567890"}',
  ])('leaves alone: %j', (text) => {
    expect(redact(text)).toBe(text);
  });

  describe('a logon name of Windows', () => {
    it.each([
      ['CONTOSO\\jdoe', '[name]'],
      ['Reset CONTOSO\\anna.smith.', 'Reset [name].'],
      ['(AD-01\\j_doe-2), "3COM\\JDOE"', '([name]), "[name]"'],
      ["of ABCDEFGHIJKLMNO\\o'brien", 'of [name]'],
      ['{"user":"CONTOSO\\\\jürgen"}', '{"user":"[name]"}'],
      ['CONTOSO\\ju\u0308rgen', '[name]'],
      ['CONTOSO\\12345', '[name]'],
      ['MY-USB\\jdoe, CONTOSO\\anna.sysadmin', '[name], [name]'],
      ['CONTOSO\\jdoe@contoso.com', 'CONTOSO\\[address]'],
    ])('is taken out: %s', (text, expected) => {
      expect(redact(text)).toBe(expected);
    });

    it.each([
      'C:\\Windows\\INF',
      'C:\\WINDOWS\\INF\\OEM12',
      'C:\\\\WINDOWS\\\\INF',
      '\\\\server\\share',
      '\\\\SERVER\\share',
      'CONTOSO\\jdoe\\Desktop',
      'CONTOSO\\\\\\jdoe',
      'domain:CONTOSO\\jdoe',
      'https://x/CONTOSO\\jdoe',
      'Contoso\\jdoe',
      'ABCDEFGHIJKLMNOP\\jdoe',
      'X\\jdoe',
      'AB\\c',
      '12\\2026, 1-2\\30',
      'my_CONTOSO\\jdoe, my.CONTOSO\\jdoe, my-CONTOSO\\jdoe, $CONTOSO\\jdoe',
      '%CONTOSO\\jdoe, &CONTOSO\\jdoe',
      'CONTOSO\\FIN-LT-0231$',
      'CONTOSO\\ jdoe, CONTOSO\\.jdoe',
      'PCI\\VEN_8086, XPCI\\VEN_8086&DEV_15F3',
      'HKLM\\SOFTWARE, USB\\ROOT_HUB30, HKLM\\\\SOFTWARE',
      'NT AUTHORITY\\SYSTEM, BUILTIN\\Administrators',
      'INF\\oem12.inf, DRIVERS\\x-64.SYS',
    ])('is not seen in %s', (text) => {
      expect(redact(text)).toBe(text);
    });
  });

  it('of a name, takes out the secrets alone', () => {
    const name = `Reset CONTOSO\\jdoe, anna@contoso.com`;
    expect(redactSecrets(`${name}: ${header}.${payload}.c2ln, Bearer ${'a'.repeat(20)}`)).toBe(
      `${name}: [token], Bearer [secret]`,
    );
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

  it('leaves no address without a dot behind either', () => {
    const word = fc.stringMatching(/^[a-z0-9.+_-]{0,12}[a-z0-9]$/);
    const host = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(fc.string(), word, host, fc.string(), (before, name, corp, after) => {
        expect(redact(`${before}${name}@${corp}${after}`)).not.toContain(`${name}@${corp}`);
      }),
    );
  });

  // Where time grew with the square of the length, these would take minutes, and the runner calls a minute too long.
  it.each(['a', 'a%40', 'eyJ-', 'eyJabcde..', 'a.', '@a.', 'a@b+', '"a\\"', 'code=', 'code":"1', 'AB\\a.'])(
    'takes a text of %j two hundred thousand times',
    (part) => {
      expect(redact(`${part.repeat(200_000)} anna@contoso.com`)).not.toContain('anna@contoso');
    },
  );
});
