import { expect, it } from 'vitest';
import { techniquesOf } from './mitre.ts';
import { tacticNames, techniqueNames } from './mitre-names.ts';
import { testAlert } from './test-alerts.ts';

it('techniques come once each in the order of the kill chain, with names and links', () => {
  const techniques = techniquesOf([
    testAlert({ mitreTechniques: ['T1003.001', 'T1059.001', 't1003.001'], category: 'CredentialAccess' }),
    testAlert({ mitreTechniques: ['T1566.001', 'T1003.099', 'T9999', 'X<1>'], category: 'Lateral Movement' }),
    testAlert({ mitreTechniques: ['T9998'], category: 'SuspiciousActivity' }),
  ]);
  expect(techniques.map(({ id, name, tactic }) => [id, name, tactic])).toEqual([
    ['T1566.001', 'Spearphishing attachment', 'Initial access'],
    ['T1059.001', 'PowerShell', 'Execution'],
    ['T1003.001', 'LSASS memory', 'Credential access'],
    ['T1003.099', 'OS credential dumping', 'Credential access'],
    ['T9999', '', 'Lateral movement'],
    ['X<1>', '', 'Lateral movement'],
    ['T9998', '', ''],
  ]);
  expect(techniques.map(({ href }) => href).slice(2, 6)).toEqual([
    'https://attack.mitre.org/techniques/T1003/001/',
    'https://attack.mitre.org/techniques/T1003/099/',
    'https://attack.mitre.org/techniques/T9999/',
    undefined,
  ]);
});

it('each technique of the table has a tactic of the table', () => {
  const unknown = [...techniqueNames].filter(([, [, tactic]]) => !tacticNames.has(tactic));
  expect(unknown).toEqual([]);
});
