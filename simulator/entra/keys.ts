import { exportJWK, generateKeyPair, type JWK } from 'jose';

interface SigningKeys {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

let made: Promise<SigningKeys> | undefined;

/** The RS256 pair of this process, for all tenants; made when the first token is. */
export function signingKeys(): Promise<SigningKeys> {
  made ??= makeKeys();
  return made;
}

async function makeKeys(): Promise<SigningKeys> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { id: crypto.randomUUID(), privateKey, publicKey };
}

/** The key set that `jwks_uri` serves. */
export async function publicKeySet(): Promise<{ keys: JWK[] }> {
  const { id, publicKey } = await signingKeys();
  return { keys: [{ ...(await exportJWK(publicKey)), kid: id, use: 'sig', alg: 'RS256' }] };
}
