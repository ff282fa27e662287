import { createSkillList, type Actor, type JsonObject, type StorageChange, type StorageSource } from '@coachkit/core';
import { routes, wirePrefix, type Route, type Verb } from '@coachkit/core/wire';
import { createHandler, type Handler, type LogEvent } from '@coachkit/server';
import { suiteSkills } from '@coachkit/testing/coaching-suite';
import { withCommits } from '../../support/watched-storage.ts';
import type { MarkedCompany } from './company.ts';

/** What an attempt came to. */
export interface Outcome {
  readonly status: number;
  /** Everything that was answered: head and body. */
  readonly text: string;
  readonly body: unknown;
  /** What would have been written. */
  readonly written: readonly StorageChange[];
}

/** A handler over a company in which every commit succeeds and nothing is kept, so that every attempt meets the same. */
export interface RehearsedServer {
  ask(actor: Actor, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Outcome>;
  call(actor: Actor, verb: Verb, input: JsonObject): Promise<Outcome>;
  /** Everything that was logged so far. */
  readonly logged: readonly LogEvent[];
}

/** A server whose commits are watched and thrown away. */
export function rehearsedServer({ storage, clock, lms }: MarkedCompany): RehearsedServer {
  const logged: LogEvent[] = [];
  const written: StorageChange[] = [];
  const actors = new Map<string, Actor>();
  const handler: Handler = createHandler({
    storage: rehearsed(storage, written),
    authenticate: ({ headers }) => actors.get(headers.get('authorization') ?? ''),
    clock,
    lms,
    skills: createSkillList(suiteSkills),
    deviceKeySecret: 'a secret of the tests, long enough',
    limits: { burst: 10_000_000, perSecond: 1_000_000 },
    log: (event) => logged.push(event),
  });

  const ask: RehearsedServer['ask'] = async (actor, method, path, body, more = {}) => {
    const token = JSON.stringify(actor);
    actors.set(token, actor);
    written.length = 0;
    const headers = { authorization: token, 'coachkit-version': '1', 'content-type': 'application/json', ...more };
    const response = await handler(
      new Request(`https://coaching.example${wirePrefix}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    const changes = written.splice(0);
    return {
      status: response.status,
      text: `${head}\n${text}`,
      body: text === '' ? undefined : JSON.parse(text),
      written: changes,
    };
  };
  let keys = 0;
  return {
    logged,
    ask,
    call(actor, verb, input) {
      const { method, path, body } = requestFor(verb, input);
      const headers: Record<string, string> = {};
      const route: Route = routes[verb];
      if (route.kind === 'create') headers['idempotency-key'] = `attempt-${(keys += 1)}`;
      if (route.kind === 'change') headers['if-match'] = '*';
      return ask(actor, method, path, body, headers);
    },
  };
}

/** The request of a verb: its input spread over path, query and body. */
function requestFor(verb: Verb, input: JsonObject) {
  const { method, path, query = {} }: Route = routes[verb];
  const rest = new Map(Object.entries(input));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of [...rest]) {
    if (!(name in query)) continue;
    search.set(name, String(value));
    rest.delete(name);
  }
  const address = search.size === 0 ? filled : `${filled}?${search.toString()}`;
  const hasBody = method !== 'GET' && method !== 'DELETE';
  return { method, path: address, body: hasBody ? Object.fromEntries(rest) : undefined };
}

function rehearsed(source: StorageSource, written: StorageChange[]): StorageSource {
  return withCommits(source, (_actor, changes, { status }) => {
    written.push(...changes);
    return Promise.resolve({ level: status.level });
  });
}
