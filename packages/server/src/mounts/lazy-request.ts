import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** What a `LazyRequest` is made of. */
export interface LazyRequestParts {
  readonly incoming: IncomingMessage;
  readonly url: string;
  /** Made when it is asked for: a signal costs more than the rest of a request. */
  readonly signal: () => AbortSignal;
}

/**
 * A `Request` whose parts are made when they are asked for: most requests are answered by their method, address and
 * headers, and a whole one costs more than the routing and checking of it. Everything else is that of a real one.
 */
export class LazyRequest {
  readonly #parts: LazyRequestParts;
  #headers: Headers | undefined;
  #whole: Request | undefined;

  constructor(parts: LazyRequestParts) {
    this.#parts = parts;
  }

  get method(): string {
    return this.#parts.incoming.method ?? 'GET';
  }

  get url(): string {
    return this.#parts.url;
  }

  get headers(): Headers {
    return (this.#headers ??= headersOf(this.#parts.incoming));
  }

  get signal(): AbortSignal {
    return this.#parts.signal();
  }

  /** The real one, for whatever is not here. */
  get whole(): Request {
    if (this.#whole !== undefined) return this.#whole;
    const { incoming, signal } = this.#parts;
    this.#whole = new Request(this.url, {
      method: this.method,
      headers: this.headers,
      signal: signal(),
      // The type of Node's own streams and that of the DOM differ in name only.
      ...(hasBody(this.method) && {
        body: Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>,
        duplex: 'half',
      }),
    });
    return this.#whole;
  }
}

/** The request as a `Request`. */
export function lazyRequest(parts: LazyRequestParts): Request {
  return new LazyRequest(parts) as unknown as Request;
}

/** Whether a request may have a body. */
export function hasBody(method: string): boolean {
  return !['GET', 'HEAD'].includes(method);
}

function headersOf({ headers }: IncomingMessage): Headers {
  const made = new Headers();
  for (const name in headers) {
    const value = headers[name];
    if (!name.startsWith(':')) made.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''));
  }
  return made;
}

const own: ReadonlySet<PropertyKey> = new Set(['method', 'url', 'headers', 'signal', 'constructor', 'whole']);

// Whoever asks for more than the parts above gets it from the real one; and it is a `Request` to `instanceof`.
Object.setPrototypeOf(LazyRequest.prototype, Request.prototype);
for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Request.prototype))) {
  if (own.has(name)) continue;
  const read = function (this: LazyRequest): unknown {
    const { whole } = this;
    const part: unknown = Reflect.get(whole, name);
    return typeof part === 'function' ? (part.bind(whole) as unknown) : part;
  };
  Object.defineProperty(
    LazyRequest.prototype,
    name,
    typeof value === 'function'
      ? {
          value(this: LazyRequest, ...values: unknown[]) {
            return (read.call(this) as (...all: unknown[]) => unknown)(...values);
          },
        }
      : { get: read },
  );
}
