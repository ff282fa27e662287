/**
 * The few globals that browsers, Node, Deno, Bun and workers all have and that the language library does not declare.
 * Core is compiled without the DOM and without Node types, so that a use of anything else fails to compile.
 * Each entry names only the members core may rely on. This file never reaches a published package.
 */

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare const AbortController: { new (): AbortController };

declare const crypto: {
  getRandomValues<Bytes extends Uint8Array>(array: Bytes): Bytes;
  readonly subtle: {
    digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  };
};

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare function structuredClone<Value>(value: Value): Value;

declare function queueMicrotask(callback: () => void): void;

declare function setTimeout(callback: () => void, milliseconds?: number): unknown;

declare function clearTimeout(timer: unknown): void;
