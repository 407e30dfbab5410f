/** The app's registration, as every simulated tenant has it. */

/** The single-page app's client id: the same in each tenant, as with a multi-tenant registration. */
export const appClientId = 'a17e4d5c-7c1f-4d0e-9a52-3a1d5cde5001';

/** The name that consent pages and errors give the app. */
export const appName = 'Actiondesk';

/** Microsoft Graph's own application id: the resource that each scope belongs to. */
export const graphResourceId = '00000003-0000-0000-c000-000000000000';

/** The `aud` of every access token. */
export const graphAudience = 'https://graph.microsoft.com';

/** One permission of Microsoft Graph that the app is registered for. */
export interface GraphPermission {
  readonly scope: string;
  /** Id of the delegated permission, where it was looked up. */
  readonly delegatedId?: string;
  /** Id of the application permission (app role), where it was looked up. */
  readonly applicationId?: string;
  /** What the consent page calls it. */
  readonly words: string;
}

/**
 * Names, ids and words as in https://learn.microsoft.com/graph/permissions-reference
 * All need an administrator's consent, delegated as well as app-only. The words from the groups on are a guess.
 */
export const graphPermissions: readonly GraphPermission[] = [
  {
    scope: 'DeviceManagementConfiguration.Read.All',
    delegatedId: 'f1493658-876a-4c87-8fa7-edb559b3476a',
    applicationId: 'dc377aa6-52d8-4e23-b271-2a7ae04cedf3',
    words: 'Read Microsoft Intune Device Configuration and Policies',
  },
  {
    scope: 'DeviceManagementConfiguration.ReadWrite.All',
    delegatedId: '0883f392-0a7a-443d-8c76-16a6d39c7b63',
    applicationId: '9241abd9-d0e6-425a-bd4f-47ba86e767a4',
    words: 'Read and write Microsoft Intune Device Configuration and Policies',
  },
  {
    scope: 'SecurityIncident.Read.All',
    delegatedId: 'b9abcc4f-94fc-4457-9141-d20ce80ec952',
    applicationId: '45cc0394-e837-488b-a098-1918f48d186c',
    words: 'Read incidents',
  },
  {
    scope: 'SecurityIncident.ReadWrite.All',
    delegatedId: '128ca929-1a19-45e6-a3b8-435ec44a36ba',
    applicationId: '34bf0e97-1971-4929-b999-9e2442d941d7',
    words: 'Read and write to incidents',
  },
  {
    scope: 'Group.ReadBasic.All',
    delegatedId: 'ba1917bc-a64b-4c71-b66d-229d4a520e66',
    applicationId: '07d67222-3a10-4d3b-9ddc-b8aa43198a00',
    words: 'Read the basic properties of all groups',
  },
  { scope: 'User.Read.All', words: 'Read all users’ full profiles' },
  { scope: 'User.RevokeSessions.All', words: 'Revoke all sign in sessions for a user' },
  { scope: 'User.EnableDisableAccount.All', words: 'Enable and disable user accounts' },
  { scope: 'User-PasswordProfile.ReadWrite.All', words: 'Read and write password profiles of all users' },
  { scope: 'IdentityRiskyUser.ReadWrite.All', words: 'Read and write risky user information' },
  { scope: 'SecurityIdentitiesAccount.Read.All', words: 'Read identity accounts' },
  {
    scope: 'SecurityIdentitiesActions.ReadWrite.All',
    words: 'Read and perform actions on identity accounts',
  },
];

/** Short names of the scopes. */
export const graphScopes: readonly string[] = graphPermissions.map((permission) => permission.scope);

/** The endpoints of one tenant, in the shape that MSAL takes as `authorityMetadata`. */
export interface AuthorityMetadata {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint: string;
  readonly jwks_uri: string;
}

/**
 * Where a tenant's sign-in lives.
 * @param origin scheme, host and port that the tenant is reached at, without a trailing slash
 */
export function authorityMetadata(origin: string, tenantId: string): AuthorityMetadata {
  const base = `${origin}/${tenantId}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  };
}
