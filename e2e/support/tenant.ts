import { expect } from '@playwright/test';
import type { InferInput } from 'valibot';
import type { PersonaId } from '../../simulator/tenants/personas.ts';
import type { SeedName } from '../../simulator/tenants/tenant.ts';
import type { claim, verdictRequest } from '../../simulator/verdict/claims.ts';
import type { Verdict } from '../../simulator/verdict/verdict.ts';
import { forgetSignIns } from './sign-in.ts';

const simPort = process.env.E2E_SIM_PORT ?? '5101';
const control = `http://localhost:${simPort}/_sim`;
const appPort = process.env.E2E_APP_PORT ?? '4273';

/** One line of the simulator's request log. */
export interface LoggedRequest {
  readonly seq: number;
  /** `1.1` or `2.0`. */
  readonly httpVersion: string;
  /** The id of the fault that decided the answer. */
  readonly fault: string | null;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly answeredAt: string | null;
  /** What was done to the connection in place of an answer. */
  readonly broken: string | null;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly clientRequestId: string | null;
  readonly requestId: string;
  readonly persona: PersonaId | null;
  readonly scopes: readonly string[];
  readonly body?: unknown;
}

/** One change that really happened. */
export interface LoggedEffect {
  readonly kind:
    | 'driverAction'
    | 'responseAction'
    | 'syncInventory'
    | 'taskUpdate'
    | 'incidentUpdate'
    | 'incidentComment'
    | 'profileChange'
    | 'profileAssignment'
    | 'userAction';
  readonly driverId?: string | null;
  readonly taskId?: string | null;
  readonly profileId?: string | null;
  readonly incidentId?: string | null;
  readonly userId?: string | null;
  readonly action?: string;
  readonly seq: number;
  readonly clientRequestId: string | null;
}

export interface TenantLog {
  readonly requests: readonly LoggedRequest[];
  readonly effects: readonly LoggedEffect[];
  /** Actions that were taken and changed nothing, because all was so already. */
  readonly noChanges: readonly LoggedEffect[];
  readonly violations: readonly {
    readonly seq: number;
    readonly path: string;
    readonly earlyMs: number;
  }[];
  /** Requests to the sign-in endpoints. */
  readonly signIns: readonly { readonly endpoint: 'authorize' | 'token'; readonly fault: string | null }[];
  /** Requests that were led astray to another origin. */
  readonly elsewhere: readonly { readonly path: string; readonly withToken: boolean }[];
}

/** A simulated tenant of a test's own, and what a test may do to it: the same that a person can do by hand. */
export interface Tenant {
  readonly name: string;
  /** A GUID, the `tid` of its tokens. */
  readonly id: string;
  /** Where the app of this tenant is: `http://NAME.localhost:PORT`. */
  readonly appUrl: string;
  /** Where its sign-in pages and its Graph are: the same host at the simulator's port. */
  readonly simulatorUrl: string;
  /** Switches a fault on, and gives the id by which the log names it. */
  fault(fault: Record<string, unknown>): Promise<string>;
  clearFaults(): Promise<void>;
  override(override: Record<string, unknown>): Promise<void>;
  advance(milliseconds: number): Promise<void>;
  consent(adminConsent: boolean): Promise<void>;
  reset(options: { keepSignIns: boolean }): Promise<void>;
  revoke(what: { accessTokens?: boolean; refreshTokens?: boolean; sessions?: boolean }): Promise<void>;
  log(): Promise<TenantLog>;
  /** Holds what the app says became of each item against what really happened. */
  verdict(claims: readonly MadeClaim[], asked?: Asked): Promise<Verdict>;
  remove(): Promise<void>;
}

/** What was asked of the app, beside its claims. */
export type Asked = Omit<InferInput<typeof verdictRequest>, 'claims'>;

/** A claim as a test writes it: `v.optional` members may be left out. */
export type MadeClaim = InferInput<typeof claim>;

async function call(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${control}${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  });
  const text = await response.text();
  expect(response.ok, `${method} ${path} answered ${response.status}: ${text}`).toBe(true);
  return text === '' ? undefined : JSON.parse(text);
}

/** Makes a fresh tenant. */
export async function createTenant(
  name: string,
  seed: SeedName,
  adminConsent: boolean,
  /** Its Graph is reached over TLS, and so over HTTP/2: the test must ignore HTTPS errors. */
  graphOverTls = false,
): Promise<Tenant> {
  const created = await call('POST', '/tenants', { name, seed, adminConsent, graphOverTls });
  const { id } = created as { id: string }; // the simulator's own
  const at = (path: string) => `/tenants/${name}${path}`;
  const tenant: Tenant = {
    name,
    id,
    appUrl: `http://${name}.localhost:${appPort}`,
    simulatorUrl: `http://${name}.localhost:${simPort}`,
    async fault(fault) {
      if (fault.kind === 'revoked') forgetSignIns(tenant);
      return ((await call('POST', at('/faults'), fault)) as { id: string }).id; // the simulator's own
    },
    clearFaults: async () => void (await call('DELETE', at('/faults'))),
    override: async (override) => void (await call('POST', at('/overrides'), override)),
    advance: async (advanceMs) => void (await call('POST', at('/clock'), { advanceMs })),
    consent: async (adminConsent_) =>
      void (await call('POST', at('/consent'), { adminConsent: adminConsent_ })),
    reset: async (options) => void (await call('POST', at('/reset'), options)),
    async revoke(what) {
      forgetSignIns(tenant);
      await call('POST', at('/revoke'), what);
    },
    log: async () => (await call('GET', at('/log'))) as TenantLog, // the shape is the simulator's own, above
    verdict: async (claims, asked = {}) =>
      (await call('POST', at('/verdict'), { claims, ...asked })) as Verdict, // as above
    remove: async () => void (await call('DELETE', at(''))),
  };
  return tenant;
}
