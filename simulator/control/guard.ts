import type { MiddlewareHandler } from 'hono';

function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1';
}

/** No web page elsewhere may steer the simulator: neither by a form or fetch of its own, nor by a name that points here. */
export const onlyFromHere: MiddlewareHandler = async (c, next) => {
  const { host } = new URL(c.req.url);
  const origin = c.req.header('origin');
  const sameOrigin = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (!isLoopback(host) || !sameOrigin)
    return c.json({ error: 'Only this machine, and no other site, may ask.' }, 403);
  await next();
  return undefined;
};
