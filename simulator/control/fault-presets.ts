import type * as v from 'valibot';
import type { faultInput } from '../faults/fault.ts';

/** A fault that can be switched on with one button. */
export interface FaultPreset {
  readonly id: string;
  readonly title: string;
  readonly rule: v.InferInput<typeof faultInput>;
}

/** Buttons that belong together on the page. */
export interface PresetGroup {
  readonly title: string;
  readonly presets: readonly FaultPreset[];
}

const actions = { method: 'POST' } as const;
const reads = { method: 'GET' } as const;
const minute = 60_000;

const network: readonly FaultPreset[] = [
  { id: 'slow', title: 'Every answer takes 3 seconds', rule: { kind: 'latency', ms: 3_000 } },
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
  { id: 'reset', title: 'Connections are reset', rule: { kind: 'resetConnection' } },
  {
    id: 'silent',
    title: 'Actions take effect and are never answered',
    rule: { kind: 'stall', ms: null, phase: 'after', match: actions },
  },
  { id: 'truncated', title: 'Answers are cut in the middle', rule: { kind: 'truncate' } },
  { id: 'goaway', title: 'HTTP/2: the server goes away, once', rule: { kind: 'goaway', times: 1 } },
  { id: 'no-cors', title: 'A proxy answers without CORS headers', rule: { kind: 'noCors' } },
  { id: 'preflight', title: 'Preflights of actions fail', rule: { kind: 'preflightFail', match: actions } },
  { id: 'redirect', title: 'Answers redirect to another origin', rule: { kind: 'redirectElsewhere' } },
  { id: 'captive', title: 'A captive portal answers 200 with a page', rule: { kind: 'html200' } },
  {
    id: 'proxy',
    title: 'A proxy answers 502 with a page',
    rule: { kind: 'serverError', status: 502, html: true },
  },
];

const refusals: readonly FaultPreset[] = [
  {
    id: 'throttled',
    title: 'The next action is throttled: wait 10 seconds',
    rule: { kind: 'throttled', retryAfter: '10', match: actions, times: 1 },
  },
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
    id: 'conflict',
    title: 'Actions are refused: 409 Conflict',
    rule: { kind: 'status', status: 409, match: actions },
  },
  { id: 'role', title: 'The person has lost the role (403)', rule: { kind: 'forbidden', reason: 'role' } },
  {
    id: 'scope',
    title: 'The app has lost the permission (403)',
    rule: { kind: 'forbidden', reason: 'scope' },
  },
];

const signIn: readonly FaultPreset[] = [
  { id: 'claims', title: 'More proof of identity is asked for', rule: { kind: 'claimsChallenge' } },
  {
    id: 'claims-again',
    title: 'More proof is asked for, however much is given',
    rule: { kind: 'claimsChallenge', repeat: true },
  },
  { id: 'revoked', title: 'Access tokens are revoked at the next request', rule: { kind: 'revoked' } },
  { id: 'bare-401', title: 'A 401 that does not say why', rule: { kind: 'bare401' } },
  {
    id: 'token-throttled',
    title: 'The token endpoint sees a loop (AADSTS50196)',
    rule: { kind: 'tokenThrottled', retryAfter: '60' },
  },
  { id: 'token-error', title: 'The token endpoint fails (503)', rule: { kind: 'tokenServerError' } },
  { id: 'authorize-error', title: 'Signing in always ends in an error', rule: { kind: 'authorizeError' } },
];

const meaning: readonly FaultPreset[] = [
  {
    id: 'late',
    title: '504 now, the effect a minute later',
    rule: { kind: 'lateApply', ms: minute, match: actions },
  },
  { id: 'stale', title: 'Reads lag a minute behind', rule: { kind: 'staleRead', ms: minute } },
  { id: 'omit', title: 'Approvals leave one driver out of the answer', rule: { kind: 'omitIds' } },
  { id: 'double', title: 'One driver is both successful and failed', rule: { kind: 'doubleIds' } },
  { id: 'foreign', title: 'Answers name a driver nobody asked for', rule: { kind: 'foreignIds' } },
  {
    id: 'partly',
    title: 'Only the first driver is acted on, then 504',
    rule: { kind: 'partialApply', match: actions },
  },
  {
    id: 'twice',
    title: 'Defender starts an action a second time',
    rule: { kind: 'acceptTwice' },
  },
  { id: 'null-lists', title: 'The lists of an answer are null', rule: { kind: 'nullLists' } },
  {
    id: 'accepted',
    title: 'Actions are answered 202 without a body',
    rule: { kind: 'asStatus', status: 202, phase: 'after', match: actions },
  },
];

const data: readonly FaultPreset[] = [
  { id: 'unknown-enum', title: 'A record has a status nobody knows', rule: { kind: 'unknownEnum' } },
  { id: 'bad-json', title: 'Reads are broken JSON', rule: { kind: 'badJson', match: reads } },
  { id: 'evil-link', title: 'The next page is at another origin', rule: { kind: 'evilNextLink' } },
  { id: 'loop-link', title: 'The next page is the same again', rule: { kind: 'loopNextLink' } },
  { id: 'expired-link', title: 'The link to the next page has expired', rule: { kind: 'expiredNextLink' } },
];

export const presetGroups: readonly PresetGroup[] = [
  { title: 'Network and proxies', presets: network },
  { title: 'Refusals', presets: refusals },
  { title: 'Sign-in', presets: signIn },
  { title: 'What really happened', presets: meaning },
  { title: 'Data and pages', presets: data },
];

export function findPreset(id: string | undefined): FaultPreset | undefined {
  return presetGroups.flatMap(({ presets }) => presets).find((preset) => preset.id === id);
}
