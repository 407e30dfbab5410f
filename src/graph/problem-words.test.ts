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
      title: 'Microsoft asks you to prove again who you are',
      advice: 'Continue to the sign-in page. You come back to this screen, and nothing is lost.',
    });
  });

  it.each([
    ['UnknownError', ' Refused. ', ' Microsoft says: “Refused.”'],
    ['forbidden', 'Refused', ' Microsoft says: “Refused”.'],
    ['UnknownError', '', ''],
  ])('of a 401 with %s that says %j: no licence', (code, message, said) => {
    expect(read(refusal(401, code, message))).toEqual({
      kind: 'noLicence',
      title: 'Intune refused this tenant or person',
      advice: `This is what Intune answers when the tenant has no active Intune licence.${said}`,
    });
  });

  it.each(['InvalidAuthenticationToken', 'UnknownErrors', 'NotForbidden', ''])(
    'of a 401 with %j: sign in',
    (code) => {
      expect(read(refusal(401, code, 'No.'))).toEqual({
        kind: 'signInNeeded',
        title: 'Microsoft Graph does not accept this sign-in any more',
        advice: 'Sign in again. You come back to this screen.',
      });
    },
  );

  const intuneRoles = "Intune Administrator, or Intune's Policy and Profile manager";
  const securityRoles = 'Security Reader to see, Security Operator to act';
  it.each([
    [402, 'No.', driverScopes, 'Microsoft says: “No.” ', intuneRoles],
    [403, '', driverScopes, '', intuneRoles],
    [403, '.no', incidentScopes, 'Microsoft says: “.no”. ', securityRoles],
    [403, '', [...incidentScopes, ...driverScopes], '', securityRoles],
    [403, '', [], '', intuneRoles],
  ])('of a %i that says %j, asked with %j: which role is missing', (status, message, scopes, said, roles) => {
    expect(read(refusal(status, 'Forbidden', message, scopes))).toEqual({
      kind: 'forbidden',
      title: 'Microsoft Graph refused: a right is missing',
      advice: `${said}Most likely your account lacks a role. Ask for one of these: ${roles}. Otherwise the permission below was not granted.`,
    });
  });

  it.each([404, 410])('of a %i', (status) => {
    expect(read(refusal(status, 'NotFound', 'No.'))).toEqual({
      kind: 'notFound',
      title: 'Microsoft Graph does not know this entry',
      advice: 'It may have been deleted, or the address is wrong. Go back to the list and read it again.',
    });
  });

  it('of a 429', () => {
    expect(read(refusal(429, 'TooManyRequests', 'No.'))).toEqual({
      kind: 'throttled',
      title: 'Microsoft Graph asks us to slow down',
      advice: 'Nothing was changed by this request.',
    });
  });

  it.each([
    [500, 'Oh.', 'Microsoft says: “Oh.” '],
    [503, '', ''],
  ])('of a %i that says %j', (status, message, said) => {
    expect(read(refusal(status, 'X', message))).toEqual({
      kind: 'serverFault',
      title: 'Microsoft Graph met a fault of its own',
      advice: `${said}Try again in a minute; if it stays, give support the ids below.`,
    });
  });

  const portal = 'Open the incident in the Defender portal and carry it out there.';
  it.each([
    ['No.', driverScopes, 'Microsoft says: “No.”'],
    ['No.', incidentScopes, `Microsoft says: “No.” ${portal}`],
    ['', incidentScopes, 'Give support the ids below.'],
  ])('of a 400 that says %j, asked with %j', (message, scopes, advice) => {
    expect(read(refusal(400, 'BadRequest', message, scopes))).toEqual({
      kind: 'rejected',
      title: 'Microsoft Graph refused the request',
      advice,
    });
  });

  it.each([
    ['No.', `Microsoft says: “No.” ${portal}`],
    ['', portal],
  ])('of an unsupported action that says %j', (message, advice) => {
    expect(read(refusal(400, 'UnsupportedActionType', message))).toEqual({
      kind: 'unsupportedAction',
      title: 'This action cannot be run from outside the Defender portal',
      advice,
    });
  });

  it('of an action that runs already', () => {
    expect(read(refusal(400, 'ActionAlreadyInProgress', 'No.'))).toEqual({
      kind: 'alreadyInProgress',
      title: 'The action is already running',
      advice:
        'Somebody started it before, or the browser repeated our own request. Nothing was started twice; its progress is shown here.',
    });
  });

  it.each([429, 503])('of a %i that Graph did not write', (status) => {
    expect(read(proxied(status))).toEqual({
      kind: 'serverFault',
      title: `Something before Microsoft Graph answered ${status}`,
      advice:
        'The answer carries no request id of Graph: a gateway or proxy may have sent it. Try again in a minute.',
    });
  });

  it.each([
    [401, 'signInNeeded'],
    [407, 'untrusted'],
    [500, 'serverFault'],
  ])('of another answer that Graph did not write: %i', (status, kind) => {
    expect(read(proxied(status))).toEqual({
      kind,
      title: `The answer (${status}) did not come from Microsoft Graph`,
      advice:
        'It carries no error that Graph would write. A proxy between this browser and Graph may be the sender: ask your network team.',
    });
  });

  it.each([
    ['network', 'The connection to Microsoft Graph was lost'],
    ['timeout', 'Microsoft Graph did not answer in time'],
    ['cut', 'The answer of Microsoft Graph broke off'],
    ['nonsense', 'The answer is not what Microsoft Graph would send'],
  ] as const)('of a lost answer: %s', (reason, title) => {
    expect(problemOfLoss(reason, 'c-1', '2026-12-08T12:00:00.000Z', 'x')).toMatchObject({
      title,
      advice: 'Check the network, VPN and proxy of this computer, then try again.',
    });
  });
});
