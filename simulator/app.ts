import { Hono } from 'hono';
import type { Ports } from './app-config.ts';
import { pageRoutes } from './control/page-routes.ts';
import { controlRoutes } from './control/routes.ts';
import { entraRoutes } from './entra/routes.ts';
import { elsewhereRoutes } from './graph/elsewhere.ts';
import { answerUnknownVersion, graphRoutes } from './graph/gateway.ts';
import { onlyFromTheApp } from './guard.ts';
import { createTenants, type TenantRegistry } from './tenants/registry.ts';

export interface SimulatorOptions extends Ports {
  /** Tenants to serve; the standing ones without it. */
  readonly tenants?: TenantRegistry;
}

/** The whole simulator as one function from Request to Response: Entra ID, Graph, control endpoint and its page. */
export function createSimulatorApp(options: SimulatorOptions): Hono {
  const { tenants = createTenants(options.appPort), ...ports } = options;
  const app = new Hono();
  app.use('*', onlyFromTheApp(ports));
  app.route('/', controlRoutes(tenants, ports));
  app.route('/', pageRoutes(tenants, ports));
  app.route('/', graphRoutes(tenants.find));
  app.route('/', elsewhereRoutes(tenants.find));
  app.route('/', entraRoutes(tenants.find));
  app.notFound(answerUnknownVersion);
  return app;
}
