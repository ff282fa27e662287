import type { Clock } from '@coachkit/core';
import type { HandlerOptions } from '../handler/options.js';
import { actorOfClaims } from './actor-of-claims.js';
import type { SignIn } from './configuration.js';

/** How far the clocks of the one who signs and of this machine may be apart, in seconds. */
const leeway = 30;

const algorithms = {
  HS256: { name: 'HMAC', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const;

type Claims = Readonly<Record<string, unknown>>;

/**
 * Believes a JSON Web Token of one algorithm, the configured one: whatever the token says of its own algorithm, keys or
 * extensions has no say. `exp` is required; `sub` is the person, `tenant` the tenant, `roles` a list.
 * @param tenantId - the tenant when the token names none
 * @throws DOMException from the first request when the key cannot be read
 */
export function authenticateToken(
  signIn: Extract<SignIn, { readonly kind: 'jwt' }>,
  clock: Clock,
  tenantId?: string,
): HandlerOptions['authenticate'] {
  let importing: Promise<CryptoKey> | undefined;
  return async ({ headers }) => {
    const [, token = ''] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.get('authorization') ?? '') ?? [];
    if (token === '' || token.length > 8192) return undefined;
    const [head = '', body = '', signature = ''] = token.split('.');
    const header = read(head);
    if (header?.['alg'] !== signIn.algorithm || 'crit' in header) return undefined;
    const key = await (importing ??= importKey(signIn));
    const signed = new TextEncoder().encode(`${head}.${body}`);
    const bytes = bytesOf(signature);
    if (bytes === undefined || !(await crypto.subtle.verify(algorithms[signIn.algorithm].name, key, bytes, signed)))
      return undefined;
    const claims = read(body);
    if (claims === undefined || !holds(claims, signIn, clock.now() / 1000)) return undefined;
    const { sub, tenant = tenantId, roles } = claims;
    return actorOfClaims(tenant, sub, Array.isArray(roles) ? roles : []);
  };
}

function holds(claims: Claims, { audience, issuer }: { audience?: string; issuer?: string }, now: number): boolean {
  const { exp, nbf, aud, iss } = claims;
  if (typeof exp !== 'number' || now > exp + leeway) return false;
  if (nbf !== undefined && (typeof nbf !== 'number' || now < nbf - leeway)) return false;
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (audience !== undefined && !audiences.includes(audience)) return false;
  return issuer === undefined || iss === issuer;
}

function importKey({ algorithm, key }: Extract<SignIn, { readonly kind: 'jwt' }>): Promise<CryptoKey> {
  if (algorithm === 'HS256') {
    return crypto.subtle.importKey('raw', new TextEncoder().encode(key), algorithms.HS256, false, ['verify']);
  }
  const der = Uint8Array.from(atob(key.replace(/-----[^-]+-----|\s/g, '')), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('spki', der, algorithms.RS256, false, ['verify']);
}

function read(part: string): Claims | undefined {
  const bytes = bytesOf(part);
  try {
    const value: unknown = bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function bytesOf(part: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
