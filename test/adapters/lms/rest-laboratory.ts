import { createHmac } from 'node:crypto';
import {
  createRestLearningSystem,
  type RestLearningSystem,
  type RestLearningSystemOptions,
  type RestMapping,
} from '@coachkit/adapters/lms/rest';
import type { LearningLaboratory } from '@coachkit/testing/lms-suite';
import { startFakeSystem, type FakeAnswer, type FakeSystem, type SeenRequest } from './fake-system.ts';
import {
  Books,
  catalogue,
  connection,
  idOfCourse,
  keysOf,
  learners,
  now,
  plantedToken,
  talksId,
} from './suite-world.ts';

/** A learning system of a vendor that nobody has heard of, and its adapter. */
export interface RestLaboratory extends LearningLaboratory {
  readonly lms: RestLearningSystem;
  readonly system: FakeSystem;
  readonly books: Books;
}

export const webhookSecret = 'a-secret-of-the-webhook';
const statuses = { OPEN: 'enrolled', STARTED: 'in-progress', DONE: 'completed', UNKNOWN: 'untracked' } as const;
const fields = { courseId: 'course.id', status: 'state', completedOn: 'finished', statuses };

export const restMapping: RestMapping = {
  auth: { header: 'X-Api-Key', prefix: '' },
  course: { id: 'id', title: 'name', summary: 'about', durationMinutes: 'minutes', url: 'link' },
  find: { request: { method: 'GET', path: '/catalogue?q={query}&page={page}' }, items: 'data.hits' },
  get: { request: { method: 'GET', path: '/catalogue/{courseId}' }, item: 'data' },
  learner: { request: { method: 'GET', path: '/people?{field}={value}' }, items: 'data', id: 'key' },
  assign: {
    request: {
      method: 'POST',
      path: '/bookings',
      headers: { 'Idempotency-Key': '{requestId}' },
      body: { person: '{learnerId}', course: { id: '{courseId}' }, notify: true },
    },
    done: { at: 'data.state', is: ['BOOKED'] },
  },
  recommend: {
    request: { method: 'PUT', path: '/suggestions/{requestId}', body: { person: '{learnerId}', course: '{courseId}' } },
    done: 'status',
  },
  withdraw: {
    request: { method: 'DELETE', path: '/people/{learnerId}/bookings/{courseId}' },
    done: { at: 'data.state', is: ['CANCELLED'] },
  },
  progress: { request: { method: 'GET', path: '/people/{learnerId}/bookings' }, items: 'data', ...fields },
  changes: {
    request: { method: 'GET', path: '/events?after={cursor}' },
    items: 'data',
    learnerId: 'person',
    cursor: 'meta.last',
    firstCursor: '0',
    hasMore: 'meta.more',
    ...fields,
  },
  webhook: {
    items: 'events',
    learnerId: 'person',
    signatureHeader: 'X-Signature',
    signaturePrefix: 'sha256=',
    encoding: 'hex',
    timestampHeader: 'X-Timestamp',
    ...fields,
  },
  errors: { code: 'error.code', unknownCourse: ['NO_COURSE'], unknownPerson: ['NO_PERSON'], later: ['MAINTENANCE'] },
};

const talks = '<p><span lang="en">Coaching talks</span>\n<span lang="de">Coaching-Gespräche</span></p>';
const courses = [...catalogue, { id: talksId, title: talks }].map(({ id, title }) => ({ id, title }));

export async function openRest(options: Partial<RestLearningSystemOptions> = {}): Promise<RestLaboratory> {
  const books = new Books();
  const events: object[] = [];
  const suggestions = new Map<string, { person: string; course: string }>();
  const refusal = { body: { error: { code: 'LICENCE_EXPIRED' } } };
  const system = await startFakeSystem((request) => answer(request, { books, events, suggestions }), refusal);
  const lms = createRestLearningSystem({
    ...connection,
    url: system.url,
    people: { by: 'id-number', keysOf },
    mapping: restMapping,
    webhookSecret,
    ...options,
  });
  const event = (personId: string, courseId: string, on: string): object => ({
    person: `key-${learners.find((each) => each.personId === personId)!.id}`,
    course: { id: Number(courseId) },
    state: 'DONE',
    finished: `${on}T12:00:00+00:00`,
  });
  return {
    lms,
    system,
    books,
    token: plantedToken,
    courseId: idOfCourse,
    enrolments: () => books.asPairs(),
    enrolmentCalls: () => books.calls,
    recommendations: () =>
      [...suggestions.values()].map(({ person, course }) => ({
        personId: learners.find(({ id }) => `key-${id}` === person)!.personId,
        courseId: course,
      })),
    complete: (pair, on) => {
      books.complete(pair, on);
      events.push(event(pair.personId, pair.courseId, on));
    },
    message: (pair, on, age = 0) => {
      const body = JSON.stringify({ events: [event(pair.personId, pair.courseId, on)] });
      const stamp = String(Math.floor((now - age) / 1_000));
      const signature = createHmac('sha256', webhookSecret).update(`${stamp}.${body}`).digest('hex');
      const headers = { 'x-signature': `sha256=${signature}`, 'x-timestamp': stamp };
      return Promise.resolve({ headers, body: new TextEncoder().encode(body) });
    },
    answerWith: (mood) => void (system.mood = mood),
    requests: () => system.requests,
    elsewhere: system.elsewhere,
    close: () => system.close(),
  };
}

interface State {
  readonly books: Books;
  readonly events: readonly object[];
  readonly suggestions: Map<string, { person: string; course: string }>;
}

/** This system answers everything with HTTP 200, errors too. */
function answer(
  { method, path, query, headers, body }: SeenRequest,
  { books, events, suggestions }: State,
): FakeAnswer {
  const error = (code: string): FakeAnswer => ({ body: { error: { code } } });
  if (headers['x-api-key'] !== plantedToken) return error('BAD_KEY');
  const [, kind, id, , third] = path.split('/');
  const course = (wanted: unknown) => courses.find((each) => String(each.id) === String(wanted));
  const learner = (key: unknown) => learners.find((each) => `key-${each.id}` === key);
  const told = ({ id: key, title }: { id: number; title: string }): object => ({
    id: key,
    name: title,
    about: '<p>All about it</p>',
    minutes: 40,
    link: 'javascript:alert(1)',
  });
  if (kind === 'catalogue' && id === undefined) {
    const found = courses.filter(({ title }) => title.toLowerCase().includes(query.get('q')!.toLowerCase()));
    const start = (Number(query.get('page')) - 1) * 25;
    return { body: { data: { hits: found.slice(start, start + 25).map(told) } } };
  }
  if (kind === 'catalogue') return course(id) ? { body: { data: told(course(id)!) } } : { status: 404, body: {} };
  if (kind === 'people' && id === undefined) {
    const found = learners.filter(({ idNumber }) => idNumber === query.get('id-number'));
    return { body: { data: found.map((each) => ({ key: `key-${each.id}` })) } };
  }
  if (kind === 'people' && method === 'DELETE') {
    books.end(learner(id)!.id, Number(third));
    return { body: { data: { state: 'CANCELLED' } }, isChange: true };
  }
  if (kind === 'people') {
    const own = books.enrolments.filter((each) => each.learner === learner(id)?.id);
    const data = own.map((each) => {
      const on = books.completedOn(each.learner, each.course);
      const state = each.course === 6 ? 'UNKNOWN' : on === undefined ? 'OPEN' : 'DONE';
      return { course: { id: each.course }, state, finished: on === undefined ? null : `${on}T12:00:00Z` };
    });
    return { body: { data } };
  }
  if (kind === 'suggestions') {
    suggestions.set(id!, JSON.parse(body) as { person: string; course: string });
    return { status: 204, isChange: true };
  }
  if (kind === 'events') {
    const after = Number(query.get('after'));
    const last = Math.min(after + 1, events.length);
    return { body: { data: events.slice(after, last), meta: { last, more: last < events.length } } };
  }
  books.calls += 1;
  const wanted = JSON.parse(body) as { person: string; course: { id: string } };
  if (course(wanted.course.id) === undefined) return error('NO_COURSE');
  if (learner(wanted.person) === undefined) return error('NO_PERSON');
  if (course(wanted.course.id)?.id === 5) return error('COURSE_FULL');
  books.enrol(learner(wanted.person)!.id, Number(wanted.course.id));
  return { body: { data: { state: 'BOOKED' } }, isChange: true };
}
