import { randomId, systemClock, type Actor } from '@coachkit/core';
import { createChangeStreams } from './changes.js';
import { callVerb } from './call-verb.js';
import { createCrossSite } from './cross-site.js';
import { withDeadline } from './deadline.js';
import { usualLimits } from './limits.js';
import { describeError } from './log-event.js';
import type { HandlerOptions } from './options.js';
import { createRateLimit } from './rate-limit.js';
import { readBody } from './read-body.js';
import { isUnexpected, problemResponse, refuse } from './refusal.js';
import { findTarget, type Found } from './router.js';
import { synchronise } from './synchronise.js';
import { warmUp } from './warm-up.js';

/** Answers requests of the contract; whatever goes wrong, it answers and never rejects. */
export interface Handler {
  (request: Request): Promise<Response>;
  /** Ends the streams of changes. Requests are answered all the same; the storage stays open. */
  close(): void;
  /** How many streams of changes are open. */
  readonly openStreams: number;
}

/**
 * The back end of CoachKit as one function, for anything that speaks `Request` and `Response`.
 *
 * @example
 * const handler = createHandler({ storage, authenticate: (request) => actorOfSession(request) });
 * @throws RangeError for a secret that is too short or a limit that is no number above zero
 */
export function createHandler(options: HandlerOptions): Handler {
  const {
    storage,
    authenticate,
    clock = systemClock,
    newId = randomId,
    basePath = '',
    log = () => undefined,
  } = options;
  const limits = { ...usualLimits, ...options.limits };
  for (const [name, value] of Object.entries(limits))
    if (!(value > 0)) throw new RangeError(`${name} has to be above 0`);
  if (options.deviceKeySecret !== undefined && options.deviceKeySecret.length < 32)
    throw new RangeError('deviceKeySecret has to have at least 32 characters');
  const crossSite = createCrossSite(options);
  const countRequest = createRateLimit(limits, clock);
  const streams = createChangeStreams(storage, limits);
  warmUp();

  const handler = async (request: Request): Promise<Response> => {
    const started = clock.now();
    const correlationId = newId();
    const url = new URL(request.url);
    const found = findTarget(url.pathname, basePath);
    const place = found?.targets.get(request.method === 'HEAD' ? 'GET' : request.method);
    const route = place?.name ?? 'none';
    let actor: Actor | undefined;
    const onFailure = (error: unknown): void => log({ event: 'error', route, correlationId, ...describeError(error) });

    const answer = async (): Promise<Response> => {
      if (found === undefined) throw refuse('not-found', 404);
      const preflight = crossSite.preflight(request, methodsOf(found));
      if (preflight !== undefined) return preflight;
      crossSite.check(request);
      if (place === undefined) throw refuse('not-supported', 405, { allow: methodsOf(found).join(', ') });
      return withDeadline(limits.deadline, async (assertGoesOn) => {
        const who = await authenticate(request);
        if (who === undefined) throw refuse('auth-required', 401);
        actor = who;
        countRequest(`${who.tenantId} ${who.personId}`);
        if (isChanging(request.method) && request.headers.get('coachkit-version') !== '1')
          throw refuse('invalid-input', 400, {}, { path: 'CoachKit-Version', rule: 'required' });
        if (place.name === 'changes') return streams.open(who, request.signal);
        const body = hasBody(request.method) ? await readBody(request, limits.bodyBytes) : '';
        const incoming = {
          ...{ options, limits, clock, newId, request, url, body, assertGoesOn, onFailure },
          ...{ actor: who, storage: storage.storageFor(who) },
        };
        return place.verb === undefined ? synchronise[place.name](incoming) : callVerb(incoming, place, found.values);
      });
    };

    const response = await answer().catch((error: unknown) => {
      if (isUnexpected(error)) onFailure(error);
      return problemResponse(error, correlationId);
    });
    const { headers, status } = response;
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    headers.set('x-content-type-options', 'nosniff');
    headers.set('vary', 'Authorization, Cookie');
    headers.set('coachkit-correlation-id', correlationId);
    crossSite.allow(request, headers);
    log({
      ...{ event: 'request', method: methodName(request.method), route, status },
      ...{ duration: clock.now() - started, correlationId },
      ...(actor !== undefined && { tenantId: actor.tenantId }),
    });
    if (request.method !== 'HEAD') return response;
    // A stream that nobody reads is to end.
    await response.body?.cancel();
    return new Response(null, { status, headers });
  };

  return Object.defineProperty(Object.assign(handler, { close: () => streams.close() }), 'openStreams', {
    get: () => streams.size,
  }) as Handler;
}

function methodsOf(found: Found): readonly string[] {
  const methods = [...found.targets.keys()];
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}

function isChanging(method: string): boolean {
  return !['GET', 'HEAD'].includes(method);
}

function hasBody(method: string): boolean {
  return ['POST', 'PUT', 'PATCH'].includes(method);
}

/** A method that is none of ours may be anything at all, and the log is no place for that. */
function methodName(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
