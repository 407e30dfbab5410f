import type { Server } from 'node:http';
import type { Page } from '@playwright/test';
import { hostBuild } from './support/hosted.ts';
import { expect, test } from './support/test.ts';

const tenantId = '11111111-2222-4333-8444-555555555555';
const real = {
  clientId: '99999999-2222-4333-8444-555555555555',
  authority: `https://login.microsoftonline.com/${tenantId}`,
  graphBaseUrl: 'https://graph.microsoft.com/beta',
};

const servers: Server[] = [];

/** Serves the build with this config.json, and gives its port. */
async function host(config: string | undefined): Promise<number> {
  const { server, port } = await hostBuild(config);
  servers.push(server);
  return port;
}

test.afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function expectRefusal(page: Page, reason: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Actiondesk can’t start');
  const banner = page.getByRole('alert');
  await banner.locator('summary').click();
  await expect(banner).toContainText(reason);
  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
}

test('[SR-33] without a config.json the page says what is missing', async ({ page, watch }) => {
  watch.declareStatus(404);
  await page.goto(`http://localhost:${await host(undefined)}/profiles`);
  await expect(page.getByRole('alert')).toContainText('config.json can’t be used');
  await expect(page.getByRole('alert')).toContainText('README');
  await expectRefusal(page, 'the server answered 404');
});

const wrong = [
  { name: 'that is no JSON', config: '{ "clientId": ', reason: 'is not JSON' },
  { name: 'that is JSON of another shape', config: '[]', reason: 'clientId: Invalid key' },
  {
    name: 'with a client id that is none',
    config: JSON.stringify({ ...real, clientId: 'actiondesk' }),
    reason: 'clientId: is not a GUID',
  },
  {
    name: 'with a mistyped key',
    config: JSON.stringify({ ...real, graphBaseURL: real.graphBaseUrl }),
    reason: 'graphBaseURL',
  },
  {
    name: 'with the wrong version of Graph',
    config: JSON.stringify({ ...real, graphBaseUrl: 'https://graph.microsoft.com/v1.0' }),
    reason: 'must end with /beta',
  },
  {
    name: 'with clouds that do not belong together',
    config: JSON.stringify({ ...real, graphBaseUrl: 'https://graph.microsoft.us/beta' }),
    reason: 'login.microsoftonline.com is not the sign-in host of the cloud GCC High (L4)',
  },
];

for (const { name, config, reason } of wrong) {
  test(`a config.json ${name} is refused with the reason`, async ({ page }) => {
    await page.goto(`http://localhost:${await host(config)}/`);
    await expectRefusal(page, reason);
  });
}

const foreign = [
  { ...real, graphBaseUrl: 'https://graph.microsoft.com.evil.example/beta' },
  { ...real, authority: `https://login.evil.example/${tenantId}` },
  { ...real, graphBaseUrl: 'http://graph.microsoft.com/beta' },
];

for (const config of foreign) {
  test(`[M14 SR-37] nothing goes to a host that is not Microsoft’s: ${config.authority}, ${config.graphBaseUrl}`, async ({
    page,
  }) => {
    const origins = new Set<string>();
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    const own = `http://localhost:${await host(JSON.stringify(config))}`;
    await page.goto(own);
    await expectRefusal(page, config.graphBaseUrl.startsWith('http:') ? 'must be https' : 'evil.example');
    expect([...origins]).toEqual([own]);
  });
}

test('[A19 B23] an address without https says so, instead of a blank page', async ({ playwright }, {
  project,
}) => {
  const config = await fetch(`http://localhost:${process.env.E2E_APP_PORT ?? '4273'}/config.json`);
  const port = await host(await config.text());
  const { launchOptions } = project.use;
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP actiondesk.example 127.0.0.1'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://actiondesk.example:${port}/`);
    await expectRefusal(page, `http://actiondesk.example:${port}`);
    await expect(page.getByRole('alert')).toContainText('Sign-in needs HTTPS');
  } finally {
    await browser.close();
  }
});
