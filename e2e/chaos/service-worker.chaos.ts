import type { Server } from 'node:http';
import { hostBuild } from '../support/hosted.ts';
import { expect, test } from '../support/test.ts';

const servers: Server[] = [];

test.afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

test('[B21] a service worker that stood at the address before is ended', async ({ page, watch }) => {
  watch.declareStatus(404);
  const { server, port } = await hostBuild(() => undefined, {
    '/earlier.html':
      '<!doctype html><html lang="en"><title>Earlier</title><main><h1>Earlier</h1></main></html>',
    '/earlier.js': 'addEventListener("fetch", () => undefined);',
  });
  servers.push(server);
  const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await page.goto(`http://localhost:${port}/earlier.html`);
  await page.evaluate(() => navigator.serviceWorker.register('/earlier.js'));
  expect(await workers()).toBe(1);
  await page.goto(`http://localhost:${port}/`);
  await expect.poll(workers).toBe(0);
});
