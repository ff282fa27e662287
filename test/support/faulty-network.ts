import type { Chance } from './chance.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What can go wrong with a request. */
const faults = [
  'reset',
  'executed, answer lost',
  'truncated',
  'twice',
  'late',
  'too many',
  'server error',
  'sign-in page',
] as const;

/** A network between a device and a server. */
export interface FaultyNetwork {
  readonly fetch: typeof fetch;
  /** How many requests went wrong. */
  readonly faulted: number;
  /** How many were sent while they could. */
  readonly requests: number;
}

/**
 * A network in which this share of requests goes wrong, in virtual time. A late request reaches the server when the
 * device has long given it up, and after those that were sent later.
 */
export function createFaultyNetwork(
  reach: typeof fetch,
  time: VirtualTime,
  chance: Chance,
  share: () => number,
): FaultyNetwork {
  let faulted = 0;
  let requests = 0;
  const dated = (response: Response): Response => {
    response.headers.set('date', new Date(time.now()).toUTCString());
    return response;
  };
  const send: typeof fetch = async (address, init) => {
    const mayFail = share();
    if (mayFail > 0) requests += 1;
    const signal = init?.signal;
    const execute = (): Promise<Response> => time.hold(reach(address, { ...init, signal: null }));
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
    aborted.catch(() => undefined);
    await Promise.race([time.sleep(chance.whole(5, 300)), aborted]);
    if (chance.next() >= mayFail) return dated(await execute());
    faulted += 1;
    switch (chance.pick(faults)) {
      case 'reset':
        throw new TypeError('connection reset');
      case 'executed, answer lost':
        await execute();
        throw new TypeError('connection reset');
      case 'truncated': {
        const { text, status } = await read(await execute());
        return dated(new Response(isEmpty(status) ? null : text.slice(0, text.length / 2), { status }));
      }
      case 'twice':
        await execute();
        return dated(await execute());
      case 'late': {
        const answer = time.sleep(chance.whole(1_000, 40_000)).then(execute);
        answer.catch(() => undefined);
        return Promise.race([answer.then(dated), aborted]);
      }
      case 'too many': {
        const wait = chance.whole(1, 20);
        const asked = chance.next() < 0.5 ? String(wait) : new Date(time.now() + wait * 1_000).toUTCString();
        return dated(new Response('{"oops":1}', { status: 429, headers: { 'retry-after': asked } }));
      }
      case 'server error':
        return dated(new Response('<h1>Oops</h1>', { status: 500 }));
      case 'sign-in page':
        return dated(new Response('<!doctype html><title>Welcome to our network</title>', { status: 200 }));
    }
  };
  return {
    fetch: send,
    get faulted() {
      return faulted;
    },
    get requests() {
      return requests;
    },
  };
}

async function read(response: Response): Promise<{ readonly text: string; readonly status: number }> {
  return { text: await response.text(), status: response.status };
}

function isEmpty(status: number): boolean {
  return status === 204 || status === 304;
}
