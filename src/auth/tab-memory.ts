/** What the sign-in page was asked for; MSAL reports only the result. */
const askedKey = 'actiondesk.asked';

export function keepAsked(scopes: readonly string[]): void {
  sessionStorage.setItem(askedKey, JSON.stringify(scopes));
}

/** The permissions that this tab left to ask for, once. */
export function takeAsked(): readonly string[] {
  const text = sessionStorage.getItem(askedKey);
  sessionStorage.removeItem(askedKey);
  try {
    const scopes: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [];
  } catch {
    return [];
  }
}

/** Selections and half-filled dialogs belong to the person who made them. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('actiondesk.')) sessionStorage.removeItem(key);
  }
}
