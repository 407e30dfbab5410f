/** Drafts survive a trip to the sign-in page or a reload; closing the tab or signing out deletes them. */
const prefix = 'actiondesk.draft.';

/** Keeps a value, as JSON. Where storage is full or forbidden it is not kept. */
export function keepDraft(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // The page is closing, so nothing can be shown.
  }
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

/** Reads a kept value. Undefined when there is none. The developer tools may have changed it. */
export function readDraft(name: string): unknown {
  const text = sessionStorage.getItem(prefix + name);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
