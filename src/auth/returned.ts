/** What the sign-in service left in the address of the page it came back to. */
export type Returned = 'adminConsent' | 'adminConsentRefused' | null;

/**
 * Reads what came back in the query of the start page, from signing out (a state of MSAL's) or from the page where an
 * administrator grants permissions. https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 *
 * @returns undefined when the query is none of theirs, and is left alone
 */
export function readReturned(search: string): Returned | undefined {
  const query = new URLSearchParams(search);
  if (query.has('admin_consent')) {
    return query.get('admin_consent')?.toLowerCase() === 'true' && !query.has('error')
      ? 'adminConsent'
      : 'adminConsentRefused';
  }
  return query.has('state') && [...query.keys()].length === 1 ? null : undefined;
}
