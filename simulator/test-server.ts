import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { appClientId, graphScopes } from './entra/client.ts';
import type { FaultKind } from './faults/fault.ts';
import { type ServerOptions, type SimulatorServer, startSimulator } from './server.ts';

/** For tests: a simulator on real ports, and callers that see how a connection ends. */

export const profiles = '/beta/deviceManagement/windowsDriverUpdateProfiles';
const running: SimulatorServer[] = [];

/** Ends every server that a test has started. */
export async function closeServers(): Promise<void> {
  for (const server of running.splice(0)) await server.close();
}

/** A fresh simulator on free ports, whose servers end with {@link closeServers}, and a caller signed in to contoso. */
export async function startServer(options: Partial<ServerOptions> = {}) {
  const server = await startSimulator({ port: 0, appPort: 4173, tlsPort: 0, ...options });
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
  const headers = { authorization: `Bearer ${token}`, 'client-request-id': 'made-by-the-test' };
  const syncPath = `${profiles}/${tenant.intune.profiles()[0]?.record.id}/syncInventory`;
  const addFault = (kind: FaultKind, fields: object = {}) =>
    fetch(`${server.origin}/_sim/tenants/contoso/faults`, {
      method: 'POST',
      body: JSON.stringify({ kind, ...fields }),
    });
  return { server, tenant, token, headers, syncPath, addFault };
}

/** What came back for one request, and how its connection or stream ended. */
export interface Ending {
  readonly status: number | undefined;
  readonly body: string;
  readonly goaway: { readonly code: number; readonly lastStream: number } | undefined;
  /** HTTP/2: the code of RST_STREAM. */
  readonly rst: number | undefined;
  readonly error: string | undefined;
}

/** Sends a request over HTTP/1.1, byte by byte, and waits for the connection to end. */
export function sendHttp1(origin: string, path: string, method: string, headers: object): Promise<Ending> {
  return new Promise((resolve) => {
    let body = '';
    let error: string | undefined;
    const lines = Object.entries({ host: 'localhost', ...headers, 'content-length': 0 });
    const address = { host: '127.0.0.1', port: portOf(origin), rejectUnauthorized: false };
    const send = () => {
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      socket.write(`${method} ${path} HTTP/1.1\r\n${head}\r\n`);
    };
    const socket = origin.startsWith('https') ? connectTls(address, send) : connect(address, send);
    socket.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    socket.on('error', (cause: NodeJS.ErrnoException) => {
      error = cause.code;
    });
    socket.on('close', () => resolve({ status: undefined, body, goaway: undefined, rst: undefined, error }));
  });
}

/** Sends a request over HTTP/2, the second one of its connection, and waits for its stream to end. */
export function sendHttp2(origin: string, path: string, method: string, headers: object): Promise<Ending> {
  return new Promise((resolve) => {
    const session = connectHttp2(origin, { rejectUnauthorized: false });
    let status: number | undefined;
    let goaway: Ending['goaway'];
    let error: string | undefined;
    let body = '';
    const note = (cause: NodeJS.ErrnoException) => {
      error = cause.code;
    };
    session.on('error', note);
    session.on('goaway', (code, lastStream) => {
      goaway = { code, lastStream };
    });
    session.request({ ':method': 'OPTIONS', ':path': path }).resume().end();
    const stream = session.request({ ':method': method, ':path': path, ...headers });
    stream.setEncoding('utf8');
    stream.on('response', (answer) => {
      status = answer[':status'];
    });
    stream.on('data', (chunk) => {
      body += chunk;
    });
    stream.on('error', note);
    stream.on('close', () => {
      session.close();
      resolve({ status, body, goaway, rst: stream.rstCode, error });
    });
    stream.end();
  });
}

export const portOf = (origin: string | undefined) => Number(new URL(origin ?? '').port);
