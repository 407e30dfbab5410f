/**
 * `name@host.tld`, with anything before the @ (or before its code in a URL) that a mail address or a user principal name
 * may hold. It is looked for only where such a name begins: a long text without one takes no longer than any other.
 */
const address =
  /(?<![\p{L}\p{N}._%+'#$&*/=?^`{|}~!-])[\p{L}\p{N}._%+'#$&*/=?^`{|}~!-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** A JSON Web Token, or what is left of one: three parts, of which the first two begin like JSON in base64. */
const token = /\beyJ[\w-]{5,}(?:\.[\w-]*){0,2}/g;

const credential = /\b(bearer\s+|(?:code|client_secret|refresh_token|claims)=)[^\s&"',;]{8,}/gi;

/**
 * A text without what must not be kept: tokens, codes, mail addresses and user principal names. What is left can still
 * be read; what was taken out is marked.
 */
export function redact(text: string): string {
  let masked = text.replace(token, '[token]').replace(credential, '$1[secret]');
  // Two addresses without a gap between them: the second begins only where the first has gone.
  for (let before = ''; before !== masked; ) {
    before = masked;
    masked = masked.replace(address, '[address]');
  }
  return masked;
}
