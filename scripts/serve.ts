import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { closedHeaders, headersFor, requestedPath, servedFile, servedKind } from '../headers.ts';
import { readConfig } from '../src/config.ts';

export interface ServeOptions {
  /** The folder of the build. */
  readonly folder: string;
  readonly port: number;
  /** The config.json for a host such as `contoso.localhost`, or undefined when no tenant is there. */
  readonly configFor: (hostname: string) => Promise<unknown>;
}

type Headers = Readonly<Record<string, string>>;

const types: Headers = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** The port is taken. */
export class PortInUse extends Error {
  constructor(port: number, variable: string) {
    super(`Port ${port} is in use. Stop what uses it, or choose another: ${variable}=${port + 1}`);
    this.name = 'PortInUse';
  }
}

/**
 * Serves the build as a static host would: the headers of headers.ts, the app's page for its routes, 404 for a missing
 * asset, and config.json by host.
 *
 * @throws PortInUse
 */
export async function serveApp({ folder, port, configFor }: ServeOptions): Promise<Server> {
  const compressed = new Map<string, Promise<Buffer>>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        response.writeHead(500, { ...closedHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`The server failed: ${String(error)}`);
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number, text: string, headers: Headers = closedHeaders) => {
      response.writeHead(status, {
        ...headers,
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.end(text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(405, 'Only GET and HEAD are answered.', { ...closedHeaders, Allow: 'GET, HEAD' });
      return;
    }
    const path = requestedPath(request.url ?? '');
    const host = `http://${request.headers.host ?? 'localhost'}`;
    if (path === undefined || !URL.canParse(host)) {
      refuse(400, 'This address can’t be read.');
      return;
    }
    const { hostname } = new URL(host);
    const config = await configFor(hostname);
    if (config === undefined) {
      refuse(404, `There is no tenant at ${hostname}.`);
      return;
    }
    const kind = servedKind(path);
    const headers = headersFor(kind, readConfig(config));
    if (kind === 'config') {
      response.writeHead(200, { ...headers, 'Content-Type': types['.json'] });
      response.end(JSON.stringify(config));
      return;
    }
    const file = servedFile(path);
    let body: Buffer;
    try {
      body = await readFile(join(folder, file));
    } catch {
      refuse(404, 'Not found', headers);
      return;
    }
    const encoding = pickEncoding(request.headers['accept-encoding'], file);
    if (encoding) body = await compress(file, encoding, body);
    response.writeHead(200, {
      ...headers,
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Length': body.length,
      Vary: 'Accept-Encoding',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    response.end(body);
  }

  function compress(file: string, encoding: 'br' | 'gzip', body: Buffer): Promise<Buffer> {
    const key = `${encoding} ${file} ${body.length}`;
    const made =
      compressed.get(key) ?? (encoding === 'br' ? promisify(brotliCompress)(body) : promisify(gzip)(body));
    compressed.set(key, made);
    return made;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port, 'APP_PORT') : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function pickEncoding(accepted: string | string[] | undefined, file: string): 'br' | 'gzip' | undefined {
  if (extname(file) === '.png') return undefined;
  const text = String(accepted ?? '');
  if (/\bbr\b/.test(text)) return 'br';
  return /\bgzip\b/.test(text) ? 'gzip' : undefined;
}
