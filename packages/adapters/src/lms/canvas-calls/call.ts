import type { JsonObject, JsonValue } from '@coachkit/core';
import { outsideFetch, type OutsideAnswer } from '../../transport/outside-fetch.js';
import { withRetries } from '../../transport/outside-retry.js';
import { jsonOf, later, laterOf, refused } from '../answers.js';
import type { LearningTools } from '../connection.js';

/** An answer of Canvas. */
export interface CanvasAnswer {
  /** Undefined for "not found". */
  readonly body: JsonValue | undefined;
  /** Where the list goes on. */
  readonly next: string | undefined;
}

/** Calls Canvas. */
export interface CanvasCall {
  /** Reads; asked again a few times while Canvas is not available. @param path - a path, or a `next` of a page */
  read(path: string): Promise<CanvasAnswer>;
  /** Reads a list over all its pages, until there are enough. */
  list(path: string, isEnough?: (items: readonly JsonValue[]) => boolean): Promise<readonly JsonValue[] | undefined>;
  /** Writes, once. */
  write(method: 'POST' | 'DELETE', path: string, body?: JsonObject): Promise<CanvasAnswer>;
}

const mostPages = 20;

/** Calls the REST interface of Canvas, as its documentation describes it. */
export function canvasCall(tools: LearningTools): CanvasCall {
  const ask = async (method: string, path: string, body?: JsonObject): Promise<CanvasAnswer> => {
    const answer = await outsideFetch(tools, {
      method,
      url: path.startsWith(`${tools.url}/`) ? path : `${tools.url}/api/v1${path}`,
      headers: {
        authorization: `Bearer ${tools.token}`,
        // Ids have 64 bits, which a number of JavaScript does not hold.
        accept: 'application/json+canvas-string-ids',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const unavailable = laterOf(answer, tools.clock.now()) ?? throttledBy(answer, tools.clock.now());
    if (unavailable !== undefined) throw unavailable;
    const next = nextOf(answer.headers.get('link'), tools.url);
    if (answer.status === 404) return { body: undefined, next: undefined };
    if (answer.status !== 200 && answer.status !== 201) throw refused(`http-${answer.status}`);
    return { body: jsonOf(answer.text), next };
  };
  const read = (path: string): Promise<CanvasAnswer> => withRetries(tools, () => ask('GET', path));
  return {
    read,
    write: ask,
    async list(path, isEnough = () => false) {
      const items: JsonValue[] = [];
      let next: string | undefined = path;
      for (let page = 0; page < mostPages && next !== undefined; page += 1) {
        const answer: CanvasAnswer = await read(next);
        if (answer.body === undefined) return undefined;
        if (!Array.isArray(answer.body)) throw refused('no-list');
        items.push(...(answer.body as JsonValue[]));
        if (isEnough(items)) break;
        next = answer.next;
      }
      return items;
    },
  };
}

/** One edition of the documentation says 429 for "too much", another 403 with these words. */
function throttledBy({ status, text, headers }: OutsideAnswer, now: number): Error | undefined {
  return status === 403 && /rate limit exceeded/i.test(text) ? later('http-403', headers, now) : undefined;
}

/** The link to the next page; one that leads to another host is no link of this Canvas. */
function nextOf(header: string | null, url: string): string | undefined {
  const found = /<([^<>]+)>\s*;[^,<]*\brel="?next"?/i.exec(header ?? '')?.[1];
  return found?.startsWith(`${url}/`) === true ? found : undefined;
}
