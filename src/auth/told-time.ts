/** ID tokens are renewed with access tokens, of which the longest live for some 28 hours: so old may be what was told. */
const oldest = 2 * 24 * 60 * 60 * 1_000;

/**
 * The time as the sign-in service tells it with each ID token, for what a wrong clock of this computer must not decide.
 * https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export interface ToldTime {
  /** @param issuedAt the `iat` of an ID token, in epoch seconds; anything else tells nothing */
  hear(issuedAt: unknown): void;
  /** The latest that was told, and what has passed since, in epoch ms: now, or before. Undefined until something was. */
  earliest(): number | undefined;
  /** The time by this computer's clock, as far as it may be right, in epoch ms. */
  likely(): number;
}

/**
 * @param now epoch ms, by the clock
 * @param elapsed ms that have passed, whatever the clock is set to meanwhile
 */
export function createToldTime(now: () => number, elapsed: () => number): ToldTime {
  let heard: { readonly time: number; readonly at: number } | undefined;
  const earliest = () => heard && heard.time + elapsed() - heard.at;
  return {
    hear(issuedAt) {
      if (typeof issuedAt !== 'number' || !Number.isFinite(issuedAt)) return;
      const time = issuedAt * 1_000;
      // A token that was kept tells less than what is known by now.
      if (time > (earliest() ?? Number.NEGATIVE_INFINITY)) heard = { time, at: elapsed() };
    },
    earliest,
    likely() {
      const told = earliest();
      return told === undefined ? now() : Math.min(Math.max(now(), told), told + oldest);
    },
  };
}
