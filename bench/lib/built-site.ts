import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

export interface BuiltSite {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const config = { configFile: false, logLevel: 'warn' } as const;

/** Builds a folder's pages as for production into a new folder outside of the repository, and gives its path. */
export async function buildPages(root: string, pages: readonly string[]): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const input = pages.map((page) => join(root, page));
  await build({
    ...config,
    root,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'esnext', rolldownOptions: { input } },
  });
  return outDir;
}

/** Builds a folder's pages and serves them on a free port. */
export async function buildSite(root: string, pages: readonly string[]): Promise<BuiltSite> {
  const outDir = await buildPages(root, pages);
  const server = await preview({
    ...config,
    root,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
