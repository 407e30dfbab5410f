import type { Context } from 'hono';
import { html } from 'hono/html';
import { requireClient, requireParameter } from './authorize-request.ts';
import { readClaims } from './claims-request.ts';
import { appName } from './client.ts';
import { deviceCodeSeconds } from './device-codes.ts';
import type { Directory } from './directory.ts';
import { continueSignIn } from './interaction.ts';
import { OAuthError } from './oauth-error.ts';
import { answerPage } from './page.ts';
import { readScopes } from './scopes.ts';
import { requireScript, type TokenRequest } from './token-callers.ts';
import { answerPerson, type TokenResponse } from './token-response.ts';

/** How a script signs in a person: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */

/** The documented name, and the short one that MSAL for Node sends. */
export const deviceGrantTypes: readonly string[] = [
  'urn:ietf:params:oauth:grant-type:device_code',
  'device_code',
];

/** @param origin the address this request came to: its person goes to the same */
export function answerDeviceRequest(directory: Directory, { params, origin, pageOrigin }: TokenRequest) {
  requireClient(directory, params);
  requireScript({ pageOrigin });
  const scopes = readScopes(requireParameter(params, 'scope'));
  const claims = readClaims(params.get('claims') ?? undefined);
  const { code, grant } = directory.deviceCodes.issue({ scopes, claims });
  const address = `${origin}${devicePagePath(directory)}`;
  return {
    user_code: grant.userCode,
    device_code: code,
    verification_uri: address,
    expires_in: deviceCodeSeconds,
    interval: 5,
    message: `To sign in, use a web browser to open the page ${address} and enter the code ${grant.userCode} to authenticate.`,
  };
}

const devicePagePath = ({ tenantId }: Directory) => `/${tenantId}/oauth2/deviceauth`;

/** Asks for the code that the device shows. */
export function answerDevicePage(
  c: Context,
  directory: Directory,
  complaint = '',
): Response | Promise<Response> {
  return answerPage(
    c,
    directory,
    'Enter code',
    html`<p>Enter the code that your app or device shows, to sign in to ${appName} there.</p>
      <p role="alert">${complaint}</p>
      <form method="post" action="${devicePagePath(directory)}">
        <label>Code <input name="otc" autocomplete="off" required></label>
        <div class="answers"><button class="primary">Next</button></div>
      </form>`,
  );
}

/** Signs in the person who typed a code. */
export function takeUserCode(
  c: Context,
  directory: Directory,
  form: URLSearchParams,
): Response | Promise<Response> {
  const grant = directory.deviceCodes.findByUserCode(form.get('otc') ?? '');
  if (grant === undefined) {
    return answerDevicePage(c, directory, "That code didn't work. Check the code and try again.");
  }
  const { scopes, claims } = grant;
  return continueSignIn(c, directory, {
    request: {
      kind: 'device',
      reply: undefined,
      scopes,
      prompt: 'select_account',
      hint: undefined,
      claims,
      grant,
    },
    persona: undefined,
    accepted: false,
  });
}

/** The errors are documented, and so are the codes of the first three; that of the last two is a guess. */
const refusals = {
  pending: [
    'authorization_pending',
    70016,
    'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  ],
  unknown: ['bad_verification_code', 70018, 'The verification code is not known.'],
  expired: ['expired_token', 70019, 'The verification code expired. Sign in again.'],
  declined: ['authorization_declined', 65004, 'User declined to consent to access the app.'],
  redeemed: ['invalid_grant', 54005, 'The device code was already redeemed.'],
} as const;

function refuse(reason: keyof typeof refusals): OAuthError {
  const [error, code, text] = refusals[reason];
  return new OAuthError(error, code, text);
}

export async function redeemDeviceCode(directory: Directory, request: TokenRequest): Promise<TokenResponse> {
  requireScript(request);
  const grant = directory.deviceCodes.find(requireParameter(request.params, 'device_code'));
  if (grant === undefined) throw refuse('unknown');
  const { state, scopes } = grant;
  if (state.kind === 'pending' && Date.now() >= grant.expiresAt) throw refuse('expired');
  if (state.kind !== 'approved') throw refuse(state.kind);
  grant.state = { kind: 'redeemed' };
  const claims = readClaims(request.params.get('claims') ?? undefined);
  return answerPerson(directory, request.origin, {
    persona: state.persona,
    scopes,
    capabilities: [...new Set([...grant.claims.capabilities, ...claims.capabilities])],
    proven: state.proven,
    refresh: { signedInAt: Date.now(), client: 'script' },
  });
}
