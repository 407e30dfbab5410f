import { posix } from 'node:path';
import type { Config } from './src/config.ts';

/** Where the page may connect to: taken from config.json, so that the policy and the app can never disagree. */
export type Origins = Pick<Config, 'graphOrigin' | 'loginOrigin'>;

/** Griffel inserts empty style elements and fills them by script: the hash is that of the empty string. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** What every page of ours denies. */
const locked = {
  'default-src': "'none'",
  'script-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

function pagePolicy({ graphOrigin, loginOrigin }: Origins): string {
  const remote = [...new Set([loginOrigin, graphOrigin])].join(' ');
  return policy({
    ...locked,
    'style-src': `'self' ${emptyStyle}`,
    'img-src': "'self'",
    'font-src': "'self'",
    'connect-src': `'self' ${remote}`,
    // MSAL renews a session in a hidden frame: the sign-in page first, then our redirect page.
    'frame-src': `'self' ${loginOrigin}`,
    'frame-ancestors': "'none'",
  });
}

/** The bridge runs one script and shows one line; the image is its icon, which a browser asks for in any case. */
const bridgePolicy = policy({ ...locked, 'img-src': "'self'", 'frame-ancestors': "'self'" });

/** What every response sends; only the two pages relax the policy. A file that no rule foresees can run nothing and be framed nowhere. */
export const closedHeaders = {
  'Content-Security-Policy': policy({
    'default-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  }),
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Permissions-Policy':
    'accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()',
};

/** The kinds of file that a host serves. */
export type Served = 'page' | 'bridge' | 'asset' | 'config' | 'other';

/**
 * The path of a request as files are named: decoded first, and without dots and doubled slashes, so that no spelling of a
 * path is taken for another kind of file than the one that is served.
 *
 * @param target what stands in the request line
 * @returns undefined for a target that no browser sends for a page of ours
 */
export function requestedPath(target: string): string | undefined {
  const [path = ''] = target.split(/[?#]/, 1);
  if (!/^\/(?!\/)/.test(path)) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\\') ? undefined : posix.normalize(decoded);
  } catch {
    // Half of an encoded letter names no file: the app's own page says that there is no such page.
    return posix.normalize(path);
  }
}

/** @param path from {@link requestedPath}. A path that names no file is the app's page: its routes live in the browser. */
export function servedKind(path: string): Served {
  if (path === '/redirect.html') return 'bridge';
  if (isHtml(path)) return 'page';
  if (path === '/config.json') return 'config';
  if (path.startsWith('/assets/')) return 'asset';
  return /\.[a-z0-9]+$/i.test(path) ? 'other' : 'page';
}

/** The file that answers a path. */
export function servedFile(path: string): string {
  return servedKind(path) === 'page' && !isHtml(path) ? '/index.html' : path;
}

function isHtml(path: string): boolean {
  return /\.html?$/i.test(path);
}

/**
 * The headers of one kind of file: the one source for the served build, the tests and the file made for a host.
 * The bridge sends no COOP, which would cut it off from the frame that waits for it.
 */
export function headersFor(kind: Served, origins: Origins): Readonly<Record<string, string>> {
  switch (kind) {
    case 'page':
      return {
        ...closedHeaders,
        'Content-Security-Policy': pagePolicy(origins),
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cache-Control': 'no-cache',
      };
    case 'bridge':
      return {
        ...closedHeaders,
        'Content-Security-Policy': bridgePolicy,
        'X-Frame-Options': 'SAMEORIGIN',
        'Cache-Control': 'no-store',
      };
    case 'asset':
      return { ...closedHeaders, 'Cache-Control': 'public, max-age=31536000, immutable' };
    case 'config':
      return { ...closedHeaders, 'Cache-Control': 'no-store' };
    case 'other':
      return { ...closedHeaders, 'Cache-Control': 'no-cache' };
  }
}
