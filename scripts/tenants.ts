import { configOf, hostsOf, type Ports } from '../simulator/app-config.ts';
import type { SimulatorServer } from '../simulator/server.ts';
import { seedWords } from '../simulator/tenants/tenant.ts';

/** Which config.json the app gets at a host: that of the simulated tenant of this name, or undefined. */
export function configForHost(simulator: SimulatorServer, { appPort, simPort }: Ports) {
  const ports = { appPort, simPort, tlsPort: simulator.ports.tlsPort };
  return async (hostname: string): Promise<unknown> => {
    const host = hostname === '127.0.0.1' ? 'localhost' : hostname;
    const tenant = simulator.tenants.find(host === 'localhost' ? 'contoso' : (host.split('.')[0] ?? ''));
    return tenant && hostsOf(tenant).includes(host) ? configOf(tenant, ports, host) : undefined;
  };
}

/** Who can sign in where, for the terminal. */
export function describeTenants(simulator: SimulatorServer, { appPort, simPort, tlsPort }: Ports): string {
  const [contoso, ...others] = simulator.tenants.list();
  if (!contoso) return '';
  const people = contoso.personas.map(
    (persona) => `  ${contoso.directory.upnOf(persona).padEnd(32)} ${persona.note}`,
  );
  return [
    `Actiondesk           http://localhost:${appPort}`,
    ...others.map(
      ({ name, seed }) =>
        `  tenant ${name.padEnd(11)} http://${name}.localhost:${appPort}`.padEnd(54) + seedWords[seed],
    ),
    `Simulator            http://localhost:${simPort}   (faults, clock, log)`,
    ...(simulator.tlsOrigin === undefined && tlsPort
      ? [
          `Port ${tlsPort} is in use, so that no tenant can have its Graph over HTTP/2. SIM_TLS_PORT chooses another.`,
        ]
      : []),
    '',
    'Sign in as one of these; there is no password:',
    ...people,
    '',
    'Ctrl+C ends it.',
  ].join('\n');
}
