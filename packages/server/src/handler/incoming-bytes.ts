/** Bytes as they come in; leaving the loop early lets go of the rest. */
export type IncomingBytes = AsyncIterable<Uint8Array>;

const sources = new WeakMap<Request, IncomingBytes>();

/** Notes where the bytes of a request come from, so that they can be read without a stream of the web around them. */
export function noteBytes(request: Request, bytes: IncomingBytes): void {
  sources.set(request, bytes);
}

/** The body of a request; undefined for one that has none. */
export function bytesOf(request: Request): IncomingBytes | undefined {
  return sources.get(request) ?? (request.body === null ? undefined : chunksOf(request.body));
}

async function* chunksOf(body: ReadableStream<Uint8Array>): IncomingBytes {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    // Nothing waits for the sender, who may never end.
    reader.cancel().catch(() => undefined);
  }
}
