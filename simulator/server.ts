import { createServer, type Server, type ServerResponse } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createSimulatorApp } from './app.ts';
import { socketHeader } from './graph/gateway.ts';
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
  readonly tenants: TenantRegistry;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the app is served; its redirect URIs are registered for this port. */
  readonly appPort: number;
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

/** Sends the headers with the full length and half of the body, then destroys the connection. */
async function sendHalf(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': Math.max(body.length, 2),
  });
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
  outgoing.flushHeaders();
}

/** Carries out the socket faults that the app can only ask for. */
async function applySocketFault(response: Response, { incoming, outgoing }: HttpBindings): Promise<Response> {
  const fault = response.headers.get(socketHeader);
  if (fault === null) return response;
  response.headers.delete(socketHeader);
  if (fault === 'close') incoming.socket.destroy();
  else await sendHalf(response, outgoing);
  return RESPONSE_ALREADY_SENT;
}

/**
 * Starts the simulator over HTTP/1.1 on this machine.
 * @throws {@link PortInUse}
 */
export async function startSimulator(options: ServerOptions): Promise<SimulatorServer> {
  const tenants = createTenants(options.appPort);
  const server = createServer();
  const port = await listen(server, options.port);
  const app = createSimulatorApp({ appPort: options.appPort, simPort: port, tenants });
  const handle = getRequestListener(async (request, bindings) =>
    // This server speaks HTTP/1.1 alone, so the bindings are never those of HTTP/2.
    applySocketFault(await app.fetch(request), bindings as HttpBindings),
  );
  server.on('request', (incoming, outgoing) => void handle(incoming, outgoing));
  return {
    origin: `http://localhost:${port}`,
    tenants,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
