import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Directory } from './directory.ts';
import { describeError, type OAuthError } from './oauth-error.ts';
import { stylePath } from './style.ts';

/** Markup made by `html`, which escapes whatever is put into it. */
export type Markup = ReturnType<typeof html>;

/**
 * Answers with one of the simulator's own pages.
 * @param directory whose app a form on the page may lead back to; undefined for a page without a form
 */
export function answerPage(
  c: Context,
  directory: Directory | undefined,
  title: string,
  content: Markup,
  status: 200 | 400 = 200,
): Response | Promise<Response> {
  c.header('Content-Security-Policy', pagePolicy(directory?.appOrigins() ?? []));
  // With `no-referrer` a form would be sent from the origin `null`, which is everyone's.
  c.header('Referrer-Policy', 'same-origin');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cache-Control', 'no-store');
  return c.html(
    html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="${stylePath}">
  </head>
  <body>
    <main>
      <p class="notice">Simulated sign-in: no real account, no password</p>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>
`,
    status,
  );
}

/** Browsers hold `form-action` against the redirect that answers a form too, and that one leads to the app. */
function pagePolicy(appOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...appOrigins].join(' ')}`,
  ].join('; ');
}

/** A refusal that cannot be sent back to the app. */
export function answerErrorPage(
  c: Context,
  refusal: OAuthError,
  correlationId: string | undefined,
): Response | Promise<Response> {
  const { trace_id, correlation_id, timestamp } = describeError(refusal, correlationId);
  return answerPage(
    c,
    undefined,
    "We couldn't sign you in",
    html`<p>${refusal.headline}</p>
      <ul class="detail">
        <li>Trace ID: ${trace_id}</li>
        <li>Correlation ID: ${correlation_id}</li>
        <li>Timestamp: ${timestamp}</li>
      </ul>`,
    400,
  );
}
