import { expect, type Page } from '@playwright/test';
import { readKept } from './history.ts';

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

/** The run that {@link keepOldCopy} leaves. */
export const oldRunId = 'f0f0f0f0-0000-4000-8000-000000000000';

/** Writes a copy of the run in the history that was begun a month ago: it shows when what is too old is deleted. */
export async function keepOldCopy(page: Page): Promise<void> {
  await page.evaluate(
    ({ runId, startedAt }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('actiondesk-runs');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['runs', 'heads'], 'readwrite');
          const [runsStore, headsStore] = [writing.objectStore('runs'), writing.objectStore('heads')];
          const reading = runsStore.getAll();
          const heads = headsStore.getAll();
          heads.onsuccess = () => {
            const { order: _order, ...run } = reading.result[0];
            runsStore.put({ ...run, runId });
            headsStore.put({ ...heads.result[0], runId, startedAt });
          };
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { runId: oldRunId, startedAt: Date.now() - 31 * 86_400_000 },
  );
  expect(await readKept(page)).toContain(oldRunId);
}
