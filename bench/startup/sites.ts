import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serveApp } from '../../scripts/serve.ts';
import { configForHost } from '../../scripts/tenants.ts';
import { type SimulatorServer, startSimulator } from '../../simulator/server.ts';
import { buildPages } from '../lib/built-site.ts';

/** A page to be measured, served as a host would serve the app: same headers, same compression. */
export interface Site {
  readonly url: string;
  /** Matches as soon as a row of data is in the page. */
  readonly firstRow: string;
  readonly needsSignIn: boolean;
  readonly close: () => Promise<void>;
}

/** The app of a build, with a simulator of its own that answers at once. */
export async function serveDesk(folder: string): Promise<Site> {
  // The simulator registers the app's port, so it starts second; nobody asks for the app before.
  let simulator: SimulatorServer | undefined;
  let ports = { appPort: 0, simPort: 0 };
  const server = await serveApp({
    folder,
    port: 0,
    configFor: async (host) => simulator && configForHost(simulator, ports)(host),
  });
  const appPort = portOf(server);
  simulator = await startSimulator({ port: 0, appPort });
  ports = { appPort, simPort: Number(new URL(simulator.origin).port) };
  const { close } = simulator;
  return {
    url: `http://localhost:${appPort}/profiles`,
    firstRow: '[role=grid][aria-label="Driver profiles"] [role=row] a',
    needsSignIn: true,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await close();
    },
  };
}

/** The app, built from the sources as they are. */
export async function buildDesk(): Promise<Site> {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-'));
  await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  return removing(outDir, await serveDesk(outDir));
}

/** One of the pages that the app is compared with: the folder `plain` or `practical`. */
export async function buildFloor(name: 'plain' | 'practical'): Promise<Site> {
  const folder = await buildPages(join(import.meta.dirname, name), ['index.html']);
  const origin = 'http://localhost';
  // A floor asks nobody but its own host; the config is there for its headers.
  const config = {
    clientId: '00000000-0000-4000-8000-000000000000',
    authority: 'https://login.microsoftonline.com/organizations',
    graphBaseUrl: 'https://graph.microsoft.com/beta',
  };
  const server = await serveApp({ folder, port: 0, configFor: async () => config });
  return removing(folder, {
    url: `${origin}:${portOf(server)}/`,
    firstRow: '[data-row]',
    needsSignIn: false,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

function removing(folder: string, site: Site): Site {
  return {
    ...site,
    close: async () => {
      await site.close();
      await rm(folder, { recursive: true });
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
