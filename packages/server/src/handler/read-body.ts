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
  if (request.body === null) return '';
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > limit) {
      // Nothing waits for the sender, who may never end.
      reader.cancel().catch(() => undefined);
      throw tooLong(limit);
    }
    chunks.push(part.value);
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
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('invalid-input', 400, {}, { path: '', rule: 'wrong-type' });
  }
}

function tooLong(limit: number) {
  // The rest of the body is still on its way, so the connection is of no more use.
  return refuse('invalid-input', 413, { connection: 'close' }, { path: '', rule: 'too-long', limit });
}
