import { copyFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readDeployConfig } from './deploy-config.ts';
import { staticWebAppConfig } from './static-web-app.ts';

/**
 * Writes dist/staticwebapp.config.json from dist/config.json. A path given takes that config.json into dist first, so
 * that the policy and the tenant can never disagree. `--simulated` allows a simulated tenant.
 */
const folder = process.env.BUILD_FOLDER ?? 'dist';
const deployed = join(folder, 'config.json');

try {
  const { values, positionals } = parseArgs({
    options: { simulated: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const given = positionals[0] ?? deployed;
  const { config } = await readDeployConfig(given, values.simulated);
  if (resolve(given) !== resolve(deployed)) await copyFile(given, deployed);
  const file = join(folder, 'staticwebapp.config.json');
  await writeFile(file, `${JSON.stringify(staticWebAppConfig(config), null, 2)}\n`);
  console.log(`${file} is written: cloud ${config.cloud}, tenant ${config.tenant}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
