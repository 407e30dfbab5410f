import type { MiddlewareHandler } from 'hono';
import type { Ports } from './app-config.ts';

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
}

const refusal = { error: 'Only this machine, and no other site, may ask.' };

/**
 * Keeps web sites elsewhere away from all of the simulator. A name of theirs that points to this machine is refused by its
 * host, and their pages by their origin: it must be the app's or the simulator's own. A script sends no origin.
 */
export function onlyFromTheApp({ appPort, simPort, tlsPort }: Ports): MiddlewareHandler {
  const ports = [appPort, simPort, tlsPort].map(String);
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (!isLoopback(new URL(c.req.url).hostname)) return c.json(refusal, 403);
    if (origin !== undefined) {
      const from = URL.canParse(origin) ? new URL(origin) : undefined;
      if (!from || !isLoopback(from.hostname) || !ports.includes(from.port)) return c.json(refusal, 403);
    }
    await next();
    return undefined;
  };
}

/** Keeps even the app's pages away from what steers the simulator. */
export const onlyFromHere: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== new URL(c.req.url).host))
    return c.json(refusal, 403);
  await next();
  return undefined;
};
