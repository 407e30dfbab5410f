import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { configOf } from '../simulator/app-config.ts';
import { checkDeployConfig, readDeployConfig } from './deploy-config.ts';

const tenant = '11111111-2222-4333-8444-555555555555';
const real = {
  clientId: '99999999-8888-4777-8666-555555555555',
  authority: `https://login.microsoftonline.com/${tenant}`,
  graphBaseUrl: 'https://graph.microsoft.com/beta',
};
const simulated = configOf({ id: tenant, name: 'contoso' }, { appPort: 4173, simPort: 5001 }, 'localhost');

test('a config of a real tenant passes', () => {
  expect(checkDeployConfig('config.json', real, false)).toMatchObject({ cloud: 'Global', tenant });
});

test('[SR-37] a config of the simulator is refused unless it is asked for', () => {
  expect(() => checkDeployConfig('config.json', simulated, false)).toThrow('is for a simulated tenant');
  expect(checkDeployConfig('config.json', simulated, true)).toMatchObject({ simulated: true });
});

test('a wrong config is refused by its file and its key', () => {
  expect(() => checkDeployConfig('dist/config.json', { ...real, clientId: 'actiondesk' }, false)).toThrow(
    'dist/config.json can’t be used. clientId: is not a GUID',
  );
});

const folder = mkdtempSync(join(tmpdir(), 'actiondesk-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file that is missing, and one that is no JSON, are told apart', async () => {
  await expect(readDeployConfig(join(folder, 'none.json'))).rejects.toThrow('There is no');
  const file = join(folder, 'config.json');
  writeFileSync(file, '{ clientId: ');
  await expect(readDeployConfig(file)).rejects.toThrow('is not JSON');
  writeFileSync(file, JSON.stringify(real));
  await expect(readDeployConfig(file)).resolves.toMatchObject({ json: real });
});
