/** The ports of the app and of the simulator: `APP_PORT` and `SIM_PORT`, or the usual ones. */
export function readPorts(): { appPort: number; simPort: number } {
  return { appPort: readPort('APP_PORT', 4173), simPort: readPort('SIM_PORT', 5001) };
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
