import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { readAdminConsentRequest, readAuthorizeRequest, readReplyAddress } from './authorize-request.ts';
import { answerDevicePage, answerDeviceRequest, takeUserCode } from './device-flow.ts';
import type { Directory } from './directory.ts';
import { answerInstanceDiscovery, answerOpenIdConfiguration } from './discovery.ts';
import { type Faulty, meetAuthorizeFault, meetTokenFault } from './faulty.ts';
import { continueSignIn, sendRefusalBack, takeAnswer } from './interaction.ts';
import { publicKeySet } from './keys.ts';
import { answerLogout } from './logout.ts';
import { describeError, OAuthError } from './oauth-error.ts';
import { answerErrorPage } from './page.ts';
import { style, stylePath } from './style.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import type { AuthorizeRequest } from './transaction.ts';

/** What of a tenant the sign-in needs. */
interface EntraTenant extends Faulty {
  readonly directory: Directory;
}

type Answer = Response | Promise<Response>;

/**
 * Entra ID's endpoints for every tenant, as a Hono app to be mounted at `/`.
 * @param findTenant by the first segment of the path: a tenant id or name
 */
export function entraRoutes(findTenant: (idOrName: string) => EntraTenant | undefined): Hono {
  const app = new Hono();

  /** @throws OAuthError AADSTS90002 */
  function requireTenant(c: Context): EntraTenant {
    const name = c.req.param('tenant') ?? '';
    const tenant = findTenant(name);
    if (tenant !== undefined) return tenant;
    throw new OAuthError(
      'invalid_request',
      90002,
      `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    );
  }

  /** For people: a refusal is a page. */
  async function answerWithPage(
    c: Context,
    answer: (directory: Directory, tenant: EntraTenant) => Answer,
  ): Promise<Response> {
    try {
      const tenant = requireTenant(c);
      return await answer(tenant.directory, tenant);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return answerErrorPage(c, error, c.req.query('client-request-id'));
    }
  }

  /** For programs: a refusal is JSON. */
  async function answerWithJson(
    c: Context,
    correlationId: string | undefined,
    answer: (directory: Directory) => Promise<object>,
  ): Promise<Response> {
    c.header('Cache-Control', 'no-store');
    try {
      return c.json(await answer(requireTenant(c).directory));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return c.json(describeError(error, correlationId), 400);
    }
  }

  // Also for an origin that is not registered, so that its page can read why it is refused.
  const anyOrigin = cors({ origin: (origin) => origin, allowMethods: ['GET', 'POST'], maxAge: 600 });
  const tokenPath = '/:tenant/oauth2/v2.0/token';
  const configurationPath = '/:tenant/v2.0/.well-known/openid-configuration';
  const keysPath = '/:tenant/discovery/v2.0/keys';
  const instancePath = '/common/discovery/instance';
  for (const path of [tokenPath, configurationPath, keysPath, instancePath]) app.use(path, anyOrigin);

  app.get(instancePath, answerInstanceDiscovery);
  app.get(configurationPath, (c) =>
    answerWithJson(c, undefined, async (directory) => answerOpenIdConfiguration(originOf(c), directory)),
  );
  app.get(keysPath, (c) => answerWithJson(c, undefined, publicKeySet));
  app.post(tokenPath, async (c) => {
    const params = await readForm(c);
    const correlationId = params.get('client-request-id') ?? c.req.header('client-request-id');
    const pageOrigin = c.req.header('origin');
    const failed = meetTokenFault(c, findTenant(c.req.param('tenant')) ?? {}, params);
    if (failed) return failed;
    return answerWithJson(c, correlationId, (directory) =>
      answerTokenRequest(directory, { params, origin: originOf(c), pageOrigin }),
    );
  });

  app.post('/:tenant/oauth2/v2.0/devicecode', async (c) => {
    const params = await readForm(c);
    const pageOrigin = c.req.header('origin');
    return answerWithJson(c, c.req.header('client-request-id'), async (directory) =>
      answerDeviceRequest(directory, { params, origin: originOf(c), pageOrigin }),
    );
  });
  app.get('/:tenant/oauth2/deviceauth', (c) =>
    answerWithPage(c, (directory) => answerDevicePage(c, directory)),
  );
  app.post('/:tenant/oauth2/deviceauth', async (c) => {
    const form = await readForm(c);
    return answerWithPage(c, (directory) => takeUserCode(c, directory, form));
  });

  app.on(['GET', 'POST'], '/:tenant/oauth2/v2.0/authorize', async (c) => {
    const params = await readParams(c);
    return answerWithPage(c, (directory, tenant) => authorize(c, directory, tenant, params));
  });
  app.on(['GET', 'POST'], ['/:tenant/adminconsent', '/:tenant/v2.0/adminconsent'], async (c) => {
    const params = await readParams(c);
    return answerWithPage(c, (directory) =>
      continueSignIn(c, directory, {
        request: readAdminConsentRequest(directory, params),
        persona: undefined,
        accepted: false,
      }),
    );
  });
  app.post('/:tenant/continue', async (c) => {
    const form = await readForm(c);
    return answerWithPage(c, (directory) => takeAnswer(c, directory, form));
  });
  app.get('/:tenant/oauth2/v2.0/logout', (c) => answerWithPage(c, (directory) => answerLogout(c, directory)));
  app.get(stylePath, (c) =>
    c.text(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }),
  );
  return app;
}

function authorize(c: Context, directory: Directory, tenant: EntraTenant, params: URLSearchParams): Answer {
  const reply = readReplyAddress(directory, params);
  const fault = meetAuthorizeFault(tenant, params);
  if (fault) return sendRefusalBack(c, reply, fault);
  let request: AuthorizeRequest;
  try {
    request = readAuthorizeRequest(params, reply);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return sendRefusalBack(c, reply, error);
  }
  return continueSignIn(c, directory, { request, persona: undefined, accepted: false });
}

function originOf(c: Context): string {
  return new URL(c.req.url).origin;
}

async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

/** Of a request that may come as a link or as a form. */
async function readParams(c: Context): Promise<URLSearchParams> {
  return c.req.method === 'POST' ? readForm(c) : new URL(c.req.url).searchParams;
}
