import { expect, it } from 'vitest';
import { alertStatusText, categoryText, detectionText, whyNoAlerts } from './alert-words.ts';

it('members that Graph writes without blanks are told as words, and others as they came', () => {
  expect(
    ['LateralMovement', 'InitialAccess', 'Malware', 'SQLInjection', ''].map((category) =>
      categoryText({ category }),
    ),
  ).toEqual(['Lateral movement', 'Initial access', 'Malware', 'SQLInjection', '']);
  const statuses = ['new', 'inProgress', 'resolved', 'unknown', 'parked\u200B'];
  expect(statuses.map((status) => alertStatusText({ status }))).toEqual([
    'New',
    'In progress',
    'Resolved',
    '',
    'parked[U+200B]',
  ]);
});

it('an alert names its product, and what found it where that is another', () => {
  const text = (productName: string, serviceSource: string, detectionSource: string) =>
    detectionText({ productName, serviceSource, detectionSource });
  const endpoint = 'microsoftDefenderForEndpoint';
  expect(text('Microsoft Defender for Endpoint', endpoint, endpoint)).toBe('Microsoft Defender for Endpoint');
  expect(text('Microsoft Defender for Endpoint', endpoint, 'antivirus')).toBe(
    'Microsoft Defender for Endpoint, antivirus',
  );
  expect(text('', endpoint, '')).toBe('Microsoft defender for endpoint');
  expect(text('', '', 'customTi')).toBe('Custom ti');
});

it('where alerts are refused, the half of the right is named that is missing', () => {
  expect(whyNoAlerts({ raw: '{"message":"Missing application scopes. API required scopes: …"}' })).toMatch(
    /^Actiondesk lacks the permission SecurityAlert\.Read\.All/,
  );
  expect(whyNoAlerts({ raw: 'Missing application roles.' })).toMatch(/^Your account lacks a Defender role/);
  expect(whyNoAlerts({})).toMatch(/^Your account may lack .* SecurityAlert\.Read\.All/);
});
