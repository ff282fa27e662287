import { unavailable } from '@coachkit/core/storage-parts';

/**
 * The name of the database that keeps one person's documents of one tenant on a device. It shows the tenant and no
 * person: the person goes into a hash. Two scopes never share a name.
 * @throws CoachingError `storage-unavailable` where the page has no WebCrypto (an insecure origin)
 */
export async function databaseNameFor(tenantId: string, personId?: string): Promise<string> {
  // Undefined on insecure origins, whatever the type says.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) throw unavailable('this origin has no WebCrypto');
  // JSON keeps the two apart and writes unpaired surrogates out, which UTF-8 could not.
  const scope = new TextEncoder().encode(JSON.stringify([tenantId, personId ?? null]));
  const digest = new Uint8Array(await subtle.digest('SHA-256', scope));
  const hash = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `coachkit-${tenantId.replace(/[^\w.]+/g, '_').slice(0, 40)}-${hash}`;
}
