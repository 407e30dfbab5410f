import { randomBytes } from 'node:crypto';
import type { PersonaId } from '../tenants/personas.ts';

/** Who is signed in, per browser. One browser may hold several people. */
export interface Sessions {
  /** @param sessionId the cookie's value, if the browser sent one */
  personasOf(sessionId: string | undefined): readonly PersonaId[];
  /** The authentication contexts ("c1") this person has proven in this browser. */
  provenBy(sessionId: string | undefined, personaId: PersonaId): readonly string[];
  /** @returns the session's id: the one given if it is known, else a new one */
  signIn(sessionId: string | undefined, personaId: PersonaId, proven: readonly string[]): string;
  signOut(sessionId: string, personaId: PersonaId): void;
  end(sessionId: string): void;
  endAll(): void;
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Map<PersonaId, ReadonlySet<string>>>();

  function find(sessionId: string | undefined): Map<PersonaId, ReadonlySet<string>> | undefined {
    return sessionId === undefined ? undefined : sessions.get(sessionId);
  }

  function provenBy(sessionId: string | undefined, personaId: PersonaId): readonly string[] {
    return [...(find(sessionId)?.get(personaId) ?? [])];
  }

  return {
    provenBy,
    personasOf: (sessionId) => [...(find(sessionId)?.keys() ?? [])],
    signIn(sessionId, personaId, proven) {
      // An unknown id is never taken over: whoever planted it in the browser would then share the session.
      const id =
        sessionId !== undefined && sessions.has(sessionId)
          ? sessionId
          : randomBytes(24).toString('base64url');
      const session = sessions.get(id) ?? new Map<PersonaId, ReadonlySet<string>>();
      session.set(personaId, new Set([...provenBy(id, personaId), ...proven]));
      sessions.set(id, session);
      return id;
    },
    signOut(sessionId, personaId) {
      const session = sessions.get(sessionId);
      session?.delete(personaId);
      if (session?.size === 0) sessions.delete(sessionId);
    },
    end: (sessionId) => void sessions.delete(sessionId),
    endAll: () => sessions.clear(),
  };
}
