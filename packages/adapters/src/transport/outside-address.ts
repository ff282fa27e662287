import { invalidInput } from '@coachkit/core';

/**
 * The base address of a system of somebody else, without a slash at its end. It comes from configuration only: https,
 * or http on this machine.
 * @throws CoachingError `invalid-input`
 */
export function outsideAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isSafe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isThisMachine(parsed.hostname));
  if (parsed === undefined || !isSafe) throw invalidInput('url', 'not-a-link');
  const { username, password, search, hash, origin, pathname } = parsed;
  if (username + password + search + hash !== '') throw invalidInput('url', 'not-a-link');
  return origin + pathname.replace(/\/+$/, '');
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** An address of somebody else as a link that may be shown; undefined unless it is https, or http on this machine. */
export function safeLink(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { protocol, hostname, href } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname)) ? href : undefined;
}
