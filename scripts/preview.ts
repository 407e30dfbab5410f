import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDeployConfig } from './deploy-config.ts';
import { readPorts } from './ports.ts';
import { serveApp } from './serve.ts';

/** Serves the build with its production headers and its own config.json: a real tenant, tried before it is deployed. */
const { appPort } = readPorts();
const folder = process.env.BUILD_FOLDER ?? 'dist';

try {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`There is no build in ${folder}. Make one: npm run build`);
  }
  const { config, json } = await readDeployConfig(join(folder, 'config.json'));
  const server = await serveApp({ folder, port: appPort, configFor: async () => json });
  console.log(
    [
      `Actiondesk     http://localhost:${appPort}`,
      `cloud          ${config.cloud}`,
      `tenant         ${config.tenant}`,
      `redirect URI   http://localhost:${appPort}/redirect.html`,
      '',
      'The app registration must know this redirect URI, as one of a single-page application.',
      'This is a real tenant: what you approve here is approved. Ctrl+C ends it.',
    ].join('\n'),
  );
  const stop = () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
