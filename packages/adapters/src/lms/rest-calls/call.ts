import { learningError, type CoachingError, type JsonValue } from '@coachkit/core';
import { outsideFetch } from '../../transport/outside-fetch.js';
import { withRetries } from '../../transport/outside-retry.js';
import { jsonOf, later, laterOf, refused } from '../answers.js';
import type { LearningTools } from '../connection.js';
import type { RestMapping, RestRequest } from './mapping.js';
import { stringAt, valueAt } from './places.js';

/** An answer of the system that is no error. */
export interface RestAnswer {
  /** Undefined for "not found" and for an empty answer. */
  readonly body: JsonValue | undefined;
  readonly isMissing: boolean;
}

/** What fills the places of a request. */
export type RestValues = Readonly<Record<string, string | number>>;

/** Makes the requests of a mapping. */
export interface RestCall {
  /** Reads; asked again a few times while the system is not available. */
  read(request: RestRequest, values: RestValues): Promise<RestAnswer>;
  /** Does something, once. */
  write(request: RestRequest, values: RestValues): Promise<RestAnswer>;
}

/** Makes requests as a mapping describes them, and knows its errors, also those that come with HTTP 200. */
export function restCall(tools: LearningTools, { auth, errors }: RestMapping): RestCall {
  const { header, prefix } = auth ?? { header: 'authorization', prefix: 'Bearer ' };

  const write = async (request: RestRequest, values: RestValues): Promise<RestAnswer> => {
    const body = request.body && filled(request.body, (text) => fill(text, values, String));
    const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      fill(value, values, encodeURIComponent),
    ]);
    const answer = await outsideFetch(tools, {
      method: request.method,
      url: tools.url + fill(request.path, values, encodeURIComponent),
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(Object.fromEntries(headers) as Record<string, string>),
        [header.toLowerCase()]: prefix + tools.token,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status, text } = answer;
    const isDone = status >= 200 && status < 300;
    const json = isDone ? jsonIn(text) : jsonOrNothing(text);
    const code = errors === undefined || json === undefined ? undefined : stringAt(json, errors.code);
    if (code !== undefined && code !== '') throw errorOf(code, answer.headers);
    const unavailable = laterOf(answer, tools.clock.now());
    if (unavailable !== undefined) throw unavailable;
    if (status === 404 || status === 410) return { body: undefined, isMissing: true };
    if (!isDone) throw refused(`http-${status}`);
    return { body: json, isMissing: false };
  };

  function errorOf(code: string, headers: Headers): CoachingError {
    if (errors?.unknownPerson?.includes(code) === true)
      return learningError({ reason: 'unknown-person', code }, 'the learning system has no such person');
    if (errors?.unknownCourse?.includes(code) === true)
      return learningError({ reason: 'unknown-course', code }, 'the learning system has no such course');
    if (errors?.later?.includes(code) === true) return later(code, headers, tools.clock.now());
    return refused(code);
  }

  return { write, read: (request, values) => withRetries(tools, () => write(request, values)) };
}

function jsonIn(text: string): JsonValue | undefined {
  return text.trim() === '' ? undefined : jsonOf(text);
}

/** A refusal may be a page for people. */
function jsonOrNothing(text: string): JsonValue | undefined {
  try {
    return jsonIn(text);
  } catch {
    return undefined;
  }
}

function fill(text: string, values: RestValues, encode: (value: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => encode(String(values[name] ?? '')));
}

function filled(value: JsonValue, text: (template: string) => string): JsonValue {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return (value as JsonValue[]).map((each) => filled(each, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, text)]));
}

/** Whether an answer proves that something was done. */
export function proves(
  answer: RestAnswer,
  proof: 'status' | { readonly at: string; readonly is: readonly string[] },
): boolean {
  if (answer.isMissing) return false;
  if (proof === 'status') return true;
  const found = answer.body === undefined ? undefined : valueAt(answer.body, proof.at);
  return typeof found === 'object' || found === undefined ? false : proof.is.includes(String(found));
}
