import { CoachingError, type Clock, type PushedMessage } from '@coachkit/core';

/** How messages are signed: HMAC with SHA-256 over the time stamp, a full stop, and the bytes of the body. */
export interface SignatureRules {
  readonly secret: string;
  readonly signatureHeader: string;
  readonly signaturePrefix?: string | undefined;
  readonly encoding: 'hex' | 'base64';
  /** Holds seconds since 1970. */
  readonly timestampHeader: string;
}

/** How far a time stamp may be from now, in milliseconds: five minutes. */
const freshness = 300_000;
/** The largest message, in bytes. */
const mostBytes = 1024 * 1024;

/**
 * Checks signatures and remembers those of the last minutes.
 * @returns a check that says whether a message is new; a repetition of one that was believed is not
 * @throws CoachingError from the check: `forbidden` for what is not signed, or not freshly
 */
export function signatureCheck(rules: SignatureRules, clock: Clock): (message: PushedMessage) => Promise<boolean> {
  const seen = new Map<string, number>();
  let key: Promise<CryptoKey> | undefined;
  return async ({ headers, body }) => {
    const stamp = headers[rules.timestampHeader.toLowerCase()] ?? '';
    const written = headers[rules.signatureHeader.toLowerCase()] ?? '';
    const { signaturePrefix = '', encoding } = rules;
    const sent = /^\d{9,11}$/.test(stamp) ? Number(stamp) * 1_000 : Number.NaN;
    const isFresh = Math.abs(clock.now() - sent) <= freshness;
    if (!isFresh || body.byteLength > mostBytes || !written.startsWith(signaturePrefix)) throw unsigned();
    const signature = bytesOf(written.slice(signaturePrefix.length), encoding);
    key ??= importKey(rules.secret);
    // `verify` compares in constant time.
    const isSigned = await crypto.subtle.verify('HMAC', await key, signature, joined(`${stamp}.`, body));
    if (!isSigned) throw unsigned();
    for (const [old, at] of seen) if (Math.abs(clock.now() - at) > freshness) seen.delete(old);
    const mark = signature.join(',');
    const isNew = !seen.has(mark);
    seen.set(mark, sent);
    return isNew;
  };
}

function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
}

function joined(start: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(start);
  const whole = new Uint8Array(head.byteLength + body.byteLength);
  whole.set(head);
  whole.set(body, head.byteLength);
  return whole;
}

function bytesOf(text: string, encoding: 'hex' | 'base64'): Uint8Array<ArrayBuffer> {
  if (encoding === 'hex') {
    if (!/^[\da-f]{64}$/i.test(text)) throw unsigned();
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  }
  if (!/^[\w+/-]{43}=?$/.test(text)) throw unsigned();
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
}

function unsigned(): CoachingError {
  return new CoachingError('forbidden', 'the message is not signed, or not freshly');
}
