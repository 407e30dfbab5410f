import { describe, expect, it } from 'vitest';
import { problemOfAnswer, problemOfLoss, type RefusedAnswer } from './problem.ts';

/** What a person reads of each refusal, to the letter: half a sentence or a wrong role sends them the wrong way. */

const driverScopes = ['DeviceManagementConfiguration.ReadWrite.All'];
const incidentScopes = ['SecurityIncident.ReadWrite.All'];

function answerOf(status: number, text: string, rest: Partial<RefusedAnswer> = {}): RefusedAnswer {
  return {
    status,
    contentType: 'application/json',
    text,
    requestId: 'r-1',
    clientRequestId: 'c-1',
    date: '2026-12-08T12:00:00.000Z',
    scopes: driverScopes,
    claims: undefined,
    ...rest,
  };
}

const refusal = (status: number, code: string, message: string, scopes = driverScopes) =>
  answerOf(status, JSON.stringify({ error: { code, message } }), { scopes });
const proxied = (status: number) => answerOf(status, '<html>', { requestId: undefined });

function read(answer: RefusedAnswer) {
  const { kind, title, advice } = problemOfAnswer(answer);
  return { kind, title, advice };
}

describe('what a person reads', () => {
  it.each([
    ['a challenge', answerOf(401, '', { claims: '{}' })],
    ['a challenge that a body comes with', { ...refusal(403, 'Forbidden', 'No.'), claims: '{}' }],
  ])('of %s', (_what, answer) => {
    expect(read(answer)).toEqual({
      kind: 'stepUpNeeded',
      title: 'Verify your identity to continue',
      advice: 'Continue to the sign-in page. You’ll come back to this screen, and nothing is lost.',
    });
  });

  it.each([
    ['UnknownError', ' Refused. ', ' Microsoft says: “Refused.”'],
    ['forbidden', 'Refused', ' Microsoft says: “Refused”.'],
    ['UnknownError', '', ''],
  ])('of a 401 with %s that says %j: no license', (code, message, said) => {
    expect(read(refusal(401, code, message))).toEqual({
      kind: 'noLicense',
      title: 'Intune rejected this tenant or account',
      advice: `Intune answers this way when the tenant has no active Intune license.${said}`,
    });
  });

  it.each(['InvalidAuthenticationToken', 'UnknownErrors', 'NotForbidden', ''])(
    'of a 401 with %j: sign in',
    (code) => {
      expect(read(refusal(401, code, 'No.'))).toEqual({
        kind: 'signInNeeded',
        title: 'Microsoft Graph no longer accepts this sign-in',
        advice: 'Sign in again. You’ll come back to this screen.',
      });
    },
  );

  const intuneRoles = 'Intune Administrator, or Intune’s Policy and Profile manager';
  const securityRoles = 'Security Reader to view, Security Operator to act';
  it.each([
    [402, 'No.', driverScopes, 'Microsoft says: “No.” ', intuneRoles],
    [403, '', driverScopes, '', intuneRoles],
    [403, '.no', incidentScopes, 'Microsoft says: “.no”. ', securityRoles],
    [403, '', [...incidentScopes, ...driverScopes], '', securityRoles],
    [403, '', [], '', intuneRoles],
    [403, '', ['User.RevokeSessions.All'], '', 'User Administrator'],
    [403, '', ['IdentityRiskyUser.ReadWrite.All'], '', 'Security Administrator'],
    [403, '', ['SecurityIdentitiesActions.ReadWrite.All'], '', 'Security Administrator'],
  ])('of a %i that says %j, asked with %j: which role is missing', (status, message, scopes, said, roles) => {
    expect(read(refusal(status, 'Forbidden', message, scopes))).toEqual({
      kind: 'forbidden',
      title: 'Access denied',
      advice: `${said}Your account is probably missing a role: ${roles}. If you have it, an admin may need to grant the permission below.`,
    });
  });

  it.each([404, 410])('of a %i', (status) => {
    expect(read(refusal(status, 'NotFound', 'No.'))).toEqual({
      kind: 'notFound',
      title: 'Not found in Microsoft Graph',
      advice: 'It may have been deleted, or the address is wrong. Go back to the list and refresh it.',
    });
  });

  it('of a 429', () => {
    expect(read(refusal(429, 'TooManyRequests', 'No.'))).toEqual({
      kind: 'throttled',
      title: 'Too many requests',
      advice: 'This request didn’t change anything.',
    });
  });

  it.each([
    [500, 'Oh.', 'Microsoft says: “Oh.” '],
    [503, '', ''],
  ])('of a %i that says %j', (status, message, said) => {
    expect(read(refusal(status, 'X', message))).toEqual({
      kind: 'serverFault',
      title: `Microsoft Graph server error (${status})`,
      advice: `${said}Try again in a minute. If it keeps happening, give Microsoft support the IDs under Details.`,
    });
  });

  const portal = 'Open the incident in the Defender portal and run the action there.';
  it.each([
    ['No.', driverScopes, 'Microsoft says: “No.”'],
    ['No.', incidentScopes, `Microsoft says: “No.” ${portal}`],
    ['', incidentScopes, 'Give Microsoft support the IDs under Details.'],
  ])('of a 400 that says %j, asked with %j', (message, scopes, advice) => {
    expect(read(refusal(400, 'BadRequest', message, scopes))).toEqual({
      kind: 'rejected',
      title: 'Microsoft Graph rejected the request',
      advice,
    });
  });

  it.each([
    ['No.', `Microsoft says: “No.” ${portal}`],
    ['', portal],
  ])('of an unsupported action that says %j', (message, advice) => {
    expect(read(refusal(400, 'UnsupportedActionType', message))).toEqual({
      kind: 'unsupportedAction',
      title: 'This action can’t be run from Actiondesk',
      advice,
    });
  });

  it('of an action that runs already', () => {
    expect(read(refusal(400, 'ActionAlreadyInProgress', 'No.'))).toEqual({
      kind: 'alreadyInProgress',
      title: 'The action is already in progress',
      advice:
        'It was started earlier, possibly by this run’s own request. This request didn’t start it again.',
    });
  });

  it.each([429, 503])('of a %i that Graph did not write', (status) => {
    expect(read(proxied(status))).toEqual({
      kind: 'serverFault',
      title: `A ${status} that probably isn’t from Microsoft Graph`,
      advice: 'It has no request-id of Graph. A gateway or proxy may have sent it. Try again in a minute.',
    });
  });

  it.each([
    [401, 'signInNeeded'],
    [407, 'untrusted'],
    [500, 'serverFault'],
  ])('of another answer that Graph did not write: %i', (status, kind) => {
    expect(read(proxied(status))).toEqual({
      kind,
      title: `This ${status} response doesn’t look like Microsoft Graph’s`,
      advice:
        'It has no Graph error. A proxy between this browser and Graph may have sent it. Ask your network team.',
    });
  });

  it.each([
    ['network', 'The connection to Microsoft Graph was lost'],
    ['timeout', 'Microsoft Graph didn’t respond in time'],
    ['cut', 'The response was cut off'],
    ['nonsense', 'Unexpected response format'],
  ] as const)('of a lost answer: %s', (reason, title) => {
    expect(problemOfLoss(reason, 'c-1', '2026-12-08T12:00:00.000Z', 'x')).toMatchObject({
      title,
      advice: 'Check this computer’s network, VPN, and proxy, then try again.',
    });
  });
});
