/** Letters, digits and marks, and the characters without width that may hide among them. */
const letters = String.raw`\p{L}\p{N}\p{M}\p{Cf}`;

/** Anything that may stand before the @ of a mail address or a user principal name. */
const local = `[${letters}._%+'#$&*/=?^\`{|}~!-]+`;

/** A local part in quotes. Those of JSON, between two of its values, are no such quotes. */
const quoted = String.raw`(?<![${letters}])"[\p{L}\p{N}][^"\r\n]{0,62}"`;

/** An @, also in full width, in its small form, and as URLs write it. */
const at = String.raw`(?:[@\uFF20\uFE6B]|%40)`;

/** A host with a dot after any @; one without a dot looks like a name, and follows one: "1080@60Hz" is no address. */
const label = `[${letters}-]+`;
const host = String.raw`(?:${at}${label}(?:\.${label})+|(?<=[${letters}"])${at}\p{Cf}*\p{L}[${letters}-]*)`;

/**
 * An address; or else what only might have begun one, taken in one piece, so that a long text without any takes no
 * longer than any other.
 */
const address = new RegExp(`(?:${quoted}|${local})(${host})+|${local}`, 'gu');

/**
 * A JSON Web Token, or what is left of one: three parts when it is signed, five when it is encrypted, of which the
 * second may be empty. The first begins like JSON in base64.
 */
const token = /\beyJ[\w-]{5,}(?:\.(?:[\w-]+|(?=\.[\w-]))){0,4}/g;

/** Shorter ones are words: "Bearer Technologies". */
const bearer = /\b(bearer\s+)[\w.~+/-]{20,}=*/gi;

/** In a form, a URL or a header. */
const field = /\b((?:access_token|id_token|refresh_token|client_secret|code|claims)=["']?)[^\s&"',;]{8,}/gi;

/** In JSON, which may itself be a text in JSON. */
const member =
  /\b((?:access_token|id_token|refresh_token|client_secret)\\*["']\s*:\s*\\*["'])(?:[^\s"'\\]|\\[^\s"'])+/gi;

/** Errors have a `code` in JSON as well: those are words, or short. */
const codeMember = /\b(code\\*["']\s*:\s*\\*["'])(?=[^\s"'\\]*\d)[^\s"'\\]{20,}/gi;

/** `CONTOSO\jdoe`, where nothing before or after it makes it a piece of a path, of a hardware id, or a device's account. */
const logonName =
  /(?<![\p{L}\p{N}\\/:._$%&-])(?=[\d-]*[A-Z])[A-Z\d][A-Z\d-]{1,14}\\{1,2}[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}'._-]*[\p{L}\p{N}](?![\p{L}\p{N}\p{M}_$&\\-])/gu;

/** What looks like a logon name, and is the registry's, a bus of devices, Windows itself, or a file. */
const noName =
  /^(?:HKLM|HKCU|HKCR|HKCC|HKU|PCI|USB|USBSTOR|HID|ACPI|HDAUDIO|INTELAUDIO|ROOT|SWC|SWD|BTH|BTHENUM|DISPLAY|MONITOR|SCSI|STORAGE|UEFI|AUTHORITY|SERVICE|BUILTIN)\\|\.(?:inf|sys|dll|exe|cat|cab|msi|log|txt|zip|bin|dat)$/i;

/** A text without tokens, codes and secrets. What was taken out is marked. */
export function redactSecrets(text: string): string {
  return text
    .replace(token, '[token]')
    .replace(bearer, '$1[secret]')
    .replace(field, '$1[secret]')
    .replace(member, '$1[secret]')
    .replace(codeMember, '$1[secret]');
}

/** The same without mail addresses, user principal names and logon names, too. The rest can still be read. */
export function redact(text: string): string {
  return redactSecrets(text)
    .replace(address, (found: string, hosts?: string) => (hosts === undefined ? found : '[address]'))
    .replace(logonName, (found) => (noName.test(found) ? found : '[name]'));
}
