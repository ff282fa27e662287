import { createCanvas, type Canvas, type CanvasOptions } from '@coachkit/adapters/lms/canvas';
import type { LearningLaboratory } from '@coachkit/testing/lms-suite';
import { startFakeSystem, type FakeAnswer, type FakeSystem, type SeenRequest } from './fake-system.ts';
import {
  canvasCourse,
  canvasEnrolment,
  canvasNoProgress,
  canvasProgress,
  canvasUser,
} from './fixtures/canvas-answers.ts';
import { Books, catalogue, connection, idOfCourse, keysOf, learners, plantedToken, talksId } from './suite-world.ts';

const talks = '{mlang en}Coaching talks{mlang}{mlang de}Coaching-Gespräche{mlang}';
const courses = [...catalogue, { id: talksId, title: talks }].map(({ id, title }) => ({ id, title }));

/** A fake Canvas, and its adapter. */
export interface CanvasLaboratory extends LearningLaboratory {
  readonly lms: Canvas;
  readonly system: FakeSystem;
  readonly books: Books;
}

export async function openCanvas(options: Partial<CanvasOptions> = {}): Promise<CanvasLaboratory> {
  const books = new Books();
  const unauthorised = { status: 'unauthorized', errors: [{ message: 'user not authorized to perform that action' }] };
  const system = await startFakeSystem((request) => answer(request, books, system.url), {
    status: 403,
    body: unauthorised,
  });
  const people = { by: 'email', keysOf } as const;
  const lms = createCanvas({ ...connection, url: system.url, accountId: '1', people, ...options });
  return {
    lms,
    system,
    books,
    token: plantedToken,
    courseId: idOfCourse,
    enrolments: () => books.asPairs(),
    enrolmentCalls: () => books.calls,
    complete: (pair, on) => books.complete(pair, on),
    answerWith: (mood) => void (system.mood = mood),
    requests: () => system.requests,
    elsewhere: system.elsewhere,
    close: () => system.close(),
  };
}

const missing = { status: 404, body: { errors: [{ message: 'The specified resource does not exist.' }] } };

function answer({ method, path, query, headers, body }: SeenRequest, books: Books, url: string): FakeAnswer {
  if (headers.authorization !== `Bearer ${plantedToken}`)
    return { status: 401, headers: { 'www-authenticate': 'Bearer realm="canvas-lms"' }, body: { errors: [] } };
  if (headers.accept !== 'application/json+canvas-string-ids') return { body: [{ id: 1 }] };
  const parts = path.replace('/api/v1/', '').split('/').map(decodeURIComponent);
  const [kind, id = '', part, sub = '', end] = parts;
  const course = courses.find((each) => kind === 'courses' && String(each.id) === id);
  const user = learners.find(
    (each) => kind === 'users' && (String(each.id) === id || `sis_user_id:${each.idNumber}` === id),
  );
  if (kind === 'accounts' && part === 'courses') {
    const words = query.get('search_term')?.toLowerCase() ?? '';
    const found = courses.filter(({ title }) => title.toLowerCase().includes(words));
    return paged(
      found.map((each) => canvasCourse(each.id, each.title)),
      query,
      `${url}${path}`,
    );
  }
  if (kind === 'accounts' && part === 'users') {
    const words = query.get('search_term')?.toLowerCase() ?? '';
    const found = learners.filter(({ email }) => email.toLowerCase().includes(words));
    return paged(
      found.map((each) => canvasUser(each.id, each.email)),
      query,
      `${url}${path}`,
    );
  }
  if (user !== undefined && part === undefined) return { body: canvasUser(user.id, user.email) };
  if (user !== undefined && part === 'enrollments') {
    const own = books.enrolments.filter(({ learner }) => learner === user.id);
    return paged(
      own.map((each) => canvasEnrolment(each.id, each.course, each.learner)),
      query,
      `${url}${path}`,
    );
  }
  if (course === undefined) return missing;
  if (part === undefined) return { body: canvasCourse(course.id, course.title) };
  if (part === 'users' && end === 'progress') {
    const on = books.completedOn(Number(sub), course.id);
    return { body: course.id === 6 ? canvasNoProgress : canvasProgress(on === undefined ? null : `${on}T13:38:00Z`) };
  }
  if (method === 'DELETE') {
    const ended = books.enrolments.find((each) => String(each.id) === sub);
    if (ended !== undefined) books.end(ended.learner, ended.course);
    return { body: canvasEnrolment(Number(sub), course.id, ended?.learner ?? 0, 'completed'), isChange: true };
  }
  books.calls += 1;
  if (course.id === 5) return { status: 400, body: { message: 'concluded' } };
  const wanted = (JSON.parse(body) as { enrollment: { user_id: string; enrollment_state?: string } }).enrollment;
  const made = books.enrol(Number(wanted.user_id), course.id);
  const state = wanted.enrollment_state ?? 'invited';
  return { body: canvasEnrolment(made, course.id, Number(wanted.user_id), state), isChange: true };
}

/** Pages of ten unless asked otherwise, fifty at most, with an opaque link to the next. */
function paged(items: readonly object[], query: URLSearchParams, url: string): FakeAnswer {
  const size = Math.min(Number(query.get('per_page') ?? '10'), 50);
  const start = Number(query.get('opaque') ?? '0');
  const next = new URLSearchParams({ ...Object.fromEntries(query), opaque: String(start + size) });
  const links = [
    `<${url}>; rel="current"`,
    ...(start + size < items.length ? [`<${url}?${next.toString()}>; rel="next"`] : []),
  ];
  return { headers: { link: links.join(',') }, body: items.slice(start, start + size) };
}
