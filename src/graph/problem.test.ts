import { describe, expect, it } from 'vitest';
import {
  isFromGraph,
  problemOfAnswer,
  problemOfLoss,
  type RefusedAnswer,
  readGraphError,
} from './problem.ts';

function answerOf(status: number, body: unknown, rest: Partial<RefusedAnswer> = {}): RefusedAnswer {
  return {
    status,
    contentType: 'application/json',
    text: typeof body === 'string' ? body : JSON.stringify(body),
    requestId: 'r-1',
    clientRequestId: 'c-1',
    date: '2026-12-08T12:00:00.000Z',
    scopes: ['Thing.Read.All'],
    claims: undefined,
    ...rest,
  };
}

const errorOf = (code: string, message = 'Some words.') => ({
  error: { code, message, innerError: { 'request-id': 'r-2' } },
});

/** Intune's own error, as it stands in `message`: JSON with line breaks and an id for support after the words. */
const wrapped = (words: string) =>
  JSON.stringify(
    {
      _version: 3,
      Message: `${words} - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: b9414aa3 - Url: https://fef.amsua0102.manage.microsoft.com/Updates`,
      CustomApiErrorPhrase: '',
      RetryAfter: null,
      ErrorSourceService: '',
      HttpHeaders: '{}',
    },
    null,
    2,
  );
const wrappedTwice = (words: string) => JSON.stringify({ ErrorCode: 'Forbidden', Message: wrapped(words) });

describe('the two errors of executeResponseAction', () => {
  it('names an action that cannot be run from outside the portal', () => {
    const body = errorOf(
      'UnsupportedActionType',
      "Action type 'text' is not supported for automated execution.",
    );
    const problem = problemOfAnswer(answerOf(400, body));
    expect(problem).toMatchObject({ kind: 'unsupportedAction', status: 400, code: 'UnsupportedActionType' });
    expect(problem.advice).toContain("Action type 'text' is not supported for automated execution.");
  });

  it('names an action that runs already', () => {
    const body = errorOf('ActionAlreadyInProgress', 'Response action is already in progress.');
    expect(problemOfAnswer(answerOf(400, body))).toMatchObject({ kind: 'alreadyInProgress' });
  });

  it('[G17] goes by the code in any letter case, never by the words', () => {
    const said = 'Response action is already in progress.';
    expect(problemOfAnswer(answerOf(400, errorOf('actionalreadyinprogress', ''))).kind).toBe(
      'alreadyInProgress',
    );
    const other = problemOfAnswer(answerOf(400, errorOf('BadRequest', said)));
    expect(other).toMatchObject({ kind: 'rejected', advice: expect.stringContaining(said) });
  });
});

describe('[G22 G23] readGraphError', () => {
  it.each([
    ['plain words', 'Too many requests.', 'Too many requests.'],
    ['wrapped by Intune', wrapped('Invalid property values'), 'Invalid property values'],
    ['wrapped twice', wrappedTwice('An error has occurred'), 'An error has occurred'],
    ['wrapped after a line break', '\n{"Message":"Not now"}', 'Not now'],
    ['words in braces that are no JSON', '{oops', '{oops'],
    ['JSON without Message', '{"a":1}', '{"a":1}'],
  ])('reads a message: %s', (_what, message, expected) => {
    expect(readGraphError(JSON.stringify(errorOf('BadRequest', message)))?.message).toBe(expected);
  });

  it.each([
    [{ code: 'Forbidden' }, 'Forbidden'],
    [{ code: '', innerError: { code: 'itemNotFound' } }, 'itemNotFound'],
    [{ code: '' }, ''],
    [{ code: 7, message: null, innerError: 'x' }, ''],
    [{}, ''],
  ])('reads the code of %j', (error, code) => {
    expect(readGraphError(JSON.stringify({ error }))?.code).toBe(code);
  });

  it.each(['', 'null', '7', '[]', '{}', '{"error":"no"}', '{"error":null}', '<html>', '{"error":{'])(
    'takes %j for no error of Graph',
    (text) => {
      expect(readGraphError(text)).toBeUndefined();
    },
  );

  it('[M5] takes planted prototypes for data', () => {
    const planted = '{"__proto__":{"error":{"code":"Planted"}},"constructor":{"prototype":{"polluted":1}}}';
    expect(readGraphError(planted)).toBeUndefined();
    const inside =
      '{"error":{"__proto__":{"code":"Planted"},"message":"{\\"__proto__\\":{\\"Message\\":\\"x\\"}}"}}';
    expect(readGraphError(inside)).toMatchObject({ code: '' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'code')).toBe(false);
  });

  it('reads own properties alone, even where the page was tampered with', () => {
    Object.defineProperty(Object.prototype, 'error', { value: { code: 'Planted' }, configurable: true });
    try {
      expect(readGraphError('{}')).toBeUndefined();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'error');
    }
  });

  it('[G22] gives up on endless wrapping', () => {
    let message = 'deep';
    const wrappings = Array.from({ length: 12 }, () => {
      message = JSON.stringify({ Message: message });
      return message;
    });
    expect(readGraphError(JSON.stringify(errorOf('X', message)))?.message).toBe(wrappings[8]);
  });
});

describe('[G23] problemOfAnswer', () => {
  it.each([
    ['a scope is missing', 403, errorOf('Forbidden', wrapped('Application is not authorized')), 'forbidden'],
    ['a Defender role is missing', 403, errorOf('Forbidden', 'Missing application roles.'), 'forbidden'],
    ['no Intune license', 401, errorOf('UnknownError', wrappedTwice('An error has occurred')), 'noLicense'],
    ['the token is no good', 401, errorOf('InvalidAuthenticationToken'), 'signInNeeded'],
    ['unknown object', 404, errorOf('ResourceNotFound', wrapped('An error has occurred')), 'notFound'],
    ['gone', 410, errorOf('resyncRequired'), 'notFound'],
    ['throttled by Graph', 429, errorOf('TooManyRequests', 'Too many requests.'), 'throttled'],
    ['throttled by Intune', 429, errorOf('TooManyRequests', wrapped('An error has occurred')), 'throttled'],
    ['a fault', 500, errorOf('InternalServerError', wrapped('An internal server error')), 'serverFault'],
    ['no route', 400, errorOf('No method match route template', 'No OData route exists'), 'rejected'],
    ['an empty code', 400, errorOf('', 'Cannot find a provider for this request'), 'rejected'],
  ] as const)('%s: %i', (_what, status, body, kind) => {
    const problem = problemOfAnswer(answerOf(status, body));
    expect(problem).toMatchObject({ kind, status, requestId: 'r-1', clientRequestId: 'c-1' });
    expect(problem.raw).toContain('error');
    expect(problem.title).not.toBe('');
    expect(problem.advice).not.toContain('Operation ID');
  });

  it('tells which permission is missing', () => {
    expect(problemOfAnswer(answerOf(403, errorOf('Forbidden'))).scopes).toEqual(['Thing.Read.All']);
    expect(problemOfAnswer(answerOf(404, errorOf('NotFound')))).not.toHaveProperty('scopes');
  });

  it('tells support the request’s id: from the header, or else from the body', () => {
    expect(problemOfAnswer(answerOf(404, errorOf('X'))).requestId).toBe('r-1');
    expect(problemOfAnswer(answerOf(404, errorOf('X'), { requestId: undefined })).requestId).toBe('r-2');
    const bare = problemOfAnswer(answerOf(404, { error: { code: 'X' } }, { requestId: undefined }));
    expect(bare).not.toHaveProperty('requestId');
    expect(bare).not.toHaveProperty('claims');
  });

  it('carries the claims of a challenge, whatever the body', () => {
    const claims = '{"access_token":{}}';
    const problem = problemOfAnswer(answerOf(403, '', { claims, requestId: undefined }));
    expect(problem).toMatchObject({ kind: 'stepUpNeeded', claims, scopes: ['Thing.Read.All'] });
  });

  it.each([
    [401, 'signInNeeded'],
    [403, 'untrusted'],
    [407, 'untrusted'],
    [429, 'serverFault'],
    [502, 'serverFault'],
    [503, 'serverFault'],
  ] as const)('does not put a proxy’s %i on Graph', (status, kind) => {
    const page = answerOf(status, '<html>Blocked</html>', { contentType: 'text/html', requestId: undefined });
    const problem = problemOfAnswer(page);
    expect(isFromGraph(page)).toBe(false);
    expect(problem).toMatchObject({ kind, status, raw: '<html>Blocked</html>' });
    expect(`${problem.title} ${problem.advice}`).toMatch(/proxy/);
    expect(problem).not.toHaveProperty('scopes');
  });

  it('needs the request id and the shape to believe that Graph wrote it', () => {
    const body = errorOf('Forbidden');
    expect(isFromGraph(answerOf(403, body))).toBe(true);
    expect(isFromGraph(answerOf(403, body, { requestId: undefined }))).toBe(false);
    expect(isFromGraph(answerOf(403, '{}'))).toBe(false);
  });

  it('caps what a service says', () => {
    const problem = problemOfAnswer(answerOf(400, errorOf('BadRequest', 'x'.repeat(1_000_000))));
    expect(problem.raw?.length).toBeLessThan(2_100);
    expect(problem.advice.length).toBeLessThan(400);
  });
});

it.each([
  ['network', 'unreachable'],
  ['timeout', 'unreachable'],
  ['cut', 'untrusted'],
  ['nonsense', 'untrusted'],
] as const)('a lost answer (%s) is %s, and keeps the id that was sent', (reason, kind) => {
  const problem = problemOfLoss(reason, 'c-1', '2026-12-08T12:00:00.000Z', 'x'.repeat(5_000));
  expect(problem).toMatchObject({ kind, clientRequestId: 'c-1' });
  expect(problem.raw?.length).toBeLessThan(2_100);
  expect(problem).not.toHaveProperty('status');
});
