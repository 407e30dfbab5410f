import { connect as connectHttp2, constants } from 'node:http2';
import { request as requestHttps } from 'node:https';
import { connect } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type PeerCertificate } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { closeServers, portOf, profiles, sendHttp1, sendHttp2, startServer as start } from './test-server.ts';

afterEach(closeServers);

describe('over HTTP/1.1', () => {
  it.each([
    ['resetConnection', 'ECONNRESET'],
    ['endConnection', undefined],
    // What only HTTP/2 has closes the connection here.
    ['goaway', undefined],
    ['refusedStream', undefined],
    ['cancelledStream', undefined],
  ] as const)('%s: not a byte, before and after the effect', async (kind, error) => {
    const { server, tenant, headers, syncPath, addFault } = await start();
    await addFault(kind, { times: 1 });
    await addFault(kind, { phase: 'after' });
    const send = () => sendHttp1(server.origin, syncPath, 'POST', headers);
    expect(await send()).toMatchObject({ body: '', error });
    expect(tenant.log.effects).toHaveLength(0);
    expect(await send()).toMatchObject({ body: '', error });
    expect(tenant.log.effects).toMatchObject([{ clientRequestId: 'made-by-the-test' }]);
    expect(tenant.log.requests).toMatchObject([
      { status: null, clientRequestId: 'made-by-the-test', httpVersion: '1.1' },
      { status: null, clientRequestId: 'made-by-the-test', httpVersion: '1.1' },
    ]);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('a stall without an end, %s the effect: the connection stays open', async (phase, effects) => {
    const { server, tenant, headers, syncPath, addFault } = await start();
    await addFault('stall', { ms: null, phase });
    let ended = false;
    const answer = sendHttp1(server.origin, syncPath, 'POST', headers).finally(() => {
      ended = true;
    });
    await expect.poll(() => tenant.log.requests).toMatchObject([{ fault: 'fault-1' }]);
    expect([ended, tenant.log.effects.length]).toEqual([false, effects]);
    expect(tenant.log.requests).toMatchObject([{ status: null, answeredAt: null }]);
    await server.close();
    expect((await answer).body).toBe('');
  });

  it('logs a request that breaks off on its way, and does nothing', async () => {
    const { server, tenant, headers, syncPath } = await start();
    const socket = connect(portOf(server.origin), '127.0.0.1', () => {
      socket.write(
        `POST ${syncPath} HTTP/1.1\r\nhost: localhost\r\nauthorization: ${headers.authorization}\r\n`,
      );
      socket.write('content-type: application/json\r\ncontent-length: 100\r\n\r\n{"half":', () =>
        socket.end(),
      );
    });
    socket.on('error', () => undefined);
    await expect.poll(() => tenant.log.requests).toMatchObject([{ status: null, body: null }]);
    expect(tenant.log.effects).toEqual([]);
  });
});

describe('over TLS', () => {
  it('answers HTTP/2 and HTTP/1.1 from the same tenants into the same log', async () => {
    const { server, tenant, headers } = await start();
    const origin = server.tlsOrigin ?? '';
    expect(await sendHttp2(origin, profiles, 'GET', headers)).toMatchObject({ status: 200, rst: 0 });
    const status = await new Promise((resolve) => {
      requestHttps(`${origin}${profiles}`, { rejectUnauthorized: false, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(200);
    expect(tenant.log.requests.map(({ httpVersion }) => httpVersion)).toEqual(['2.0', '1.1']);
  });

  it('its certificate names localhost, every tenant, and the number of this machine', async () => {
    const { server } = await start();
    const options: ConnectionOptions = { port: portOf(server.tlsOrigin), rejectUnauthorized: false };
    const certificate = await new Promise<PeerCertificate>((resolve) => {
      const socket = connectTls(options, () => {
        resolve(socket.getPeerCertificate());
        socket.destroy();
      });
    });
    expect(certificate).toMatchObject({
      subject: { CN: 'Simulated Microsoft Graph' },
      subjectaltname: 'DNS:localhost, DNS:*.localhost, IP Address:127.0.0.1',
    });
    expect(Date.parse(certificate.valid_to)).toBeGreaterThan(Date.now());
  });

  it.each([
    ['refusedStream', { rst: constants.NGHTTP2_REFUSED_STREAM }],
    ['cancelledStream', { rst: constants.NGHTTP2_CANCEL }],
    ['goaway', { goaway: { code: 0, lastStream: 1 } }],
    ['closeConnection', {}],
    ['resetConnection', {}],
    ['endConnection', {}],
  ] as const)('%s on HTTP/2: no answer, before and after the effect', async (kind, ending) => {
    const { server, tenant, headers, syncPath, addFault } = await start();
    await addFault(kind, { times: 1 });
    await addFault(kind, { phase: 'after' });
    const send = () => sendHttp2(server.tlsOrigin ?? '', syncPath, 'POST', headers);
    expect(await send()).toMatchObject({ status: undefined, body: '', ...ending });
    expect(tenant.log.effects).toHaveLength(0);
    expect(await send()).toMatchObject({ status: undefined, body: '', ...ending });
    expect(tenant.log.effects).toHaveLength(1);
    expect(tenant.log.requests).toMatchObject([
      { status: null, httpVersion: '2.0' },
      { status: null, httpVersion: '2.0' },
    ]);
  });

  it('a reset reaches below TLS', async () => {
    const { server, headers, addFault } = await start();
    await addFault('resetConnection');
    const ending = await sendHttp1(server.tlsOrigin ?? '', profiles, 'GET', headers);
    expect(ending).toMatchObject({ body: '', error: 'ECONNRESET' });
  });

  it('a GOAWAY to the first request of a connection refuses its stream too: no number is left below', async () => {
    const { server, headers, addFault } = await start();
    await addFault('goaway');
    const session = connectHttp2(server.tlsOrigin ?? '', { rejectUnauthorized: false });
    session.on('error', () => undefined);
    const stream = session.request({ ':path': profiles, ...headers });
    stream.on('error', () => undefined);
    const goaway = new Promise((resolve) => session.once('goaway', resolve));
    await new Promise((resolve) => stream.once('close', resolve));
    expect([stream.rstCode, await goaway]).toEqual([constants.NGHTTP2_REFUSED_STREAM, 0]);
    session.destroy();
  });

  it('a truncated answer on HTTP/2: its headers and half of its body', async () => {
    const { server, headers, addFault } = await start();
    const send = () => sendHttp2(server.tlsOrigin ?? '', profiles, 'GET', headers);
    const whole = await send();
    await addFault('truncate');
    const cut = await send();
    expect(cut).toMatchObject({ status: 200, rst: constants.NGHTTP2_INTERNAL_ERROR });
    expect(cut.body).toBe(whole.body.slice(0, cut.body.length));
    expect(cut.body.length).toBeGreaterThan(0);
    expect(cut.body.length).toBeLessThan(whole.body.length);
  });

  it('goes on without TLS when that port is taken', async () => {
    const { server } = await start();
    const tlsPort = portOf(server.tlsOrigin);
    const { server: second } = await start({ tlsPort });
    expect(second.tlsOrigin).toBeUndefined();
    const body = JSON.stringify({ seed: 'empty', graphOverTls: true });
    const refused = await fetch(`${second.origin}/_sim/tenants`, { method: 'POST', body });
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('no TLS port')]);
    const made = await fetch(`${server.origin}/_sim/tenants`, { method: 'POST', body });
    const { config } = await made.json();
    expect(config.graphBaseUrl).toMatch(new RegExp(`^https://t1\\.localhost:${tlsPort}/beta$`));
  });
});
