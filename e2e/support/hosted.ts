import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { headersFor, servedKind } from '../../headers.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** A policy made without a config.json lets the page connect to its own host alone. */
const ownHost = { graphOrigin: "'self'", loginOrigin: "'self'" };

/**
 * A static host of the build whose config.json somebody got wrong.
 *
 * @param config the file's text; undefined: there is no such file
 */
export async function hostBuild(config: string | undefined): Promise<{ server: Server; port: number }> {
  const folder = process.env.BUILD_FOLDER ?? 'dist';
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const kind = servedKind(pathname);
    const file = kind === 'page' ? '/index.html' : pathname;
    const body =
      kind === 'config' ? config : await readFile(join(folder, file)).catch((): undefined => undefined);
    response.writeHead(body === undefined ? 404 : 200, {
      ...headersFor(kind, ownHost),
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port }; // a server on a port has no other kind of address
}
