import { bytesOf } from './incoming-bytes.js';
import { refuse } from './refusal.js';

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/**
 * The body of a request, at most so many bytes: what is longer is cut off at the limit, whatever its header says.
 * @throws Refusal 413, 415, 400 for what is no UTF-8
 */
export async function readBody(request: Request, limit: number): Promise<string> {
  if (!jsonType.test(request.headers.get('content-type') ?? ''))
    throw refuse('invalid-input', 415, {}, { path: 'Content-Type', rule: 'not-an-option' });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLong(limit);
  const bytes = bytesOf(request);
  if (bytes === undefined) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.byteLength;
    if (length > limit) throw tooLong(limit);
    chunks.push(chunk);
  }
  return decode(chunks, length);
}

function decode(chunks: readonly Uint8Array[], length: number): string {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  try {
    // A byte order mark is no part of JSON (RFC 8259): it is refused, and not taken for a body that is empty.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refuse('invalid-input', 400, {}, { path: '', rule: 'wrong-type' });
  }
}

function tooLong(limit: number) {
  // The rest of the body is still on its way, so the connection is of no more use.
  return refuse('invalid-input', 413, { connection: 'close' }, { path: '', rule: 'too-long', limit });
}
