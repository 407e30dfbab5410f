import { expect, it } from 'vitest';
import { incidentPage, portalLink } from './portal-link.ts';

it('leads to the incident in the Defender portal', () => {
  const incidentWebUrl = 'https://security.microsoft.com/incidents/2972395?tid=1';
  expect(portalLink({ incidentWebUrl })).toBe(incidentWebUrl);
});

it.each([
  '',
  'incidents/2972395',
  'http://security.microsoft.com/incidents/1',
  'https://security.microsoft.com:8443/incidents/1',
  'https://security.microsoft.com.example/incidents/1',
  'https://security.microsoft.com@attacker.example/incidents/1',
  'javascript:alert(1)//https://security.microsoft.com',
])('[M2] does not lead to %j', (incidentWebUrl) => {
  expect(portalLink({ incidentWebUrl })).toBeUndefined();
});

it('of a task leads to its incident, and nowhere where the id is no number', () => {
  expect(incidentPage({ incident: { id: '2972395' } })).toBe(
    'https://security.microsoft.com/incidents/2972395',
  );
  expect(incidentPage({ incident: null })).toBe('');
  for (const id of ['', '../1', '1?x', 'a', '1\n']) expect(incidentPage({ incident: { id } }), id).toBe('');
});
