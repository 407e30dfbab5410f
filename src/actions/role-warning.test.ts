import { describe, expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { runOf, stepOf } from '../runs/testing/test-runs.ts';
import { driverApproval } from './driver-approval/action.ts';
import { responseAction } from './response-action/action.ts';
import { roleWarning } from './role-warning.ts';

const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
const securityReader = '5d6b6bb7-de71-4623-b4af-96380a352509';
const intuneAdministrator = '3a2c62db-5318-420d-8d74-23affee5d9d5';
const defaultUser = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

describe('the roles in the token', () => {
  it.each([
    [[], false],
    [[defaultUser], false],
    [[globalReader], true],
    [[defaultUser, securityReader], true],
    [[globalReader, intuneAdministrator], false],
    [['00000000-0000-0000-0000-000000000000'], false],
  ])('%j warn: %s', (roles, expected) => {
    expect(roleWarning(driverApproval, roles, []) !== undefined).toBe(expected);
  });

  it('name the role that the action needs', () => {
    expect(roleWarning(driverApproval, [globalReader], [])).toBe(
      'Your account may lack a role: Intune Administrator.',
    );
    expect(roleWarning(responseAction, [globalReader], [])).toBe(
      'Your account may lack a role: Security Operator.',
    );
  });
});

describe('a refusal in this session', () => {
  const forbidden: Problem = { kind: 'forbidden', title: 'Access denied', advice: '' };
  const refused = runOf([stepOf('1', [], { problem: forbidden })]);
  const accepted = runOf([
    stepOf('1', [], {
      attempts: [{ clientRequestId: 'c', ids: [], sentAt: '2026-11-22T10:00:00Z', status: 200 }],
    }),
  ]);

  it('is remembered, until an action of the kind was accepted', () => {
    expect(roleWarning(driverApproval, [], [refused])).toContain('Access was denied earlier in this session');
    expect(roleWarning(driverApproval, [], [refused, accepted])).toContain('Access was denied');
    expect(roleWarning(driverApproval, [], [accepted, refused])).toBeUndefined();
  });

  it('says nothing of the other kind', () => {
    expect(roleWarning(responseAction, [], [refused])).toBeUndefined();
  });
});
