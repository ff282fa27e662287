import { syncPaths } from '@coachkit/core/wire';
import { backOff } from '../transport/retry.js';
import type { Transport } from '../transport/json-fetch.js';
import type { Server } from './server.js';

/** Longest silence of a stream, in milliseconds: servers send a sign of life more often. */
const longestSilence = 60_000;

/** What a stream of changes is followed with. */
export interface FollowParts {
  readonly server: Server;
  readonly transport: Transport;
  readonly random: () => number;
  /** The stream has begun: what was missed before has to be looked for once. */
  readonly opened: () => void;
  /** Something may have changed. */
  readonly changed: () => void;
  /** Nothing is heard any more. */
  readonly ended: () => void;
}

/**
 * Listens to the server's changes, and again after each end, until `transport.signal` is aborted. Not with an
 * `EventSource`, which sends no headers.
 */
export async function followChanges(parts: FollowParts): Promise<void> {
  const { transport, random } = parts;
  let failures = 0;
  while (!transport.signal.aborted) {
    try {
      if (await followOnce(parts)) failures = 0;
    } catch {
      // Silence, a refusal, a network that is gone: all are met by listening again later.
    }
    parts.ended();
    failures += 1;
    const wait = backOff(failures, random());
    await new Promise<void>((resolve) => {
      const timer = transport.timers.set(resolve, wait);
      transport.signal.addEventListener('abort', () => {
        transport.timers.clear(timer);
        resolve();
      });
    });
  }
}

/** @returns whether there was a stream */
async function followOnce({ server, transport, opened, changed }: FollowParts): Promise<boolean> {
  const { url, headers } = await server.addressOf(syncPaths.changes);
  const ending = new AbortController();
  const end = (): void => ending.abort();
  transport.signal.addEventListener('abort', end);
  let timer = transport.timers.set(end, longestSilence);
  const alive = (): void => {
    transport.timers.clear(timer);
    timer = transport.timers.set(end, longestSilence);
  };
  try {
    const send = transport.fetch;
    const response = await send(url, {
      headers: { accept: 'text/event-stream', 'coachkit-version': '1', ...headers },
      credentials: transport.credentials,
      cache: 'no-store',
      signal: ending.signal,
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (!response.ok || !isStream || response.body === null) {
      await response.body?.cancel();
      return false;
    }
    opened();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let line = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      alive();
      const lines = (line + value).split(/\r?\n/);
      line = lines.pop() ?? '';
      if (lines.some((each) => /^(?:event|data):\s*changed/.test(each))) changed();
    }
  } finally {
    transport.timers.clear(timer);
    transport.signal.removeEventListener('abort', end);
    end();
  }
}
