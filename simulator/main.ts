import { PortInUse, startSimulator } from './server.ts';
import { seedWords } from './tenants/tenant.ts';

/** A port from the environment. */
function readPort(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${name} is not a port: '${text}'`);
  return port;
}

async function main(): Promise<void> {
  const appPort = readPort('APP_PORT', 4173);
  const tlsPort = readPort('SIM_TLS_PORT', process.env.SIM_PORT ? 0 : 5002);
  const simulator = await startSimulator({ port: readPort('SIM_PORT', 5001), appPort, tlsPort });
  console.log(
    `Simulated Entra ID and Graph at ${simulator.origin}, for the app at http://localhost:${appPort}`,
  );
  console.log(
    simulator.tlsOrigin === undefined
      ? `Port ${tlsPort} is in use, so that no tenant can have its Graph over HTTP/2. SIM_TLS_PORT chooses another.`
      : `Graph over HTTP/2 for tenants that ask for it: ${simulator.tlsOrigin}`,
  );
  for (const tenant of simulator.tenants.list()) {
    console.log(`\n${tenant.name}  http://${tenant.name}.localhost:${appPort}  ${seedWords[tenant.seed]}`);
    for (const persona of tenant.personas) {
      console.log(`  ${tenant.directory.upnOf(persona).padEnd(30)} ${persona.note}`);
    }
  }
  const stop = () => {
    void simulator.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  const hint = error instanceof PortInUse ? ' Stop what uses it, or set SIM_PORT.' : '';
  console.error(`The simulator did not start: ${error instanceof Error ? error.message : error}${hint}`);
  process.exitCode = 1;
}
