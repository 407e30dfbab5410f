import { describe, expect, it } from 'vitest';
import { createGraph } from './client.ts';
import { findIdentityAccounts, getIdentityAccount, invokeAction } from './identity-accounts.ts';
import { baseUrl, fakeFetch, freePacer, graphRefusal, noContent, noon, success } from './test-answers.ts';
import { accountActions, actOnUser, getUser, getUserRisk, scopesOfUserAction } from './users.ts';

function setUp(...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async (scopes) => scopes.join('+'),
    fetch,
    now: () => noon,
  });
  return { graph, sendings };
}

describe('a user', () => {
  it('is read by sign-in name, with what actions change', async () => {
    const { graph, sendings } = setUp(
      success({
        id: 'u',
        displayName: 'Megan Bowen',
        userPrincipalName: 'megan@contoso.example',
        accountEnabled: true,
        onPremisesSyncEnabled: null,
        signInSessionsValidFromDateTime: '2026-11-22T10:00:00Z',
        more: 'x',
      }),
    );
    expect(await getUser(graph, 'megan@contoso.example')).toEqual({
      id: 'u',
      displayName: 'Megan Bowen',
      userPrincipalName: 'megan@contoso.example',
      userType: '',
      accountEnabled: true,
      onPremisesSyncEnabled: null,
      onPremisesSecurityIdentifier: '',
      signInSessionsValidFromDateTime: Date.UTC(2026, 10, 22, 10),
      lastPasswordChangeDateTime: null,
    });
    expect(sendings[0]?.url).toContain(`${baseUrl}/users/megan%40contoso.example?%24select=id%2CdisplayName`);
    expect(sendings[0]?.token).toBe('Bearer User.Read.All');
  });

  it('is read where members are of another shape', async () => {
    const { graph } = setUp(success({ id: 'u', accountEnabled: 'yes', userType: 7 }));
    expect(await getUser(graph, 'u')).toMatchObject({
      accountEnabled: null,
      userType: '',
    });
  });

  it('may be at risk', async () => {
    const { graph, sendings } = setUp(
      success({ id: 'u', riskState: 'ConfirmedCompromised', riskLevel: 'high' }),
    );
    expect(await getUserRisk(graph, 'u')).toMatchObject({
      riskState: 'confirmedCompromised',
      riskLevel: 'high',
    });
    expect(sendings[0]?.url).toBe(`${baseUrl}/identityProtection/riskyUsers/u`);
  });
});

describe('an action on a user', () => {
  it.each([
    ['requireUserToSignInAgain', 'POST', '/users/u%201/revokeSignInSessions', undefined],
    ['disable', 'PATCH', '/users/u%201', { accountEnabled: false }],
    ['enable', 'PATCH', '/users/u%201', { accountEnabled: true }],
    [
      'forcePasswordReset',
      'PATCH',
      '/users/u%201',
      { passwordProfile: { forceChangePasswordNextSignIn: true } },
    ],
    [
      'markUserAsCompromised',
      'POST',
      '/identityProtection/riskyUsers/confirmCompromised',
      { userIds: ['u 1'] },
    ],
  ] as const)('%s is sent with the least permissions that do', async (action, method, path, body) => {
    const { graph, sendings } = setUp(noContent());
    expect(await actOnUser(graph, 'u 1', action, {})).toMatchObject({ kind: 'accepted' });
    expect(sendings).toMatchObject([
      {
        url: `${baseUrl}${path}`,
        token: `Bearer ${scopesOfUserAction[action].join('+')}`,
        init: { method, ...(body && { body: JSON.stringify(body) }) },
      },
    ]);
  });

  it('has a permission for each', () => {
    expect(Object.keys(scopesOfUserAction).sort()).toEqual([...accountActions].sort());
  });
});

describe('an identity account', () => {
  const identity = {
    id: 'i',
    displayName: 'Megan Bowen',
    isEnabled: true,
    onPremisesSecurityIdentifier: 'S-1-5',
    accounts: [
      { identityProvider: 'ActiveDirectory', identifier: 'ad-1', actions: ['disable', 7] },
      { identityProvider: 'sap', identifier: 'x' },
      { identifier: 5 },
    ],
  };

  it('is found by a security identifier, and names its accounts', async () => {
    const { graph, sendings } = setUp(success({ value: [identity, { id: 7 }] }));
    const { rows, setAside, isComplete } = await findIdentityAccounts(
      graph,
      'onPremisesSecurityIdentifier',
      "O'x",
    );
    expect([setAside.length, isComplete]).toEqual([1, true]);
    expect(rows).toMatchObject([
      {
        id: 'i',
        isEnabled: true,
        accounts: {
          items: [
            { identityProvider: 'activeDirectory', identifier: 'ad-1', actions: ['disable'] },
            { identityProvider: 'sap', identifier: 'x', actions: [] },
          ],
          leftOut: 1,
        },
      },
    ]);
    expect(new URL(sendings[0]?.url ?? '').searchParams.get('$filter')).toBe(
      "onPremisesSecurityIdentifier eq 'O''x'",
    );
  });

  it('is looked for on a few pages: a list that goes on has not heeded the filter, and is not complete', async () => {
    const page = (index: number, isLast = false) =>
      success({
        value: [{ ...identity, id: `i${index}` }],
        ...(!isLast && { '@odata.nextLink': `${baseUrl}/security/identities/identityAccounts?p=${index}` }),
      });
    const two = setUp(page(1), page(2, true));
    const found = await findIdentityAccounts(two.graph, 'userPrincipalName', 'a@b.example');
    expect([found.rows.map(({ id }) => id), found.isComplete]).toEqual([['i1', 'i2'], true]);
    const many = setUp(...[1, 2, 3, 4, 5, 6, 7].map((index) => page(index)));
    const part = await findIdentityAccounts(many.graph, 'userPrincipalName', 'a@b.example');
    expect([part.rows.length, part.isComplete, many.sendings.length]).toEqual([5, false, 6]);
  });

  it('is read by its id', async () => {
    const { graph, sendings } = setUp(success(identity));
    expect((await getIdentityAccount(graph, 'i')).displayName).toBe('Megan Bowen');
    expect(sendings[0]?.url).toBe(`${baseUrl}/security/identities/identityAccounts/i`);
  });

  const invoked = {
    identityId: 'i',
    accountId: 'ad-1',
    identityProvider: 'activeDirectory',
    action: 'disable',
  } as const;
  const root = `${baseUrl}/security/identities/identityAccounts/i`;

  it('is acted on under the address of Microsoft’s page', async () => {
    const { graph, sendings } = setUp(success({ action: 'disable' }));
    expect(await invokeAction(graph, invoked, {})).toMatchObject({ kind: 'accepted' });
    expect(sendings).toMatchObject([
      {
        url: `${root}/invokeAction`,
        token: 'Bearer SecurityIdentitiesActions.ReadWrite.All',
        init: {
          method: 'POST',
          body: JSON.stringify({ accountId: 'ad-1', action: 'disable', identityProvider: 'activeDirectory' }),
        },
      },
    ]);
  });

  it.each([400, 404, 405])(
    'is acted on under the other spelling where the first one is unknown: %d',
    async (status) => {
      const { graph, sendings } = setUp(graphRefusal(status), success({ action: 'disable' }));
      expect(await invokeAction(graph, invoked, {})).toMatchObject({ kind: 'accepted' });
      expect(sendings.map(({ url }) => url)).toEqual([`${root}/invokeAction`, `${root}/invokeActions`]);
    },
  );

  it('is not asked for twice where the first spelling was refused for another reason', async () => {
    const { graph, sendings } = setUp(graphRefusal(403));
    expect(await invokeAction(graph, invoked, {})).toMatchObject({ kind: 'rejected' });
    expect(sendings).toHaveLength(1);
  });
});
