// The way in: needs nothing but Node, installs what is missing, then hands over. Every npm script starts here, because
// npm's own `pre` scripts do not run under `ignore-scripts`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task = 'start', ...rest] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Actiondesk needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const installed = join(root, 'node_modules/.package-lock.json');
const wanted = join(root, 'package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
  console.log('Installing packages…');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('npm ci failed: see above.');
    process.exit(npm.status ?? 1);
  }
}

const tasks = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  check: 'scripts/check.ts',
  e2e: 'scripts/e2e.ts',
  dev: 'scripts/dev.ts',
  build: 'scripts/build.ts',
  headers: 'scripts/headers-file.ts',
  preview: 'scripts/preview.ts',
  simulator: 'simulator/main.ts',
  engines: 'scripts/engines.ts',
  chaos: 'scripts/chaos.ts',
  mutation: 'scripts/mutation.ts',
  model: 'scripts/model.ts',
  screenshots: 'scripts/screenshots.ts',
  'bench:startup': 'bench/startup/run.ts',
  'bench:fleet': 'bench/fleet/run.ts',
  'bench:grid': 'bench/grid/run.ts',
  'bench:incidents': 'bench/incidents/run.ts',
  'bench:interaction': 'bench/interaction/run.ts',
  'bench:throttle': 'bench/throttle/run.ts',
};
if (!Object.hasOwn(tasks, task)) {
  console.error(`There is no task "${task}". There are: ${Object.keys(tasks).join(', ')}.`);
  process.exit(1);
}

const child = spawn(process.execPath, ['--import', 'tsx', join(root, tasks[task]), ...rest], {
  cwd: root,
  stdio: 'inherit',
});
// Ctrl+C reaches the child by itself; this process only waits for its clean end.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (signal === 'SIGTERM') child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
