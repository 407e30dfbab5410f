import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { headersFor, servedFile, servedKind } from '../../headers.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** A policy made without a config.json lets the page connect to its own host alone. */
const ownHost = { graphOrigin: "'self'", loginOrigin: "'self'" };

/** What else stands at the address of the build, by path, with no policy: something that stood there before. */
export type Leftovers = Readonly<Record<string, string>>;

/**
 * A static host of the build with a broken config.json.
 *
 * @param config the file's text, asked for anew each time; undefined: there is no such file
 */
export async function hostBuild(
  config: () => string | undefined,
  leftovers: Leftovers = {},
): Promise<{ server: Server; port: number }> {
  const folder = process.env.BUILD_FOLDER ?? 'dist';
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const leftover = leftovers[pathname];
    const kind = servedKind(pathname);
    const file = servedFile(pathname);
    const body =
      leftover ??
      (kind === 'config' ? config() : await readFile(join(folder, file)).catch((): undefined => undefined));
    response.writeHead(body === undefined ? 404 : 200, {
      ...(leftover === undefined && headersFor(kind, ownHost)),
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    });
    response.end(body);
  });
  return { server, port: await listen(server) };
}

/** A foreign host, and the paths that the host was asked for. */
export async function hostForeign(): Promise<{ server: Server; port: number; asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '');
    socket.destroy();
  });
  return { server, port: await listen(server), asked };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port; // a server on a port has no other kind of address
}
