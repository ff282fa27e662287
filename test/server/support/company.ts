import { createCoaching, createMemoryStorageSource, createSkillList, type Coaching, type Role } from '@coachkit/core';
import { createHandler, type Handler, type HandlerOptions, type LogEvent } from '@coachkit/server';
import {
  foundCompany,
  suiteCourses,
  suiteSkills,
  suiteStart,
  typicalRecord,
  type Company,
} from '@coachkit/testing/coaching-suite';
import { createCountingIds, createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';

/** What a request of a test may differ in. */
export interface Ask {
  readonly as?: string;
  readonly roles?: readonly Role[];
  readonly tenant?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** JSON that a test looks into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what came is what the test is about, whatever its shape
export type Loose = any;

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Loose;
}

/** The company of the suite behind a handler over memory. */
export async function companyBehindHandler(options: Partial<HandlerOptions> = {}) {
  const source = createMemoryStorageSource();
  const clock = createFakeClock(suiteStart);
  const lms = createFakeLearningSystem(suiteCourses);
  const skills = createSkillList(suiteSkills);
  const newId = createCountingIds();
  const logged: LogEvent[] = [];
  const as = async (personId: string, roles: readonly Role[] = [], tenantId = 'suite'): Promise<Coaching> => {
    const actor = { tenantId, personId, roles };
    return createCoaching({ storage: source.storageFor(actor), actor, clock, newId, lms, skills });
  };
  const company: Company = await foundCompany({ as, clock, lms, cleanUp: () => Promise.resolve() });
  const handler = createHandler({
    storage: source,
    clock,
    lms,
    skills,
    authenticate: ({ headers }) => {
      const personId = headers.get('x-person');
      if (personId === null || personId === '') return undefined;
      const roles = (headers.get('x-roles') ?? '').split(',').filter(Boolean) as Role[];
      return { tenantId: headers.get('x-tenant') ?? 'suite', personId, roles };
    },
    log: (event) => logged.push(event),
    ...options,
  });
  const ask = (path: string, what: Ask = {}): Promise<Answer> => send(handler, path, what);
  return { ...company, source, clock, lms, handler, logged, ask, as, record: typicalRecord(company.relationshipId) };
}

/** A `Request` as a good client makes it. */
export function requestOf(path: string, { as = 'priya', roles = [], tenant = 'suite', ...what }: Ask): Request {
  const { method = what.body === undefined ? 'GET' : 'POST', body } = what;
  const headers = new Headers({ 'x-person': as, 'x-roles': roles.join(','), 'x-tenant': tenant });
  if (method !== 'GET' && method !== 'HEAD') headers.set('coachkit-version', '1');
  if (['POST', 'PUT', 'PATCH'].includes(method)) headers.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(what.headers ?? {})) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  const text = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body);
  return new Request(`http://coaching.example/v1${path}`, { method, headers, body: text });
}

async function send(handler: Handler, path: string, what: Ask): Promise<Answer> {
  const response = await handler(requestOf(path, what));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}
