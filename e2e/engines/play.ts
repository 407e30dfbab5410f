import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../scripts/ports.ts';
import { serveApp } from '../../scripts/serve.ts';
import { configForHost } from '../../scripts/tenants.ts';
import { startSimulator } from '../../simulator/server.ts';
import { candidates } from './installed.ts';
import { journeys } from './journeys.ts';
import { personAt } from './person.ts';
import { endPrograms } from './processes.ts';
import type { Journey } from './scene.ts';
import type { Engine } from './session.ts';

// Plays each journey in each chosen engine. Each one gets a fresh browser and its own tenant.

const args = process.argv.slice(2);
const wanted = candidates.filter(({ name }) => args.includes(name));
const engines = (wanted.length > 0 ? wanted : candidates).flatMap(({ find }) => find() ?? []);
const at = args.indexOf('--pictures');
/** Where the pictures go: one of each step where they are asked for, else one of each failure. */
const pictures = at === -1 ? undefined : args[at + 1];

const appPort = await findFreePort();
const simPort = await findFreePort();
const simulator = await startSimulator({ port: simPort, appPort });
const app = await serveApp({
  folder: process.env.BUILD_FOLDER ?? 'dist',
  port: appPort,
  configFor: configForHost(simulator, { appPort, simPort }),
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void endPrograms().then(() => process.exit(1)));

const seconds = (since: number) => `${((Date.now() - since) / 1_000).toFixed(1)} s`.padStart(7);
const versions = new Set<string>();
let passed = 0;
let failed = 0;

async function play(engine: Engine, { title, steps }: Journey): Promise<void> {
  const starting = Date.now();
  const session = await engine.start();
  const version = `${engine.name} ${session.version}`;
  versions.add(version);
  console.log(`\n${version}: ${title} (started in${seconds(starting)})`);
  const name = `${engine.name}-${journeys.findIndex((journey) => journey.title === title) + 1}`.toLowerCase();
  const person = personAt(session);
  const tenant = simulator.tenants.create({ name, seed: 'contoso', adminConsent: true });
  const scene = { person, tenant, address: `http://${name}.localhost:${appPort}` };
  for (const [index, step] of steps.entries()) {
    const start = Date.now();
    const takePicture = async (folder: string) => {
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${name}-${index + 1}.png`);
      await person.takePicture(path);
      return path;
    };
    try {
      await step.play(scene);
      console.log(`  ok ${seconds(start)}  ${step.title}`);
      passed += 1;
      if (pictures !== undefined) await takePicture(pictures);
    } catch (error) {
      failed += 1;
      console.log(`  NOT${seconds(start)}  ${step.title}\n${error instanceof Error ? error.message : error}`);
      console.log(await takePicture(pictures ?? (await mkdtemp(join(tmpdir(), 'actiondesk-engines-')))));
      break;
    }
  }
  for (const complaint of session.complaints()) console.log(`  NOT expected on the console: ${complaint}`);
  failed += session.complaints().length;
  await session.end();
  await endPrograms();
}

try {
  for (const engine of engines) for (const journey of journeys) await play(engine, journey);
} finally {
  await endPrograms();
  app.closeAllConnections();
  app.close();
  await simulator.close();
}
console.log(`\n${[...versions].join(', ')}: ${passed} steps passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
