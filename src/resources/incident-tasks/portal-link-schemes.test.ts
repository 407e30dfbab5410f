import fc from 'fast-check';
import { expect, it } from 'vitest';
import { portalLink } from './portal-link.ts';

it.each([
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'DATA:text/html,//security.microsoft.com/incidents/1',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'vbscript:msgbox(1)',
  'blob:https://security.microsoft.com/1',
  'filesystem:https://security.microsoft.com/x',
  'file:///etc/passwd',
  'view-source:https://security.microsoft.com/',
  '//security.microsoft.com/incidents/1',
])('[M2] no link is made of %j', (incidentWebUrl) => {
  expect(portalLink({ incidentWebUrl })).toBeUndefined();
});

it('[M2] whatever it is made of, a link leads by https to the portal', () => {
  const part = fc.constantFrom(
    'https:',
    'http:',
    'data:',
    '//',
    '/',
    '@',
    ':',
    '?',
    '#',
    '\\',
    '\t',
    'security.microsoft.com',
    'evil.example',
    '%2f',
    '.',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
      (text) => {
        const link = portalLink({ incidentWebUrl: text });
        if (link === undefined) return;
        const { protocol, host } = new URL(link);
        expect([protocol, host]).toEqual(['https:', 'security.microsoft.com']);
      },
    ),
    { numRuns: 1_000 },
  );
});
