import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { outcomesOn, pen, select } from './support/actions.ts';
import { driversOn, openDialog, pathOf, pilotDriver } from './support/drivers.ts';
import { approveThree, openHistory, postsOf, readKept, threeTitle } from './support/history.ts';
import { collectSecrets, foundIn } from './support/secrets.ts';
import { expect, rowOf, signIn, test } from './support/test.ts';
import { results } from './support/words.ts';

const day = 86_400_000;

test('nothing that is kept holds a token or the address of a person', async ({ page, tenant }) => {
  const secrets = collectSecrets(page.context());
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await select(driversOn(page), [pen]);
  const dialog = await openDialog(page, 'Approve');
  await dialog.getByLabel('Note (optional)').fill('CHG-1042, ask maria.mail@contoso.example');
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(rowOf(outcomesOn(page), pen)).toContainText(results.confirmed);
  await page.reload();
  await expect(driversOn(page)).toBeVisible();
  const runs = await openHistory(page);
  await expect(rowOf(runs, 'Approve 1 driver')).toContainText('CHG-1042, ask [address]');

  const kept = await readKept(page);
  expect(kept).toContain(pilotDriver(pen, 'needsReview').id);
  expect(kept).not.toMatch(/[\w.]+@[\w-]+\.\w/);
  expect(kept).not.toContain('Dana');
  expect(kept).not.toMatch(/eyJ[\w-]+\./);
  const tokens = await secrets.all();
  expect(tokens.length).toBeGreaterThan(0);
  expect(foundIn(kept, tokens)).toEqual([]);
});

test('where the journal cannot be opened, the history says why', async ({ page, tenant }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await signIn(page, tenant, 'driver.admin', '/history');
  const main = page.getByRole('main');
  await expect(main.getByRole('alert').first()).toContainText('Allow this site to keep data in this browser');
  await expect(main.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('unreadable records are left alone, and a forged run sends nothing', async ({ page, tenant }) => {
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
  await expect(page.getByText("1 record can't be read")).toBeVisible();
  await expect(rowOf(runs, threeTitle)).toBeVisible();
  expect(await readKept(page)).toContain('of a later version');
  expect(await readKept(page)).toContain('f0f0f0f0-0000-4000-8000-000000000000');
  expect(await postsOf(tenant), 'nothing is sent by it').toHaveLength(sent);
});

test('a computer whose clock is set forty days ahead loses nothing of the history', async ({
  page,
  tenant,
}) => {
  await approveThree(page, tenant);
  const runs = await openHistory(page);
  await expect(rowOf(runs, threeTitle)).toContainText('Finished');
  const old = 'f0f0f0f0-0000-4000-8000-000000000000';
  // A copy of it that was begun a month ago shows when what is too old was deleted.
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
    { runId: old, startedAt: Date.now() - 31 * day },
  );
  expect(await readKept(page)).toContain(old);
  await page.clock.setSystemTime(Date.now() + 40 * day);
  await page.reload();
  await expect.poll(() => readKept(page)).not.toContain(old);
  await page.reload();
  await expect(rowOf(runs, threeTitle)).toContainText('Finished');
});
