import type { Directory } from './directory.ts';
import { OAuthError } from './oauth-error.ts';

/** Who may ask for tokens: pages of the app with what a page was given, scripts with what a script was given. */

/** A request to the token endpoint. */
export interface TokenRequest {
  readonly params: URLSearchParams;
  /** The address the request came to, which the tokens name as their issuer. */
  readonly origin: string;
  /** The `Origin` header: where the page that asks is served. */
  readonly pageOrigin: string | undefined;
}

/** A single-page app's grants are redeemed by its pages only. */
export function requirePage(directory: Directory, { pageOrigin }: Pick<TokenRequest, 'pageOrigin'>): void {
  if (pageOrigin === undefined) {
    throw new OAuthError(
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  if (!directory.appOrigins().includes(pageOrigin)) throw foreignOrigin(pageOrigin);
}

/** Any password and any secret will do, so a page must not get anywhere with them: neither another site's nor the app's. */
export function requireScript({ pageOrigin }: Pick<TokenRequest, 'pageOrigin'>): void {
  if (pageOrigin !== undefined) throw foreignOrigin(pageOrigin);
}

function foreignOrigin(pageOrigin: string): OAuthError {
  return new OAuthError(
    'invalid_request',
    9002326,
    `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${pageOrigin}'.`,
  );
}
