import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Tenant } from '../tenants/tenant.ts';

/**
 * An address of another origin that still comes to this simulator: where redirects and hostile links point. It answers
 * everybody, as an attacker's server would.
 *
 * @param address of the request that is led astray
 */
export function elsewhereOf(address: string, tenant: Pick<Tenant, 'name'>): string {
  const url = new URL(address);
  const host = url.hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1';
  return `${url.protocol}//${host}:${url.port}/elsewhere/${tenant.name}`;
}

/** Whoever comes there is in the tenant's log. */
export function elsewhereRoutes(findTenant: (name: string) => Tenant | undefined): Hono {
  const app = new Hono();
  app.use('/elsewhere/*', async (c, next) => {
    const { pathname } = new URL(c.req.url);
    findTenant(pathname.split('/')[2] ?? '')?.log.addElsewhere({
      method: c.req.method,
      path: pathname,
      withToken: c.req.header('authorization') !== undefined,
    });
    await next();
  });
  app.use('/elsewhere/*', cors({ origin: (origin) => origin, allowMethods: ['GET', 'POST', 'PATCH'] }));
  app.all('/elsewhere/*', (c) => c.json({ value: [] }));
  return app;
}
