import { build } from 'vite';
import { startSimulator } from '../simulator/server.ts';
import { readPorts } from './ports.ts';
import { serveApp } from './serve.ts';
import { configForHost, describeTenants } from './tenants.ts';

/** Builds, starts the simulator and serves the built app. `--built` takes the build that is there. */
const ports = readPorts();
const { appPort, simPort, tlsPort } = ports;

try {
  if (!process.argv.includes('--built')) {
    console.log('Building…');
    await build({ logLevel: 'warn' });
  }
  const simulator = await startSimulator({ port: simPort, appPort, tlsPort });
  const app = await serveApp({
    folder: process.env.BUILD_FOLDER ?? 'dist',
    port: appPort,
    configFor: configForHost(simulator, ports),
  }).catch(async (error: unknown) => {
    await simulator.close();
    throw error;
  });
  console.log(`\n${describeTenants(simulator, ports)}`);
  const stop = () => {
    app.closeAllConnections();
    app.close(() => void simulator.close().then(() => process.exit(0)));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(`Actiondesk did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
