import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { appClientId, graphScopes } from './entra/client.ts';
import { PortInUse, type SimulatorServer, startSimulator } from './server.ts';

const profiles = '/beta/deviceManagement/windowsDriverUpdateProfiles';
const running: SimulatorServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function start() {
  const server = await startSimulator({ port: 0, appPort: 4173 });
  running.push(server);
  const tenant = server.tenants.find('contoso');
  if (!tenant) throw new Error('There is no contoso.');
  const response = await fetch(`${server.origin}/${tenant.id}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: appClientId,
      username: 'driver.admin@contoso.example',
      password: 'any',
      scope: graphScopes.map((scope) => `https://graph.microsoft.com/${scope}`).join(' '),
    }),
  });
  const { access_token: token }: { access_token: string } = await response.json();
  return { server, tenant, token, port: Number(new URL(server.origin).port) };
}

/** Every byte that comes back for a raw request, until the connection ends. */
function sendRaw(port: number, path: string, token: string, method = 'GET'): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `${method} ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Length: 0\r\n\r\n`,
      );
    });
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });
}

describe('startSimulator', () => {
  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('closes the connection %s the effect without a byte', async (phase, effects) => {
    const { tenant, token, port } = await start();
    tenant.faults.add({ kind: 'closeConnection', phase, match: {}, skip: 0, times: null });
    const id = tenant.intune.profiles()[0]?.record.id;
    expect(await sendRaw(port, `${profiles}/${id}/syncInventory`, token, 'POST')).toBe('');
    expect(tenant.log.effects).toHaveLength(effects);
  });

  it('cuts a body in the middle', async () => {
    const { tenant, token, port } = await start();
    tenant.faults.add({ kind: 'truncate', phase: 'before', match: {}, skip: 0, times: null });
    const [head = '', body = ''] = (await sendRaw(port, profiles, token)).split('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(head).not.toContain('x-simulator');
    expect(body.length).toBeGreaterThan(0);
    expect(body.length).toBeLessThan(length);
  });

  it('says so when the port is taken', async () => {
    const { port } = await start();
    await expect(startSimulator({ port, appPort: 4173 })).rejects.toBeInstanceOf(PortInUse);
  });

  it('puts its own port into configs and links', async () => {
    const { server, token, port } = await start();
    const config = await (await fetch(`${server.origin}/_sim/tenants/contoso/config?host=localhost`)).json();
    expect(config.graphBaseUrl).toBe(`http://localhost:${port}/beta`);
    const headers = { authorization: `Bearer ${token}` };
    const page = await (await fetch(`${server.origin}${profiles}?$top=1`, { headers })).json();
    expect(page['@odata.nextLink']).toContain(`http://localhost:${port}/beta/`);
  });
});
