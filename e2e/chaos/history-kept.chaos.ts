import { keepOldCopy, oldRunId } from '../support/forge.ts';
import { approveThree, openHistory, postsOf, readKept, threeTitle } from '../support/history.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, problemOn, rowOf, test } from '../support/test.ts';

const day = 86_400_000;

test('[B10] where the journal cannot be opened, the history says why', async ({ page, tenant, watch }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await signIn(page, tenant, 'driver.admin', '/history');
  const main = page.getByRole('main');
  await expect(problemOn(main, 'Allow this site to keep data in this browser')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Try again' })).toBeVisible();
  await watch.expectAccessible();
});

test('[B15 M17] unreadable records are left alone, and a forged run sends nothing', async ({
  page,
  tenant,
  watch,
}) => {
  await approveThree(page, tenant);
  const runs = await openHistory(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('actiondesk-runs');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['runs', 'heads'], 'readwrite');
          const head = {
            ...{ runId: 'newer', tenantId: 'x', accountKey: 'y', open: 0, next: 0, openItems: [] },
            ...{ startedAt: Date.now(), writtenAt: Date.now() },
          };
          writing.objectStore('heads').put(head);
          writing
            .objectStore('runs')
            .put({ runId: 'newer', schema: 1_000, run: { shape: 'of a later version' } });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  // And a run that looks like ours in every way: a copy of which, it says, nothing was sent yet.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('actiondesk-runs');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['runs', 'heads'], 'readwrite');
          const reading = writing.objectStore('runs').getAll();
          const heads = writing.objectStore('heads').getAll();
          heads.onsuccess = () => {
            const head = heads.result.find(({ runId }) => runId !== 'newer');
            const text = JSON.stringify(reading.result.find(({ runId }) => runId === head.runId));
            const forged = 'f0f0f0f0-0000-4000-8000-000000000000';
            writing.objectStore('runs').put(JSON.parse(text.replaceAll(head.runId, forged)));
            writing.objectStore('heads').put({ ...head, runId: forged, open: 1, next: 0 });
          };
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  const sent = (await postsOf(tenant)).length;
  await page.reload();
  await expect(page.getByText('1 record can’t be read')).toBeVisible();
  await expect(rowOf(runs, threeTitle)).toBeVisible();
  await watch.expectAccessible();
  expect(await readKept(page)).toContain('of a later version');
  expect(await readKept(page)).toContain('f0f0f0f0-0000-4000-8000-000000000000');
  expect(await postsOf(tenant), 'nothing is sent by it').toHaveLength(sent);
});

test('[B24] a computer whose clock is set forty days ahead loses nothing of the history', async ({
  page,
  tenant,
}) => {
  await approveThree(page, tenant);
  const runs = await openHistory(page);
  await expect(rowOf(runs, threeTitle)).toContainText('Finished');
  await keepOldCopy(page);
  await page.clock.setSystemTime(Date.now() + 40 * day);
  await page.reload();
  await expect.poll(() => readKept(page)).not.toContain(oldRunId);
  await page.reload();
  await expect(rowOf(runs, threeTitle)).toContainText('Finished');
});
