import { randomBytes } from 'node:crypto';
import type { Persona } from '../tenants/personas.ts';

/** What a refresh token stands for. */
export interface RefreshGrant {
  readonly persona: Persona;
  /**
   * When its life began, in milliseconds since the epoch. The life of a page's token is fixed, so a renewal inherits
   * the time; each renewal of a script's token starts a new life.
   */
  readonly signedInAt: number;
  /** Whom it was given to: nobody else may use it. */
  readonly client: 'page' | 'script';
  /** Authentication contexts proven at sign-in; a renewal keeps them. */
  readonly proven: readonly string[];
}

export interface RefreshTokens {
  issue(grant: RefreshGrant): string;
  find(token: string): RefreshGrant | undefined;
  /** When all tokens issued until then were revoked, in milliseconds since the epoch; undefined if `token` was not. */
  revokedAt(token: string): number | undefined;
  /** Revokes every token out there; they stay known, so that the refusal can say why. */
  revokeAll(): void;
  clear(): void;
}

export function createRefreshTokens(): RefreshTokens {
  const grants = new Map<string, RefreshGrant>();
  const revocations = new Map<string, number>();
  return {
    issue(grant) {
      const token = `1.${randomBytes(48).toString('base64url')}`;
      grants.set(token, grant);
      return token;
    },
    find: (token) => grants.get(token),
    revokedAt: (token) => revocations.get(token),
    revokeAll() {
      const now = Date.now();
      for (const token of grants.keys()) {
        if (!revocations.has(token)) revocations.set(token, now);
      }
    },
    clear() {
      grants.clear();
      revocations.clear();
    },
  };
}
