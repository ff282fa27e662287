import { CoachingError, type DocumentKind } from '@coachkit/core';

/** Which document, in which version, some sealed bytes belong to. They open under no other name. */
export interface SealedName {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: number;
}

/** Seals and opens the words of documents with one key. */
export interface Sealer {
  seal(name: SealedName, text: string): Promise<Uint8Array>;
  /** The text, or why it cannot be had: sealed with another key, or damaged. */
  open(name: SealedName, sealed: Uint8Array): Promise<{ readonly text: string } | 'wrong-key' | 'damaged'>;
}

/** A key for AES-GCM: 32 bytes, or a `CryptoKey` that may encrypt and decrypt (better not extractable). */
export type StorageKey = CryptoKey | Uint8Array;

// Sealed bytes: form (1) · key mark (8) · nonce (12) · AES-GCM ciphertext with its tag.
const form = 1;
const markLength = 8;
const nonceLength = 12;
const headLength = 1 + markLength + nonceLength;

/**
 * Seals with AES-256-GCM under a fresh random 96-bit nonce for each write (NIST SP 800-38D, section 8.2.2), with kind,
 * id and version as additional data, so that sealed bytes cannot be moved to another document or back in time.
 */
export function createSealer(key: CryptoKey, mark: Uint8Array): Sealer {
  return {
    async seal(name, text) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
      const cipher = await crypto.subtle.encrypt(algorithm(name, nonce), key, new TextEncoder().encode(text));
      const sealed = new Uint8Array(headLength + cipher.byteLength);
      sealed[0] = form;
      sealed.set(mark, 1);
      sealed.set(nonce, 1 + markLength);
      sealed.set(new Uint8Array(cipher), headLength);
      return sealed;
    },

    async open(name, sealed) {
      if (sealed[0] !== form || sealed.length < headLength) return 'damaged';
      if (!mark.every((byte, position) => byte === sealed[1 + position])) return 'wrong-key';
      try {
        const nonce = sealed.slice(1 + markLength, headLength);
        const plain = await crypto.subtle.decrypt(algorithm(name, nonce), key, sealed.slice(headLength));
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain) };
      } catch {
        return 'damaged';
      }
    },
  };
}

/**
 * Makes a sealer of a key.
 * @throws CoachingError `invalid-input` when it is no key for AES-GCM of 256 bits
 */
export async function sealerFor(given: StorageKey): Promise<Sealer> {
  // Not `instanceof`: a key may come from another realm, such as the page around a frame.
  const key = ArrayBuffer.isView(given) ? await importKey(given) : given;
  if (!isFit(key)) throw unfitKey();
  return createSealer(key, await markOf(key));
}

function isFit({ algorithm, usages }: Partial<CryptoKey>): boolean {
  const { name, length } = (algorithm ?? {}) as Partial<AesKeyAlgorithm>;
  const mayDoBoth = usages?.includes('encrypt') === true && usages.includes('decrypt');
  return name === 'AES-GCM' && length === 256 && mayDoBoth;
}

function importKey(bytes: Uint8Array): Promise<CryptoKey> {
  if (bytes.length !== 32) throw unfitKey();
  return crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * A mark by which a key is known again without giving it away: the first bytes of the tag over nothing, under a nonce
 * that random ones never meet. It tells a wrong key from a damaged record.
 */
async function markOf(key: CryptoKey): Promise<Uint8Array> {
  const nothing = { name: 'AES-GCM', iv: new Uint8Array(nonceLength), additionalData: encode('coachkit key mark') };
  const tag = await crypto.subtle.encrypt(nothing, key, new Uint8Array(0));
  return new Uint8Array(tag).slice(0, markLength);
}

function algorithm({ kind, id, version }: SealedName, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encode(JSON.stringify([kind, id, version])) };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function unfitKey(): CoachingError {
  return new CoachingError(
    'invalid-input',
    'key: 32 bytes, or an AES-GCM CryptoKey of 256 bits that may encrypt and decrypt',
    {
      problems: [{ path: 'key', rule: 'wrong-type' }],
    },
  );
}
