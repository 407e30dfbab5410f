import { type Context, Hono } from 'hono';
import type { Ports } from '../app-config.ts';
import { faultInput } from '../faults/fault.ts';
import { onlyFromHere } from '../guard.ts';
import { minute } from '../tenants/clock.ts';
import type { TenantRegistry } from '../tenants/registry.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { check, clockMove, latency, refuse } from './bodies.ts';
import { findPreset } from './fault-presets.ts';
import { renderHome, renderTenant } from './page.ts';
import { pageStyle } from './page-style.ts';

/** The page holds forms and no script; it may not be framed. */
const policy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The simulator's own page at `/`: the control endpoint for people. */
export function pageRoutes(tenants: TenantRegistry, ports: Ports): Hono {
  const app = new Hono();
  const tenantOf = (c: Context): Tenant => {
    const tenant = tenants.find(c.req.param('name') ?? '');
    if (!tenant) throw refuse(404, 'There is no such tenant.');
    return tenant;
  };
  const back = (c: Context) => c.redirect(`/tenants/${c.req.param('name')}`, 303);
  const fieldOf = async (c: Context, name: string): Promise<string> => {
    const value = (await c.req.parseBody())[name];
    return typeof value === 'string' ? value : '';
  };

  for (const path of ['/', '/tenants/*']) {
    app.use(path, onlyFromHere, async (c, next) => {
      await next();
      c.header('Content-Security-Policy', policy);
      c.header('Cache-Control', 'no-store');
    });
  }
  app.get('/_sim/style.css', (c) => c.body(pageStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/', (c) => c.html(renderHome(tenants.list(), ports)));
  app.get('/tenants/:name', (c) => c.html(renderTenant(tenantOf(c), ports)));
  app.post('/tenants/:name/faults', async (c) => {
    const preset = findPreset(c.req.query('preset'));
    if (!preset) throw refuse(400, 'There is no such fault.');
    const path = await fieldOf(c, 'path');
    const match = { ...preset.rule.match, ...(path === '' ? {} : { path }) };
    tenantOf(c).faults.add(check(faultInput, { ...preset.rule, match }));
    return back(c);
  });
  app.post('/tenants/:name/faults/:id/off', (c) => {
    tenantOf(c).faults.remove(c.req.param('id'));
    return back(c);
  });
  app.post('/tenants/:name/latency', async (c) => {
    tenantOf(c).faults.latency = check(latency, { ms: Number(await fieldOf(c, 'ms')) }).ms;
    return back(c);
  });
  app.post('/tenants/:name/clock', async (c) => {
    const { advanceMs } = check(clockMove, { advanceMs: Number(await fieldOf(c, 'minutes')) * minute });
    tenantOf(c).clock.advance(advanceMs);
    return back(c);
  });
  app.post('/tenants/:name/reset', async (c) => {
    tenants.reset(tenantOf(c), { keepSignIns: (await fieldOf(c, 'keepSignIns')) !== '' });
    return back(c);
  });
  return app;
}
