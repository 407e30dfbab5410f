import type { Page } from '@playwright/test';

/** Changes what the history holds, text by text, as anybody can who opens the developer tools. */
export async function changeHistory(
  page: Page,
  changes: readonly (readonly [from: string, to: string])[],
): Promise<void> {
  await page.evaluate(async (pairs) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('actiondesk-runs');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = database.transaction(['runs', 'events'], 'readwrite');
    for (const name of ['runs', 'events']) {
      const store = writing.objectStore(name);
      const reading = store.getAll();
      reading.onsuccess = () => {
        for (const record of reading.result) {
          const text = pairs.reduce((all, [from, to]) => all.replaceAll(from, to), JSON.stringify(record));
          store.put(JSON.parse(text));
        }
      };
    }
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onerror = () => reject(writing.error);
    });
    database.close();
  }, changes);
}
