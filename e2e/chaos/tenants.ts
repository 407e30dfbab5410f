import { test as base } from '@playwright/test';
import { createTenant, type Tenant } from '../support/tenant.ts';

interface Options {
  /** How the app reaches Graph. */
  protocol: 'HTTP/1.1' | 'HTTP/2';
}

interface Fixtures {
  /** A tenant of this case's own. */
  tenant: Tenant;
}

interface WorkerFixtures {
  /** One big tenant for all cases of a worker: it takes a while to make. */
  large: Tenant;
}

let count = 0;

/** Chaos looks at what became of things; the page's own console and looks are the business of the other tests. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  protocol: ['HTTP/1.1', { option: true }],
  ignoreHTTPSErrors: true,
  async tenant({ protocol }, use, { workerIndex }) {
    count += 1;
    const name = `x${workerIndex}-${count}-${Date.now().toString(36)}`;
    const tenant = await createTenant(name, 'contoso', true, protocol === 'HTTP/2');
    await use(tenant);
    await tenant.remove();
  },
  large: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from here
    async ({}, use, { workerIndex }) => {
      const tenant = await createTenant(`l${workerIndex}-${Date.now().toString(36)}`, 'large', true);
      await use(tenant);
      await tenant.remove();
    },
    { scope: 'worker' },
  ],
});
