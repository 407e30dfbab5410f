import type { Tenant } from '../tenants/tenant.ts';
import type { GraphAnswer, GraphRequest } from './message.ts';
import type { Access } from './permissions.ts';

/** What a handler is given. `params` are the `{name}` segments of its path. */
export interface Call {
  readonly tenant: Tenant;
  readonly request: GraphRequest;
  readonly params: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `/security/incidentTasks/{taskId}`; OData actions have a short and a qualified form. */
  readonly paths: readonly string[];
  readonly access: Access;
  readonly handle: (call: Call) => GraphAnswer;
}

/** Fills `{name}` segments; undefined when the path is another. Graph does not look at the case of fixed segments. */
function matchPath(pattern: string, segments: readonly string[]): Record<string, string> | undefined {
  const parts = pattern.slice(1).split('/');
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

/** The segment at which an unknown path leaves all known ones; its area is known. */
export function firstUnknownSegment(routes: readonly Route[], segments: readonly string[]): string {
  const paths = routes.flatMap((route) => route.paths);
  const isKnown = (start: readonly string[]) =>
    paths.some((path) => {
      const pattern = path.split('/').slice(0, start.length + 1);
      return matchPath(pattern.join('/'), start) !== undefined;
    });
  const at = segments.findIndex((_, index) => index > 0 && !isKnown(segments.slice(0, index + 1)));
  return segments.at(at) ?? '';
}

export type Match =
  | { readonly found: 'route'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly found: 'pathOnly' }
  | { readonly found: 'nothing' };

/** Finds the route of a request, and tells an unknown path from a known one with another verb. */
export function matchRoute(
  routes: readonly Route[],
  request: Pick<GraphRequest, 'method' | 'segments'>,
): Match {
  let pathKnown = false;
  for (const route of routes) {
    for (const path of route.paths) {
      const params = matchPath(path, request.segments);
      if (!params) continue;
      if (route.method === request.method) return { found: 'route', route, params };
      pathKnown = true;
    }
  }
  return { found: pathKnown ? 'pathOnly' : 'nothing' };
}
