import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Directory } from './directory.ts';
import { answerPage } from './page.ts';
import { clearSessionId, readSessionId } from './session-cookie.ts';

/**
 * Signs one person out if `logout_hint` names one, else everybody in this browser; then back to the app.
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request
 */
export function answerLogout(c: Context, directory: Directory): Response | Promise<Response> {
  const sessionId = readSessionId(c, directory);
  if (sessionId !== undefined) {
    const hint = c.req.query('logout_hint');
    const persona = hint === undefined ? undefined : directory.findPersona(hint);
    if (persona === undefined) directory.sessions.end(sessionId);
    else directory.sessions.signOut(sessionId, persona.id);
    if (directory.sessions.personasOf(sessionId).length === 0) clearSessionId(c, directory);
  }
  const target = readLogoutTarget(c, directory);
  if (target === undefined) {
    return answerPage(
      c,
      undefined,
      'You signed out of your account',
      html`<p>It's a good idea to close all browser windows.</p>`,
    );
  }
  c.header('Cache-Control', 'no-store');
  return c.redirect(target.href);
}

/** `post_logout_redirect_uri` with the `state`, if it leads to the app. */
function readLogoutTarget(c: Context, directory: Directory): URL | undefined {
  const address = c.req.query('post_logout_redirect_uri') ?? '';
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!directory.appOrigins().includes(url.origin)) return undefined;
  const state = c.req.query('state');
  if (state !== undefined) url.searchParams.set('state', state);
  return url;
}
