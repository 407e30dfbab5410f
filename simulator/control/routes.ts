import { type Context, Hono } from 'hono';
import { configOf, hostsOf, type Ports } from '../app-config.ts';
import { faultInput } from '../faults/fault.ts';
import { overrideInput } from '../graph/overrides.ts';
import { onlyFromHere } from '../guard.ts';
import { appOriginsOf, TenantNameRefused, type TenantRegistry } from '../tenants/registry.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { verdictRequest } from '../verdict/claims.ts';
import { truthOf } from '../verdict/truth.ts';
import { judge } from '../verdict/verdict.ts';
import { clockMove, consent, latency, newTenant, readBody, refuse, reset, revocation } from './bodies.ts';

/** What people and tests steer a simulator by: JSON in, JSON out, `{ error }` on refusal. See docs/simulator.md. */
export function controlRoutes(tenants: TenantRegistry, ports: Ports): Hono {
  const app = new Hono();
  const tenantOf = (c: Context): Tenant => {
    const name = c.req.param('name') ?? '';
    const tenant = tenants.find(name);
    if (!tenant) throw refuse(404, `There is no tenant '${name}'.`);
    return tenant;
  };

  app.use('/_sim/*', onlyFromHere);
  app.get('/_sim/tenants', (c) =>
    c.json({ tenants: tenants.list().map((tenant) => summarise(tenant, ports)) }),
  );
  app.post('/_sim/tenants', async (c) => {
    const body = await readBody(c, newTenant);
    if (body.graphOverTls && ports.tlsPort === undefined)
      throw refuse(409, 'graphOverTls: this simulator has no TLS port.');
    try {
      const tenant = tenants.create(body);
      const { id, name } = tenant;
      const config = configOf(tenant, ports, hostsOf(tenant)[0]);
      return c.json({ id, name, config, appOrigin: appOriginsOf(name, ports.appPort)[0] }, 201);
    } catch (error) {
      if (error instanceof TenantNameRefused) throw refuse(409, error.message);
      throw error;
    }
  });
  app.delete('/_sim/tenants/:name', (c) => {
    tenants.remove(tenantOf(c));
    return c.body(null, 204);
  });
  app.get('/_sim/tenants/:name/config', (c) => {
    const tenant = tenantOf(c);
    const hosts = hostsOf(tenant);
    const host = c.req.query('host') ?? hosts[0];
    if (!hosts.includes(host))
      throw refuse(400, `host: '${tenant.name}' answers at ${hosts.join(' and ')} only.`);
    return c.json(configOf(tenant, ports, host));
  });

  app.post('/_sim/tenants/:name/reset', async (c) => {
    tenants.reset(tenantOf(c), await readBody(c, reset));
    return c.body(null, 204);
  });
  app.post('/_sim/tenants/:name/clock', async (c) => {
    const { clock } = tenantOf(c);
    clock.advance((await readBody(c, clockMove)).advanceMs);
    return c.json({ now: new Date(clock.now()).toISOString() });
  });
  app.put('/_sim/tenants/:name/latency', async (c) => {
    const { faults } = tenantOf(c);
    faults.latency = (await readBody(c, latency)).ms;
    return c.json({ ms: faults.latency });
  });

  app.get('/_sim/tenants/:name/faults', (c) => c.json({ faults: tenantOf(c).faults.list() }));
  app.post('/_sim/tenants/:name/faults', async (c) =>
    c.json(tenantOf(c).faults.add(await readBody(c, faultInput)), 201),
  );
  app.delete('/_sim/tenants/:name/faults', (c) => {
    tenantOf(c).faults.clear();
    return c.body(null, 204);
  });
  app.delete('/_sim/tenants/:name/faults/:id', (c) => {
    const id = c.req.param('id');
    if (!tenantOf(c).faults.remove(id)) throw refuse(404, `There is no fault '${id}'.`);
    return c.body(null, 204);
  });

  app.get('/_sim/tenants/:name/overrides', (c) => c.json({ overrides: tenantOf(c).overrides.list() }));
  app.post('/_sim/tenants/:name/overrides', async (c) => {
    const override = await readBody(c, overrideInput);
    tenantOf(c).overrides.add(override);
    return c.json(override, 201);
  });
  app.delete('/_sim/tenants/:name/overrides', (c) => {
    tenantOf(c).overrides.clear();
    return c.body(null, 204);
  });

  app.get('/_sim/tenants/:name/log', (c) => {
    const { requests, effects, noChanges, violations, signIns, elsewhere } = tenantOf(c).log;
    return c.json({ requests, effects, noChanges, violations, signIns, elsewhere });
  });
  app.post('/_sim/tenants/:name/verdict', async (c) => {
    const { claims, since, ...asked } = await readBody(c, verdictRequest);
    return c.json(judge(claims, truthOf(tenantOf(c)), since, asked));
  });
  app.delete('/_sim/tenants/:name/log', (c) => {
    tenantOf(c).log.clear();
    return c.body(null, 204);
  });

  app.post('/_sim/tenants/:name/revoke', async (c) => {
    const { directory } = tenantOf(c);
    const what = await readBody(c, revocation);
    if (what.accessTokens) directory.revokeAccessTokens();
    if (what.refreshTokens) directory.revokeRefreshTokens();
    if (what.sessions) directory.revokeSessions();
    return c.body(null, 204);
  });
  app.post('/_sim/tenants/:name/consent', async (c) => {
    const { directory } = tenantOf(c);
    const { adminConsent, scopes } = await readBody(c, consent);
    directory.setAdminConsent(adminConsent, scopes);
    return c.body(null, 204);
  });
  return app;
}

function summarise(tenant: Tenant, ports: Ports): object {
  return {
    id: tenant.id,
    name: tenant.name,
    seed: tenant.seed,
    address: appOriginsOf(tenant.name, ports.appPort)[0],
    personas: tenant.personas.map((persona) => ({
      id: persona.id,
      displayName: persona.displayName,
      upn: tenant.directory.upnOf(persona),
      note: persona.note,
    })),
  };
}
