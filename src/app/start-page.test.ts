import { expect, it } from 'vitest';
import { startPage } from './start-page.ts';

const operator = '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f';
const intune = '3a2c62db-5318-420d-8d74-23affee5d9d5';

it.each([
  ['a SOC analyst', [operator], null, true, '/incident-tasks'],
  ['a driver admin', [intune], null, true, '/profiles'],
  ['a driver admin who looked at tasks last', [intune], '/incident-tasks', true, '/profiles'],
  ['a person whose roles are not sent', [], '/incident-tasks', true, '/incident-tasks'],
  ['a person whose roles are not sent, for the first time', [], null, true, '/profiles'],
  ['a SOC analyst in a cloud without Defender', [operator], '/incident-tasks', false, '/profiles'],
] as const)('%s starts at the right page', (_who, roles, lastArea, hasDefender, expected) => {
  expect(startPage(roles, lastArea, hasDefender)).toBe(expected);
});
