import { candidates } from '../e2e/engines/installed.ts';
import { installPackages } from './browser.ts';
import { run, runBin } from './run.ts';

/**
 * Plays the core journeys in Firefox and WebKit over a fresh build, and installs what is missing. Arguments choose:
 * `npm run engines -- webkit --pictures /tmp/pictures --built`.
 */
const args = process.argv.slice(2);
const named = candidates.filter(({ name }) => args.includes(name));
const chosen = named.length > 0 ? named : candidates;

for (const { name, packages, find } of chosen) {
  if (find()) continue;
  console.log(`Installing ${packages.join(' and ')}…`);
  await installPackages(...packages);
  if (find()) continue;
  console.error(
    `${name} was not found and could not be installed. As root on Debian: apt install ${packages.join(' ')}`,
  );
  process.exit(1);
}
if (!args.includes('--built')) {
  const built = await runBin('vite', ['build', '--logLevel', 'warn']);
  if (built !== 0) process.exit(built);
}
// Node has its WebSocket by default from version 22 on.
const play = ['--experimental-websocket', '--import', 'tsx', 'e2e/engines/play.ts'];
process.exit(await run(process.execPath, [...play, ...args]));
