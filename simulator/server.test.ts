import { afterEach, describe, expect, it } from 'vitest';
import { PortInUse, startSimulator } from './server.ts';
import { closeServers, portOf, profiles, sendHttp1, startServer as start } from './test-server.ts';

afterEach(closeServers);

describe('startSimulator', () => {
  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('closes the connection %s the effect without a byte', async (phase, effects) => {
    const { server, tenant, headers, syncPath } = await start();
    tenant.faults.add({ kind: 'closeConnection', phase, match: {}, skip: 0, times: null });
    expect((await sendHttp1(server.origin, syncPath, 'POST', headers)).body).toBe('');
    expect(tenant.log.effects).toHaveLength(effects);
  });

  it('cuts a body in the middle', async () => {
    const { server, tenant, headers } = await start();
    tenant.faults.add({ kind: 'truncate', phase: 'before', match: {}, skip: 0, times: null });
    const [head = '', body = ''] = (await sendHttp1(server.origin, profiles, 'GET', headers)).body.split(
      '\r\n\r\n',
    );
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(head).not.toContain('x-simulator');
    expect(body.length).toBeGreaterThan(0);
    expect(body.length).toBeLessThan(length);
  });

  it('says so when the port is taken', async () => {
    const { server } = await start();
    await expect(startSimulator({ port: portOf(server.origin), appPort: 4173 })).rejects.toBeInstanceOf(
      PortInUse,
    );
  });

  it('puts its own port into configs and links', async () => {
    const { server, headers } = await start();
    const port = portOf(server.origin);
    const config = await (await fetch(`${server.origin}/_sim/tenants/contoso/config?host=localhost`)).json();
    expect(config.graphBaseUrl).toBe(`http://localhost:${port}/beta`);
    const page = await (await fetch(`${server.origin}${profiles}?$top=1`, { headers })).json();
    expect(page['@odata.nextLink']).toContain(`http://localhost:${port}/beta/`);
  });
});
