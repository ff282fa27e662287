import { createHash, timingSafeEqual } from 'node:crypto';
import type { HandlerOptions } from '../handler/options.js';
import { actorOfClaims } from './actor-of-claims.js';

/**
 * Believes the headers `X-CoachKit-Tenant`, `X-CoachKit-Person` and `X-CoachKit-Roles` (by commas) of a proxy that
 * knows the secret (`X-CoachKit-Secret`). The proxy has to take these headers off what comes from outside.
 * @param tenantId - the tenant when the proxy names none
 */
export function authenticateProxy(secret: string, tenantId?: string): HandlerOptions['authenticate'] {
  const expected = digestOf(secret);
  return ({ headers }) => {
    const given = headers.get('x-coachkit-secret');
    if (given === null || !timingSafeEqual(digestOf(given), expected)) return undefined;
    const names = (headers.get('x-coachkit-roles') ?? '').split(',').map((role) => role.trim());
    return actorOfClaims(headers.get('x-coachkit-tenant') ?? tenantId, headers.get('x-coachkit-person'), names);
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
