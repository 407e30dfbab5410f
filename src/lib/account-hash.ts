/**
 * What stands for an account where this browser keeps something: 32 hex digits, so that the entry names no person.
 *
 * @param purpose what is kept: for each, an account has another hash
 */
export async function accountHash(purpose: string, accountKey: string): Promise<string> {
  const text = new TextEncoder().encode(`${purpose} ${accountKey}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
