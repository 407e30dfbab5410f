import type { Store } from '../lib/store.ts';
import type { Run } from '../runs/model/run.ts';

/** The browser's answer to the request to keep the history when storage runs low. */
export type Keeping = 'kept' | 'refused' | 'notAsked' | 'unsupported';

const key = 'actiondesk.storageAsked';

/** Absent where the page is not secure, and told so elsewhere. */
function manager(): StorageManager | undefined {
  return navigator.storage;
}

/**
 * Asks the browser once to keep the history, after the first run: some browsers pass the question on to the person, who
 * then knows what it is about and has nothing under way.
 */
export function keepStorage(runs: Store<readonly Run[]>): void {
  if (wasAsked()) return;
  const stop = runs.subscribe(() => {
    if (!runs.get().some(({ state }) => state !== 'running')) return;
    stop();
    try {
      localStorage.setItem(key, new Date().toISOString());
    } catch {
      // Without storage there is nothing to keep, and it is asked again at the next start.
    }
    manager()
      ?.persist()
      .catch(() => undefined);
  });
}

/** The browser's answer so far. */
export async function readKeeping(): Promise<Keeping> {
  const storage = manager();
  if (!storage) return 'unsupported';
  if (await storage.persisted()) return 'kept';
  return wasAsked() ? 'refused' : 'notAsked';
}

function wasAsked(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}
