import { createServer } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { Server } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import { createSimulatorApp } from './app.ts';
import type { Ports } from './app-config.ts';
import { makeCertificate } from './certificate.ts';
import { noteConnection } from './reused-connections.ts';
import {
  type Connections,
  type Exchange,
  strikeSocket,
  takeSocketFault,
  watchConnections,
} from './socket-faults.ts';
import { createTenants, type TenantRegistry } from './tenants/registry.ts';

/** The port is taken, most often by a simulator that is already running. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use.`);
    this.port = port;
  }
}

export interface SimulatorServer {
  /** `http://localhost:PORT` */
  readonly origin: string;
  /** `https://localhost:PORT`; undefined when none was asked for, or when its port is in use. */
  readonly tlsOrigin: string | undefined;
  /** The ports that it got. */
  readonly ports: Ports;
  readonly tenants: TenantRegistry;
  /** Ends open connections and frees the ports. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the app is served; its redirect URIs are registered for this port. */
  readonly appPort: number;
  /** The same over TLS, with HTTP/2. 0 takes any free port; without it there is none. */
  readonly tlsPort?: number | undefined;
}

/** Only this machine is answered. Browsers resolve every `*.localhost` to it. */
const loopback = '127.0.0.1';

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error);
    });
    server.listen(port, loopback, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Answers by the app, and carries out the socket faults that it can only ask for. */
function listenerFor(app: Hono, connections: Connections) {
  return getRequestListener(async (request, bindings) => {
    const exchange: Exchange = bindings;
    noteConnection(exchange.incoming, connections.socketOf(exchange.incoming));
    const response = await app.fetch(request, bindings);
    const fault = takeSocketFault(response);
    if (fault === undefined) return response;
    const socket = connections.socketOf(exchange.incoming);
    // Without one the other side has gone already.
    if (socket) await strikeSocket(fault, response, exchange, socket);
    return RESPONSE_ALREADY_SENT;
  });
}

function closeServer(server: Server, connections: Connections): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    connections.destroyAll();
  });
}

interface TlsListener {
  readonly server: Http2SecureServer;
  readonly connections: Connections;
  readonly port: number;
}

/** Undefined when the port is in use: only tenants whose Graph is reached over TLS need it. */
async function listenOverTls(wanted: number): Promise<TlsListener | undefined> {
  const server = createSecureServer({ ...makeCertificate(), allowHTTP1: true });
  const connections = watchConnections(server);
  try {
    return { server, connections, port: await listen(server, wanted) };
  } catch (error) {
    if (error instanceof PortInUse) return undefined;
    throw error;
  }
}

/**
 * Starts the simulator on this machine: over HTTP/1.1, and at a second port over TLS with HTTP/2 and HTTP/1.1.
 * @throws {@link PortInUse}
 */
export async function startSimulator(options: ServerOptions): Promise<SimulatorServer> {
  const { appPort } = options;
  const tenants = createTenants(appPort);
  const plain = createServer();
  const plainConnections = watchConnections(plain);
  const simPort = await listen(plain, options.port);
  const tls = options.tlsPort === undefined ? undefined : await listenOverTls(options.tlsPort);
  const ports = { appPort, simPort, tlsPort: tls?.port };
  const app = createSimulatorApp({ ...ports, tenants });
  const answerPlain = listenerFor(app, plainConnections);
  plain.on('request', (incoming, outgoing) => void answerPlain(incoming, outgoing));
  if (tls) {
    const answerTls = listenerFor(app, tls.connections);
    tls.server.on('request', (incoming, outgoing) => void answerTls(incoming, outgoing));
  }
  return {
    origin: `http://localhost:${simPort}`,
    tlsOrigin: tls && `https://localhost:${tls.port}`,
    ports,
    tenants,
    close: async () => {
      await closeServer(plain, plainConnections);
      if (tls) await closeServer(tls.server, tls.connections);
    },
  };
}
