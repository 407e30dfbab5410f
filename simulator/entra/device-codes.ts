import { randomBytes, randomInt } from 'node:crypto';
import type { Persona } from '../tenants/personas.ts';
import type { ClaimsRequest } from './claims-request.ts';
import type { RequestedScopes } from './scopes.ts';

type DeviceState =
  | { readonly kind: 'pending' | 'declined' | 'redeemed' }
  | { readonly kind: 'approved'; readonly persona: Persona; readonly proven: readonly string[] };

/** What a device asked for, and how far its person is. */
export interface DeviceGrant {
  /** What a person types on the sign-in page. */
  readonly userCode: string;
  readonly scopes: RequestedScopes;
  readonly claims: ClaimsRequest;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  state: DeviceState;
}

export interface DeviceCodes {
  /** @returns the code that the device keeps to itself */
  issue(request: Pick<DeviceGrant, 'scopes' | 'claims'>): {
    readonly code: string;
    readonly grant: DeviceGrant;
  };
  find(code: string): DeviceGrant | undefined;
  /** One that still waits for its person; letter case and blanks do not matter. */
  findByUserCode(userCode: string): DeviceGrant | undefined;
  clear(): void;
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code: a quarter of an hour */
export const deviceCodeSeconds = 900;

/** None that is easily taken for another. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function createDeviceCodes(): DeviceCodes {
  const grants = new Map<string, DeviceGrant>();
  return {
    issue({ scopes, claims }) {
      const code = randomBytes(48).toString('base64url');
      const userCode = Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('');
      const expiresAt = Date.now() + deviceCodeSeconds * 1000;
      const grant: DeviceGrant = { userCode, scopes, claims, expiresAt, state: { kind: 'pending' } };
      grants.set(code, grant);
      return { code, grant };
    },
    find: (code) => grants.get(code),
    findByUserCode(userCode) {
      const wanted = userCode.replaceAll(/\s/g, '').toUpperCase();
      return [...grants.values()].find(
        (grant) =>
          grant.userCode === wanted && grant.state.kind === 'pending' && Date.now() < grant.expiresAt,
      );
    },
    clear: () => grants.clear(),
  };
}
