/** One challenge of a `WWW-Authenticate` header: its scheme in lower case, its parameters by lower-case name. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+/;

/**
 * Reads a `WWW-Authenticate` header with several challenges, quoted commas and parameters in any order. Splitting at
 * commas, as samples do, breaks on both.
 */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let rest = skipSeparators(header);
  while (rest !== '') {
    const name = token.exec(rest)?.[0];
    if (name === undefined) return challenges;
    rest = rest.slice(name.length);
    const equals = /^\s*=\s*/.exec(rest);
    if (!equals) {
      challenges.push({ scheme: name.toLowerCase(), parameters: new Map() });
      rest = skipSeparators(rest);
      continue;
    }
    rest = rest.slice(equals[0].length);
    const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(rest);
    const value = quoted?.[1] ?? /^[^\s,]*/.exec(rest)?.[0] ?? '';
    rest = skipSeparators(rest.slice(quoted ? quoted[0].length : value.length));
    challenges.at(-1)?.parameters.set(name.toLowerCase(), quoted ? value.replace(/\\(.)/g, '$1') : value);
  }
  return challenges;
}

function skipSeparators(text: string): string {
  return text.replace(/^[\s,]+/, '');
}

/** In base64. Those of Entra have some 150 characters; they travel in the address of the sign-in page. */
const longestClaims = 4_000;

/**
 * The claims that a 401 or 403 of Graph asks the next token to carry, as the text of a JSON object; undefined when the
 * header holds no claims challenge, or none that a sign-in could answer. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaims(header: string | null): string | undefined {
  if (header === null) return undefined;
  const bearer = parseChallenges(header).find(
    ({ scheme, parameters }) => scheme === 'bearer' && parameters.get('error') === 'insufficient_claims',
  );
  const encoded = bearer?.parameters.get('claims');
  if (encoded === undefined || encoded.length > longestClaims) return undefined;
  try {
    const claims = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const request: unknown = JSON.parse(claims);
    return typeof request === 'object' && request !== null && !Array.isArray(request) ? claims : undefined;
  } catch {
    return undefined;
  }
}
