import { describe, expect, it } from 'vitest';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

function setUp(simulator = createTestSimulator()) {
  const post = (path: string, fields: Record<string, string> = {}) =>
    simulator.app.request(`${simOrigin}/tenants/fabrikam${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
  const page = async () => (await simulator.app.request(`${simOrigin}/tenants/fabrikam`)).text();
  return { ...simulator, post, page };
}

describe('the page', () => {
  it('lists the tenants, without script and not to be framed', async () => {
    const { app } = setUp();
    const response = await app.request(`${simOrigin}/`);
    const text = await response.text();
    expect(text).toContain('href="http://fabrikam.localhost:4173"');
    expect(text).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    expect((await app.request(`${simOrigin}/_sim/style.css`)).headers.get('content-type')).toMatch(
      /^text\/css/,
    );
  });

  it('switches a fault on for a path, shows it escaped, and off again', async () => {
    const { post, page, tenant } = setUp();
    const response = await post('/faults?preset=lost-after', { path: '<b>' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/tenants/fabrikam']);
    expect(tenant.faults.list()).toMatchObject([
      { kind: 'closeConnection', phase: 'after', match: { method: 'POST', path: '<b>' } },
    ]);
    expect(await page()).toContain('on POST &lt;b&gt;');
    await post('/faults/fault-1/off');
    expect(tenant.faults.list()).toEqual([]);
  });

  it('has a button for each fault that a person may want, and every one of them works', async () => {
    const { post, page, tenant } = setUp();
    const text = await page();
    const presets = [...text.matchAll(/preset=([\w-]+)"/g)].map(([, id]) => id);
    expect(presets.length).toBeGreaterThan(30);
    expect(new Set(presets).size).toBe(presets.length);
    for (const id of presets) expect((await post(`/faults?preset=${id}`)).status).toBe(303);
    expect(tenant.faults.list()).toHaveLength(presets.length);
    expect(text).toContain('<legend>Network and proxies</legend>');
  });

  it('sets latency, advances time and resets', async () => {
    const simulator = createTestSimulator();
    const { post, page, tenant } = setUp(simulator);
    const before = tenant.clock.now();
    await post('/clock', { minutes: '90' });
    await post('/latency', { ms: '20' });
    expect(tenant.clock.now() - before).toBeGreaterThanOrEqual(90 * 60_000);
    expect(await page()).toContain('value="20"');
    const session = tenant.directory.sessions.signIn(undefined, 'driver.admin', []);
    await post('/reset', { keepSignIns: 'true' });
    expect(simulator.tenant.faults.latency).toBe(0);
    expect(tenant.directory.sessions.personasOf(session)).toEqual(['driver.admin']);
    await post('/reset');
    expect(tenant.directory.sessions.personasOf(session)).toEqual([]);
    expect((await post('/latency', { ms: 'x' })).status).toBe(400);
    expect((await post('/faults?preset=none')).status).toBe(400);
  });
});
