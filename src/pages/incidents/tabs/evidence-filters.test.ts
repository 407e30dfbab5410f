import { expect, it } from 'vitest';
import { evidenceName, evidenceOf } from '../../../resources/incidents/evidence-summary.ts';
import { testAlert, testEvidence } from '../../../resources/incidents/test-alerts.ts';
import { choicesIn, evidenceByKind, filterEvidence, noFilters, toggled } from './evidence-filters.ts';

const items = evidenceOf([
  testAlert({}, [
    testEvidence('device', {
      hostName: 'FIN-LT-0231',
      verdict: 'suspicious',
      remediationStatus: 'remediated',
    }),
    testEvidence('ip', { ipAddress: '203.0.113.44', verdict: 'malicious', countryLetterCode: 'RU' }),
    testEvidence('device', { hostName: 'SRV-FILE-02' }),
  ]),
]);
const names = (filters: Partial<typeof noFilters>) =>
  filterEvidence(items, { ...noFilters, ...filters }).map(({ evidence }) => evidenceName(evidence));

it('evidence is found by every word of what is shown of it', () => {
  expect(names({})).toEqual(['203.0.113.44', 'FIN-LT-0231', 'SRV-FILE-02']);
  expect(names({ words: ' device  remediated' })).toEqual(['FIN-LT-0231']);
  expect(names({ words: '203 ru' })).toEqual(['203.0.113.44']);
  expect(names({ words: '203 device' })).toEqual([]);
});

it('and by its kind and its verdict, each with its count', () => {
  expect(names({ kinds: ['Devices'] })).toEqual(['FIN-LT-0231', 'SRV-FILE-02']);
  expect(names({ kinds: ['Devices'], verdicts: ['Suspicious'] })).toEqual(['FIN-LT-0231']);
  const { kinds, verdicts } = choicesIn(items);
  expect([...kinds]).toEqual([
    ['Devices', 2],
    ['IP addresses', 1],
  ]);
  expect([...verdicts]).toEqual([
    ['Malicious', 1],
    ['Suspicious', 1],
    ['Not judged', 1],
  ]);
  expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b']);
});

it('it stands under its kind, what tasks act on first', () => {
  expect(evidenceByKind(items).map(({ heading, items: own }) => [heading, own.length])).toEqual([
    ['Devices', 2],
    ['IP addresses', 1],
  ]);
});
