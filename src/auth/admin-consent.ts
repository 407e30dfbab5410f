import type { Config } from '../config.ts';

/** In local storage, since the link opens in another tab: what a return from the admin consent page must carry. */
const stateKey = 'actiondesk.consentState';

/** Where an admin grants permissions for everyone: https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
export function adminConsentUrl(config: Config, scopes: readonly string[]): string {
  const url = new URL(`${config.loginOrigin}/${config.tenant}/v2.0/adminconsent`);
  url.search = new URLSearchParams({
    client_id: config.clientId,
    scope: scopes.map((scope) => `${config.graphOrigin}/${scope}`).join(' '),
    redirect_uri: `${location.origin}/`,
    state: consentState(),
  }).toString();
  return url.href;
}

/** The state of the links that this browser shows, until one of them is answered. */
function consentState(): string {
  try {
    const kept = localStorage.getItem(stateKey);
    if (kept !== null) return kept;
    const made = crypto.randomUUID();
    localStorage.setItem(stateKey, made);
    return made;
  } catch {
    // Without storage no return can be recognized. The grant itself works all the same.
    return crypto.randomUUID();
  }
}

/** True, once, for the state of a link that this browser showed. */
export function takeConsentState(state: string | null): boolean {
  try {
    if (state === null || state !== localStorage.getItem(stateKey)) return false;
    localStorage.removeItem(stateKey);
    return true;
  } catch {
    return false;
  }
}
