import type { Actor } from '@coachkit/core';
import type { DeviceKey } from '@coachkit/core/wire';

/** The key of a person's devices, made from the secret each time and kept nowhere: HKDF with SHA-256. */
export async function deviceKeyOf(secret: string, { tenantId, personId }: Actor): Promise<DeviceKey> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveBits']);
  const info = encoder.encode(`coachkit device key\n${tenantId}\n${personId}`);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info },
    key,
    256,
  );
  return { key: base64url(new Uint8Array(bits)) };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
