/**
 * A server for tests that run without one: handlers for msw from the route table, over the real use cases, with faults
 * that can be switched on and off.
 * @packageDocumentation
 */
import {
  createMemoryStorage,
  systemClock,
  type Actor,
  type Clock,
  type LearningSystem,
  type ProgrammeRules,
  type SkillsFramework,
  type Storage,
} from '@coachkit/core';
import { routes, syncPaths, wirePrefix, type Route, type Verb } from '@coachkit/core/wire';
import { http, type HttpHandler } from 'msw';
import { withFault, type Answering, type MockFault } from './msw/mock-fault.js';
import { MockRefusal, problemAnswer } from './msw/mock-refusal.js';
import { answerSync, syncMethods, type SyncName } from './msw/mock-synchronisation.js';
import type { MockTenant } from './msw/mock-tenant.js';
import { answerVerb } from './msw/mock-verb.js';

export type { MockFault } from './msw/mock-fault.js';
export type { SyncName } from './msw/mock-synchronisation.js';

/** What a mock server is made of. */
export interface MockServerOptions {
  /** Who is signed in at first; nobody when absent, and everything answers 401. */
  readonly as?: Actor;
  /** What there is at first; an empty storage in memory when absent. */
  readonly storage?: Storage;
  /** Where the contract begins, without `/v1`: `https://coaching.example/api`. Every address that ends right when absent. */
  readonly url?: string;
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  readonly lms?: LearningSystem;
  readonly skills?: SkillsFramework;
  readonly rules?: Partial<ProgrammeRules>;
  /** Faults from the beginning, by what they befall. */
  readonly faults?: Partial<Record<MockTarget, MockFault>>;
}

/** What a fault befalls: one verb, one part of synchronisation, or everything. */
export type MockTarget = Verb | SyncName | 'all';

/** Handlers for msw, and the switches of what answers them. */
export interface MockServer {
  /** For `setupServer(...handlers)` in Node and `setupWorker(...handlers)` in a browser. */
  readonly handlers: readonly HttpHandler[];
  /** What the server keeps: to put something there, or to look what has arrived. */
  readonly storage: Storage;
  /** Signs somebody in; nobody when there is no actor. */
  readonly signIn: (actor?: Actor) => void;
  /**
   * Lets something go wrong from now on.
   * @param times - with how many requests; all when absent
   */
  readonly fail: (fault: MockFault, target?: MockTarget, times?: number) => void;
  /** Makes everything well again, or one thing. */
  readonly heal: (target?: MockTarget) => void;
}

/**
 * A server that exists in the tests of a host only. What it answers is what `createHandler` answers; it keeps no limits
 * and makes no log.
 *
 * @example
 * const mock = createMockServer({ as: { tenantId: 'northwind', personId: 'priya', roles: [] }, storage })
 * const server = setupServer(...mock.handlers)
 * mock.fail({ kind: 'lost-answer' }, 'sessions.record', 1)
 */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  const { as, url = '*', clock = systemClock, lms, skills, rules, faults = {} } = options;
  const storage = options.storage ?? createMemoryStorage({ tenantId: as?.tenantId ?? 'mock' });
  const failing = new Map<MockTarget, { readonly fault: MockFault; left: number }>();
  const fail: MockServer['fail'] = (fault, target = 'all', times = Infinity) => {
    failing.set(target, { fault, left: times });
  };
  for (const [target, fault] of Object.entries(faults)) fail(fault, target as MockTarget);
  let actor = as;
  const tenant = (): MockTenant => ({
    ...{ storage, clock, actor },
    ...(lms !== undefined && { lms }),
    ...(skills !== undefined && { skills }),
    ...(rules !== undefined && { rules }),
  });

  const faultOf = (target: MockTarget): MockFault | undefined => {
    const found = failing.get(target) ?? failing.get('all');
    if (found === undefined || found.left <= 0) return undefined;
    found.left -= 1;
    return found.fault;
  };
  const answer = async (target: Verb | SyncName, request: Request, well: Answering): Promise<Response> => {
    const answering: Answering = async (each) => {
      try {
        return await well(each);
      } catch (error) {
        return problemAnswer(error);
      }
    };
    const fault = faultOf(target);
    if (fault === undefined) return answering(request);
    return withFault(fault, request, answering, () => problemAnswer(new MockRefusal('auth-required')));
  };

  const ofVerbs = Object.entries(routes).map(([name, route]) => {
    const verb = name as Verb;
    return handlerOf(route.method, url + wirePrefix + route.path, (request, params) =>
      answer(verb, request, (each) => answerVerb(tenant(), verb, route, each, params)),
    );
  });
  const ofSync = Object.entries(syncPaths).map(([each, path]) => {
    const name = each as SyncName;
    return handlerOf(syncMethods[name], url + wirePrefix + path, (request) =>
      answer(name, request, (asked) => answerSync[name](tenant(), asked)),
    );
  });

  return {
    handlers: [...ofVerbs, ...ofSync],
    storage,
    signIn: (next) => (actor = next),
    fail,
    heal: (target) => (target === undefined ? failing.clear() : failing.delete(target)),
  };
}

type Resolver = (request: Request, params: Readonly<Record<string, string>>) => Promise<Response>;

function handlerOf(method: Route['method'] | 'get' | 'post', path: string, resolve: Resolver): HttpHandler {
  const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  // A pattern that begins anywhere has parts without a name as well.
  return http[verb](pattern, ({ request, params }) =>
    resolve(request, Object.fromEntries(names.map((name) => [name, String(params[name])]))),
  );
}
