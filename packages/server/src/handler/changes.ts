import type { Actor, StorageSource } from '@coachkit/core';
import { concerns } from './concerns.js';
import type { HandlerLimits } from './limits.js';
import { refuse } from './refusal.js';

/** The streams of changes that are open. */
export interface ChangeStreams {
  /** A new stream for a person, which ends with the signal. @throws Refusal 429 when the person holds too many open */
  open(actor: Actor, signal: AbortSignal): Response;
  /** How many are open now. */
  readonly size: number;
  /** Ends all of them. */
  close(): void;
}

const encoder = new TextEncoder();

/** Tells devices, as server-sent events, that something may have changed; what it was they have to ask for. */
export function createChangeStreams(
  storage: StorageSource,
  { streams: mostStreams, heartbeat }: HandlerLimits,
): ChangeStreams {
  const open = new Map<object, { readonly person: string; readonly end: () => void }>();
  let isClosed = false;
  return {
    open(actor, signal) {
      const person = `${actor.tenantId} ${actor.personId}`;
      const held = [...open.values()].filter((each) => each.person === person).length;
      if (held >= mostStreams || isClosed) throw refuse('busy', isClosed ? 503 : 429, { 'retry-after': '30' });
      const source = storage.storageFor(actor);
      const key = {};
      let stop: () => void = () => undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const send = (text: string): void => controller.enqueue(encoder.encode(text));
          const unsubscribe = source.subscribe((event) => {
            if (event.type === 'changed') void tell(event.documents);
          });
          const tell = async (documents: readonly Parameters<typeof concerns>[2][]): Promise<void> => {
            for (const document of documents) {
              // What cannot be found out may concern anybody of the tenant.
              if (!(await concerns(source, actor.personId, document).catch(() => true))) continue;
              if (open.has(key)) send('event: changed\ndata:\n\n');
              return;
            }
          };
          // A reader that has stopped reading is not waited for: it hears of everything when it asks again.
          const timer = setInterval(() => {
            if ((controller.desiredSize ?? 0) < -1000) stop();
            else send(':\n\n');
          }, heartbeat);
          stop = () => {
            if (!open.delete(key)) return;
            clearInterval(timer);
            unsubscribe();
            signal.removeEventListener('abort', stop);
            try {
              controller.close();
            } catch {
              // It was cancelled from the other side.
            }
          };
          open.set(key, { person, end: stop });
          send('retry: 5000\nevent: changed\ndata:\n\n');
          if (signal.aborted) stop();
          else signal.addEventListener('abort', stop);
        },
        cancel: () => stop(),
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' } });
    },

    get size() {
      return open.size;
    },

    close() {
      isClosed = true;
      for (const { end } of [...open.values()]) end();
    },
  };
}
