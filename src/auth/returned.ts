/** `adminConsentUnproven`: a return from the admin consent page that no link of this browser led to, or that is forged. */
export type Returned = 'adminConsent' | 'adminConsentRefused' | 'adminConsentUnproven' | null;

/**
 * Reads the query that the sign-in service added to the start page: after signing out (a state of MSAL's), or from the page
 * where an admin grants permissions. https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 *
 * @param takeState true for the state of a link that this browser showed
 * @returns undefined for any other query, which is left alone
 */
export function readReturned(
  search: string,
  takeState: (state: string | null) => boolean,
): Returned | undefined {
  const query = new URLSearchParams(search);
  if (query.has('admin_consent')) {
    if (!takeState(query.get('state'))) return 'adminConsentUnproven';
    return query.get('admin_consent')?.toLowerCase() === 'true' && !query.has('error')
      ? 'adminConsent'
      : 'adminConsentRefused';
  }
  return query.has('state') && [...query.keys()].length === 1 ? null : undefined;
}
