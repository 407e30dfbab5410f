import { createServer } from 'node:net';

/**
 * The ports of the app and of the simulator: `APP_PORT`, `SIM_PORT` and `SIM_TLS_PORT`, or the usual ones. Beside a
 * simulator at a port of its own, TLS takes any free one (0): its tenants' config.json tells which.
 */
export function readPorts(): { appPort: number; simPort: number; tlsPort: number } {
  const usualTls = process.env.SIM_PORT ? 0 : 5002;
  return {
    appPort: readPort('APP_PORT', 4173),
    simPort: readPort('SIM_PORT', 5001),
    tlsPort: readPort('SIM_TLS_PORT', usualTls),
  };
}

function readPort(variable: string, usual: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(`${variable} must be a port number from 1 to 65535, not "${text}".`);
    process.exit(1);
  }
  return port;
}

/** A port that nothing listens on now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
