import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The sign-in of the host, which stands for whatever a product has. Each window may be somebody else: it names itself in
 * a header, and its cookie, which scripts cannot read, says who is signed in there. A sign-in ends with the company it
 * was made in.
 * @param tenantOf - gives the tenant of now
 */
export function createSignIn(secret, tenantOf) {
  const seal = (window, personId) =>
    createHmac('sha256', secret).update(`${tenantOf()} ${window} ${personId}`).digest('base64url');

  return {
    /** The cookie that signs somebody in. */
    cookieFor(window, personId) {
      return `${nameOf(window)}=${personId}.${seal(window, personId)}; Path=/; HttpOnly; SameSite=Strict`;
    },
    /** The cookie that signs out. */
    cookieAway: (window) => `${nameOf(window)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`,
    /** Who is signed in where a request comes from. @param header - gives a header by name, or nothing */
    personOf(header) {
      const window = windowOf(header);
      if (window === undefined) return undefined;
      const prefix = `${nameOf(window)}=`;
      const value = (header('cookie') ?? '')
        .split(/; */)
        .find((each) => each.startsWith(prefix))
        ?.slice(prefix.length);
      const [, personId, given] = /^([\w-]{1,64})\.([\w-]{43})$/.exec(value ?? '') ?? [];
      if (personId === undefined) return undefined;
      const isGenuine = timingSafeEqual(Buffer.from(given), Buffer.from(seal(window, personId)));
      return isGenuine ? personId : undefined;
    },
  };
}

/** The name a window has given itself; undefined for none, or one that is no name. */
export function windowOf(header) {
  const window = header('northwind-window') ?? '';
  return /^[\w-]{8,64}$/.test(window) ? window : undefined;
}

function nameOf(window) {
  return `northwind-${window}`;
}
