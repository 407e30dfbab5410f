import { createServer } from 'vite';
import { startSimulator } from '../simulator/server.ts';
import { readPorts } from './ports.ts';
import { configForHost, describeTenants } from './tenants.ts';

/** The app from its sources, with hot reload, beside the simulator. Vite's own scripts do not fit the strict headers. */
const { appPort, simPort } = readPorts();
const ports = { appPort, simPort };

try {
  const simulator = await startSimulator({ port: simPort, appPort });
  const configFor = configForHost(simulator, ports);
  const vite = await createServer({
    server: { host: '127.0.0.1', port: appPort, strictPort: true },
    plugins: [
      {
        name: 'config-by-host',
        configureServer({ middlewares }) {
          middlewares.use('/config.json', (request, response) => {
            const { hostname } = new URL(`http://${request.headers.host ?? 'localhost'}`);
            void configFor(hostname).then((config) => {
              response.writeHead(config === undefined ? 404 : 200, {
                'Content-Type': 'application/json',
                'Cache-Control': 'no-store',
              });
              response.end(config === undefined ? '' : JSON.stringify(config));
            });
          });
        },
      },
    ],
  });
  await vite.listen();
  console.log(`\n${describeTenants(simulator, ports)}`);
  const stop = () => void Promise.all([vite.close(), simulator.close()]).then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(`Actiondesk did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
