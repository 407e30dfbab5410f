import type * as v from 'valibot';
import type { faultInput } from '../faults.ts';

/** A fault that can be switched on with one button. */
export interface FaultPreset {
  readonly id: string;
  readonly title: string;
  readonly rule: v.InferInput<typeof faultInput>;
}

const actions = { method: 'POST' } as const;

export const faultPresets: readonly FaultPreset[] = [
  { id: 'slow', title: 'Every answer takes 3 seconds', rule: { kind: 'latency', ms: 3_000 } },
  { id: 'throttled', title: 'Throttled: wait 10 seconds', rule: { kind: 'throttled', retryAfter: '10' } },
  {
    id: 'throttled-intune',
    title: 'Throttled by Intune, without Retry-After',
    rule: { kind: 'throttled', source: 'intune' },
  },
  { id: 'unavailable', title: 'Service unavailable (503)', rule: { kind: 'serverError', status: 503 } },
  {
    id: 'timeout-after',
    title: 'Actions take effect, then 504',
    rule: { kind: 'serverError', status: 504, phase: 'after', match: actions },
  },
  {
    id: 'proxy',
    title: 'A proxy answers 502 with a page',
    rule: { kind: 'serverError', status: 502, html: true },
  },
  {
    id: 'lost-before',
    title: 'Connection lost before an action takes effect',
    rule: { kind: 'closeConnection', match: actions },
  },
  {
    id: 'lost-after',
    title: 'Connection lost after an action took effect',
    rule: { kind: 'closeConnection', phase: 'after', match: actions },
  },
  { id: 'captive', title: 'A captive portal answers 200 with a page', rule: { kind: 'html200' } },
  { id: 'truncated', title: 'Answers are cut in the middle', rule: { kind: 'truncate' } },
  { id: 'claims', title: 'More proof of identity is asked for', rule: { kind: 'claimsChallenge' } },
  { id: 'revoked', title: 'Access tokens are revoked at the next request', rule: { kind: 'revoked' } },
  { id: 'role', title: 'The person has lost the role (403)', rule: { kind: 'forbidden', reason: 'role' } },
  {
    id: 'scope',
    title: 'The app has lost the permission (403)',
    rule: { kind: 'forbidden', reason: 'scope' },
  },
  { id: 'omit', title: 'Approvals leave one driver out of the answer', rule: { kind: 'omitIds' } },
];
