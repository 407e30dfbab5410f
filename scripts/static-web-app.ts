import { closedHeaders, headersFor, type Origins, type Served } from '../headers.ts';

type Headers = Readonly<Record<string, string>>;

/** staticwebapp.config.json: https://learn.microsoft.com/azure/static-web-apps/configuration */
export interface StaticWebAppConfig {
  readonly globalHeaders: Headers;
  readonly routes: readonly {
    readonly route: string;
    readonly headers?: Headers;
    readonly statusCode?: number;
  }[];
  readonly navigationFallback: { readonly rewrite: string; readonly exclude: readonly string[] };
  readonly mimeTypes: Readonly<Record<string, string>>;
}

/** Which kind of file a route serves. The first match decides, so the catch-all for the app's own routes is last. */
const routes = [
  ['/redirect.html', 'bridge'],
  ['/config.json', 'config'],
  ['/assets/*', 'asset'],
  ['/*.{svg,txt}', 'other'],
  ['/*', 'page'],
] as const satisfies readonly (readonly [string, Served])[];

/** The host's own sign-in, which is on unless its addresses are closed. Actiondesk signs in with Entra ID alone. */
const closedRoutes = ['/.auth/login/aad', '/.auth/login/github'];

/**
 * The headers of headers.ts, for Azure Static Web Apps.
 *
 * Global headers go out with every response; a route can override one, but is only said to be able to remove it. So the
 * closed headers are global, and a path that no route foresees stays closed. COOP, which the bridge must not have, comes by
 * route.
 *
 * `trailingSlash` is left out on purpose: each of its values redirects /redirect.html to an address that no app
 * registration knows.
 */
export function staticWebAppConfig(origins: Origins): StaticWebAppConfig {
  const closedValues: Headers = closedHeaders;
  const headersOfRoute = (kind: Served): Headers =>
    Object.fromEntries(
      Object.entries(headersFor(kind, origins)).filter(([name, value]) => closedValues[name] !== value),
    );
  return {
    globalHeaders: closedHeaders,
    routes: [
      ...closedRoutes.map((route) => ({ route, statusCode: 404 })),
      ...routes.map(([route, kind]) => ({ route, headers: headersOfRoute(kind) })),
    ],
    navigationFallback: {
      rewrite: '/index.html',
      exclude: ['/assets/*', '/redirect.html', '/config.json', '/*.{svg,txt}'],
    },
    mimeTypes: { '.json': 'application/json', '.svg': 'image/svg+xml', '.txt': 'text/plain' },
  };
}
