import { expect, it } from 'vitest';
import { areasOf } from './areas.ts';

const intuneAdministrator = '3a2c62db-5318-420d-8d74-23affee5d9d5';
const securityOperator = '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f';
const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';

it.each([
  ['an Intune Administrator', [intuneAdministrator], true, { drivers: true, incidents: false }],
  ['a Security Operator', [securityOperator], true, { drivers: false, incidents: true }],
  [
    'a person with both roles',
    [securityOperator, intuneAdministrator],
    true,
    { drivers: true, incidents: true },
  ],
  ['a Global Reader', [globalReader], true, { drivers: true, incidents: true }],
  ['a person whose roles aren’t known', [], true, { drivers: true, incidents: true }],
  ['a person of another role', ['another'], true, { drivers: true, incidents: true }],
  [
    'a Security Operator in a cloud without Defender',
    [securityOperator],
    false,
    { drivers: true, incidents: false },
  ],
])('%s sees what the roles cover', (_who, roles, hasDefender, areas) => {
  expect(areasOf(roles, hasDefender)).toEqual(areas);
});
