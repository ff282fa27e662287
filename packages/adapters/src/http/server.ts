import { CoachingError, invalidInput, type JsonObject, type JsonValue } from '@coachkit/core';
import { routes, wirePrefix, type Route, type Verb } from '@coachkit/core/wire';
import { jsonFetch, type JsonAnswer, type JsonRequest, type Transport } from '../transport/json-fetch.js';
import type { AskToken } from './access-token.js';
import { bodyOf, isAnything } from './answers.js';

/** Speaks with the server as the person. */
export interface Server {
  /** One request to an address after the prefix. @throws CoachingError `auth-required`, `unreachable` */
  request(request: Omit<JsonRequest, 'url'> & { readonly path: string }): Promise<JsonAnswer>;
  /** Asks by a route that only reads. @throws CoachingError what the server says */
  read(verb: Verb, input: JsonObject): Promise<JsonValue | undefined>;
  /** Tries a token again that was refused. */
  forgive(): void;
  /** The headers and the address of a request that is not JSON. */
  addressOf(path: string): Promise<{ readonly url: string; readonly headers: Record<string, string> }>;
}

/** What a server is reached with. */
export interface ServerParts {
  /** Where `/v1` begins. */
  readonly url: string;
  readonly transport: Transport;
  readonly askToken: AskToken;
  /** Hears of each answer, so that the hour of the server is known. */
  readonly onAnswer: (answer: JsonAnswer) => void;
}

/** A server behind an address. A refused token is renewed once for each request. */
export function createServer({ url, transport, askToken, onAnswer }: ServerParts): Server {
  const root = url.replace(/\/+$/, '') + wirePrefix;
  let refused: string | undefined;
  const send = async (
    reason: 'call' | 'expired',
    { path, headers, ...request }: Parameters<Server['request']>[0],
  ): Promise<JsonAnswer> => {
    const token = await askToken(reason);
    // The same token again would be refused again.
    if (token !== undefined && token === refused) throw signedOut();
    const answer = await jsonFetch(transport, {
      ...request,
      url: root + path,
      headers: { ...headers, ...authorization(token) },
    });
    onAnswer(answer);
    if (answer.status === 401 && reason === 'expired') {
      refused = token;
      throw signedOut();
    }
    return answer;
  };
  const server: Server = {
    async request(request) {
      const answer = await send('call', request);
      return answer.status === 401 ? send('expired', request) : answer;
    },
    async read(verb, input) {
      const path = addressFor(routes[verb], input);
      return bodyOf(await server.request({ method: 'GET', path }), isAnything);
    },
    forgive() {
      refused = undefined;
    },
    addressOf: async (path) => ({ url: root + path, headers: authorization(await askToken('call')) }),
  };
  return server;
}

function signedOut(): CoachingError {
  return new CoachingError('auth-required', 'the server wants to know who this is');
}

function authorization(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** What the route has no place for goes into the query all the same: it is the server's to refuse. */
function addressFor(route: Route, input: JsonObject): string {
  try {
    return filled(route, input);
  } catch {
    // Half of a surrogate pair, which no address can hold.
    throw invalidInput('', 'not-plain-text');
  }
}

function filled(route: Route, input: JsonObject): string {
  const textOf = (name: string): string => encodeURIComponent(scalarOf(input[name]));
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => textOf(name));
  const query = Object.keys(input)
    .filter((name) => !route.path.includes(`{${name}}`))
    .map((name) => `${encodeURIComponent(name)}=${textOf(name)}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

function scalarOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
