import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Directory } from './directory.ts';

/** A cookie per tenant, since two tenants can be visited under one host name. */
function cookieName(directory: Directory): string {
  return `entra_session_${directory.tenantId}`;
}

export function readSessionId(c: Context, directory: Directory): string | undefined {
  return getCookie(c, cookieName(directory));
}

/** Lax is enough for hidden iframes, as the app is on the same site. Not Secure: the simulator speaks plain http. */
export function writeSessionId(c: Context, directory: Directory, sessionId: string): void {
  setCookie(c, cookieName(directory), sessionId, { httpOnly: true, sameSite: 'Lax', path: '/' });
}

export function clearSessionId(c: Context, directory: Directory): void {
  deleteCookie(c, cookieName(directory), { path: '/' });
}
