import type { Server } from 'node:http';
import type { Page } from '@playwright/test';
import { hostBuild } from './support/hosted.ts';
import { expect, problemOn, test } from './support/test.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

const tenantId = '11111111-2222-4333-8444-555555555555';
const real = {
  clientId: '99999999-2222-4333-8444-555555555555',
  authority: `https://login.microsoftonline.com/${tenantId}`,
  graphBaseUrl: 'https://graph.microsoft.com/beta',
};

const servers: Server[] = [];

/** Serves the build with the config.json that there is at the time, and gives its port. */
async function host(config: () => string | undefined): Promise<number> {
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
  await page.goto(`http://localhost:${await host(() => undefined)}/profiles`);
  await expect(problemOn(page, 'config.json can’t be used')).toBeVisible();
  await expect(problemOn(page, 'README')).toBeVisible();
  await expectRefusal(page, 'the server answered 404');
  await watch.expectAccessible();
});

const wrong = [
  { config: '{ "clientId": ', reason: 'is not JSON' },
  { config: '[]', reason: 'clientId: Invalid key' },
  {
    config: JSON.stringify({ ...real, clientId: 'actiondesk' }),
    reason: 'clientId: is not a GUID',
  },
  {
    config: JSON.stringify({ ...real, graphBaseURL: real.graphBaseUrl }),
    reason: 'graphBaseURL',
  },
  {
    config: JSON.stringify({ ...real, graphBaseUrl: 'https://graph.microsoft.com/v1.0' }),
    reason: 'must end with /beta',
  },
  {
    config: JSON.stringify({ ...real, graphBaseUrl: 'https://graph.microsoft.us/beta' }),
    reason: 'login.microsoftonline.com is not the sign-in host of the cloud GCC High (L4)',
  },
];

test('a wrong config.json is refused with the reason', async ({ page }) => {
  let served = '';
  const port = await host(() => served);
  for (const { config, reason } of wrong) {
    served = config;
    await page.goto(`http://localhost:${port}/`);
    await expectRefusal(page, reason);
  }
});

const foreign = [
  {
    config: { graphBaseUrl: 'https://graph.microsoft.com.evil.example/beta' },
    reason: 'graph.microsoft.com.evil.example',
  },
  { config: { authority: `https://login.evil.example/${tenantId}` }, reason: 'login.evil.example' },
  { config: { graphBaseUrl: 'http://graph.microsoft.com/beta' }, reason: 'must be https' },
];

test('[M14 SR-37] nothing goes to a host that is not Microsoft’s', async ({ page }) => {
  let served = '';
  const own = `http://localhost:${await host(() => served)}`;
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  for (const { config, reason } of foreign) {
    served = JSON.stringify({ ...real, ...config });
    await page.goto(own);
    await expectRefusal(page, reason);
    expect([...origins]).toEqual([own]);
  }
});

test('[A19 B23] an address without https says so, instead of a blank page', async ({ playwright }, {
  project,
}) => {
  const config = await fetch(`http://localhost:${process.env.E2E_APP_PORT ?? '4273'}/config.json`);
  const text = await config.text();
  const port = await host(() => text);
  const { launchOptions } = project.use;
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP actiondesk.example 127.0.0.1'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://actiondesk.example:${port}/`);
    await expectRefusal(page, `http://actiondesk.example:${port}`);
    await expect(problemOn(page, 'Sign-in needs HTTPS')).toBeVisible();
  } finally {
    await browser.close();
  }
});
