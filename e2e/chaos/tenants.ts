import { test as base } from '@playwright/test';
import type { SeedName } from '../../simulator/tenants/tenant.ts';
import { createTenant, type Tenant } from '../support/tenant.ts';

interface Options {
  /** How the app reaches Graph. */
  protocol: 'HTTP/1.1' | 'HTTP/2';
}

interface Fixtures {
  /** A tenant of this case's own. */
  tenant: Tenant;
  /** The same with one long list of drivers, and tasks that can all be run. */
  light: Tenant;
}

let count = 0;

async function withTenant(
  seed: SeedName,
  protocol: Options['protocol'],
  worker: number,
  use: (tenant: Tenant) => Promise<void>,
): Promise<void> {
  count += 1;
  const name = `x${worker}-${count}-${Date.now().toString(36)}`;
  const tenant = await createTenant(name, seed, true, protocol === 'HTTP/2');
  await use(tenant);
  await tenant.remove();
}

/** Chaos looks at what became of things; the page's own console and looks are the business of the other tests. */
export const test = base.extend<Options & Fixtures>({
  protocol: ['HTTP/1.1', { option: true }],
  ignoreHTTPSErrors: true,
  tenant: ({ protocol }, use, { workerIndex }) => withTenant('contoso', protocol, workerIndex, use),
  light: ({ protocol }, use, { workerIndex }) => withTenant('light', protocol, workerIndex, use),
});
