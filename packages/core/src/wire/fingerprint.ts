import type { JsonValue } from '../ports/storage.js';

/**
 * What tells an operation from another one with the same id: the SHA-256, in hexadecimal, of its verb and its input.
 * The order of keys makes no difference.
 */
export async function fingerprintOf(verb: string, input: JsonValue): Promise<string> {
  return digestOf(`${verb}\n${canonical(input)}`);
}

/** The SHA-256 of a text, in hexadecimal. */
export async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same text for equal values: keys in order. */
export function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_key, part: JsonValue) => (isPlain(part) ? sorted(part) : part));
}

function isPlain(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: { readonly [key: string]: JsonValue }): object {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
