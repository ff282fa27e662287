import { createServer, type Server, type ServerResponse } from 'node:http';
import { systemClock, type Clock, type StorageSource } from '@coachkit/core';
import { createHandler, type Handler } from '../handler/create-handler.js';
import type { LogEvent } from '../handler/log-event.js';
import type { HandlerOptions } from '../handler/options.js';
import { toNodeListener } from '../mounts/node.js';
import { authenticateProxy } from './authenticate-proxy.js';
import { authenticateToken } from './authenticate-token.js';
import type { Configuration } from './configuration.js';
import { forgetOperations } from './forget-operations.js';
import { startJobs, type Job, type JobEvent } from './jobs.js';

/** What the standalone server reports. */
export type ServerEvent = LogEvent | JobEvent | { readonly event: 'started' | 'stopping' | 'stopped' };

/** What the standalone server is made of. */
export interface ServerParts {
  readonly configuration: Configuration;
  readonly storage: StorageSource;
  /** Hears of everything that the server does; never of what anybody wrote. */
  readonly log: (event: ServerEvent) => void;
  /** Besides those that come with the server. */
  readonly jobs?: readonly Job[];
  /** Learning system, skills and rules for the handler. */
  readonly handler?: Pick<HandlerOptions, 'lms' | 'skills' | 'rules' | 'limits'>;
  readonly clock?: Clock;
}

/** A server that answers. */
export interface RunningServer {
  /** `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Takes no more requests, ends what is under way within 10 s, and lets go of the database. */
  stop(): Promise<void>;
}

/** Longest time for what is under way when the server stops, in milliseconds. */
const patience = 10_000;

/**
 * Starts the standalone server; it answers when this resolves.
 * @throws Error of Node when the port cannot be had
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { configuration, storage, log, jobs = [], clock = systemClock } = parts;
  const { signIn, tenantId, port, host, isBehindProxy = false } = configuration;
  const tenants = new Set<string>();
  const who =
    signIn.kind === 'proxy' ? authenticateProxy(signIn.secret, tenantId) : authenticateToken(signIn, clock, tenantId);
  const { basePath, deviceKeySecret, allowedOrigins, trustedSites } = configuration;
  const handler = createHandler({
    ...parts.handler,
    ...{ storage, log, clock },
    ...(basePath !== undefined && { basePath }),
    ...(deviceKeySecret !== undefined && { deviceKeySecret }),
    ...(allowedOrigins !== undefined && { allowedOrigins }),
    ...(trustedSites !== undefined && { trustedSites }),
    async authenticate(request) {
      const actor = await who(request);
      if (actor !== undefined) tenants.add(actor.tenantId);
      return actor;
    },
  });
  const answer = toNodeListener(handler, { isBehindProxy });
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (incoming, outgoing) => {
    if (incoming.url === '/health') say(outgoing, 200, 'ok');
    else if (incoming.url === '/ready') sayReady(storage, outgoing);
    else answer(incoming, outgoing);
  });
  await listen(server, port, host);
  const scheduler = startJobs([forgetOperations, ...jobs], () => ({ storage, tenants, now: clock.now() }), log);
  log({ event: 'started' });
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    log({ event: 'stopping' });
    await Promise.all([stopServer(server, handler), scheduler.stop()]);
    await storage.close();
    log({ event: 'stopped' });
  };
  return { address: addressOf(server, host), stop: () => (stopped ??= stop()) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** What is under way is answered; what is only kept open is closed. */
function stopServer(server: Server, handler: Handler): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), patience);
    // A connection is idle once its last answer has left, which can be at any moment from now on.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(last);
      clearInterval(idle);
      resolve();
    });
    handler.close();
  });
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function sayReady(storage: StorageSource, outgoing: ServerResponse): void {
  storage.ready().then(
    () => say(outgoing, 200, 'ready'),
    () => say(outgoing, 503, 'not ready'),
  );
}

function say(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  outgoing.end(JSON.stringify({ status: text }));
}
