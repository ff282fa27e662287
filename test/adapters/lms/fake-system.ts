import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LearningMood } from '@coachkit/testing/lms-suite';

/** A request as a fake learning system sees it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a fake learning system answers. */
export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a string. */
  readonly body?: unknown;
  /** Whether something was changed: such an answer is lost when the mood is `forgetful`. */
  readonly isChange?: boolean;
}

/** A learning system that runs in this process and is asked over real HTTP. */
export interface FakeSystem {
  readonly url: string;
  readonly requests: string[];
  mood: LearningMood;
  /** How it feels about each request; its mood when absent. */
  moodOf?: () => LearningMood;
  readonly elsewhere: { readonly url: string; visits(): number };
  close(): Promise<void>;
}

const pageForPeople = '<!doctype html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>';

const tooLarge = JSON.stringify('x'.repeat(5 * 1024 * 1024));

/** @param refusal - how this system says no */
export async function startFakeSystem(
  answer: (request: SeenRequest) => FakeAnswer,
  refusal: FakeAnswer,
): Promise<FakeSystem> {
  let visits = 0;
  const elsewhere = createServer((_request, response) => {
    visits += 1;
    response.end('null');
  });
  const elsewhereUrl = await listen(elsewhere);
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { method = '', url = '', headers } = request;
      requests.push(`${method} ${url}\n${JSON.stringify(headers)}\n\n${body}`);
      const { pathname, searchParams } = new URL(url, system.url);
      const make = (): FakeAnswer => answer({ method, path: pathname, query: searchParams, headers, body });
      respond(response, system.moodOf?.() ?? system.mood, make, { refusal, elsewhereUrl });
    });
  });
  const system: FakeSystem = {
    url: await listen(server),
    requests,
    mood: 'well',
    elsewhere: { url: elsewhereUrl, visits: () => visits },
    close: async () => {
      for (const each of [server, elsewhere]) {
        each.closeAllConnections();
        await new Promise((resolve) => each.close(resolve));
      }
    },
  };
  return system;
}

function respond(
  response: ServerResponse,
  mood: LearningMood,
  make: () => FakeAnswer,
  { refusal, elsewhereUrl }: { refusal: FakeAnswer; elsewhereUrl: string },
): void {
  switch (mood) {
    case 'down':
      return send(response, { status: 503, body: pageForPeople });
    case 'busy':
      return send(response, { status: 429, headers: { 'retry-after': '7' }, body: 'Too Many Requests' });
    case 'refusing':
      return send(response, refusal);
    case 'redirecting':
      return send(response, { status: 302, headers: { location: `${elsewhereUrl}/stolen` } });
    case 'huge':
      return send(response, { body: tooLarge });
    case 'odd':
      return send(response, { headers: { 'content-type': 'text/html' }, body: pageForPeople });
    default: {
      const made = make();
      if (mood === 'forgetful' && made.isChange === true) response.destroy();
      else send(response, made);
    }
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: FakeAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
