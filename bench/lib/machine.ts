import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** In GiB. */
  readonly memory: number;
  readonly kernel: string;
  /** Load over the last minute, when asked. Above the number of cores, the figures are not worth much. */
  readonly load: number;
}

/** What the figures were measured on. */
export function describeMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memory: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** The installed versions of packages, and of Node. */
export function describeVersions(packages: readonly string[]): Readonly<Record<string, string>> {
  const versions: Record<string, string> = { node: process.versions.node };
  for (const name of packages) {
    const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }; // npm's own format
    versions[name] = version;
  }
  return versions;
}
