import { createMoodle, type Moodle, type MoodleOptions } from '@coachkit/adapters/lms/moodle';
import type { LearningLaboratory } from '@coachkit/testing/lms-suite';
import { startFakeSystem, type FakeAnswer, type FakeSystem, type SeenRequest } from './fake-system.ts';
import { moodleCompletion, moodleCourse, moodleEnrolment, moodleError, moodleUser } from './fixtures/moodle-answers.ts';
import { Books, catalogue, connection, idOfCourse, keysOf, learners, plantedToken, talksId } from './suite-world.ts';

const talks =
  '<span lang="en" class="multilang">Coaching talks</span><span lang="de" class="multilang">Coaching-Gespräche</span>';
const courses = [...catalogue, { id: talksId, title: talks }].map(({ id, title }) => ({ id, title }));
/** The latest a recorded day ends in London in winter, in seconds. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1_000;

/** A fake Moodle in front of a fake site, and its adapter. */
export interface MoodleLaboratory extends LearningLaboratory {
  readonly lms: Moodle;
  readonly system: FakeSystem;
  readonly books: Books;
}

export async function openMoodle(options: Partial<MoodleOptions> = {}): Promise<MoodleLaboratory> {
  const books = new Books();
  const system = await startFakeSystem((request) => answer(request, books), { body: moodleError('nopermissions') });
  const lms = createMoodle({ ...connection, url: system.url, people: { by: 'email', keysOf }, ...options });
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

function answer({ method, path, headers, body }: SeenRequest, books: Books): FakeAnswer {
  if (method !== 'POST' || path !== '/webservice/rest/server.php') return { status: 404, body: '<h1>Not Found</h1>' };
  // Everything but a form is ignored, as if nothing had been sent.
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  const fields = new URLSearchParams(isForm ? body : '');
  if (fields.get('wstoken') !== plantedToken) return { body: moodleError('invalidtoken') };
  const field = (name: string): string => fields.get(name) ?? '';
  const user = learners.find(({ id }) => String(id) === (fields.get('userid') ?? fields.get('enrolments[0][userid]')));
  switch (field('wsfunction')) {
    case 'core_course_search_courses': {
      const found = courses.filter(({ title }) => title.toLowerCase().includes(field('criteriavalue').toLowerCase()));
      const start = Number(field('page')) * Number(field('perpage'));
      const page = found.slice(start, start + Number(field('perpage')));
      return {
        body: { total: found.length, courses: page.map(({ id, title }) => moodleCourse(id, title)), warnings: [] },
      };
    }
    case 'core_course_get_courses': {
      const found = courses.filter(({ id }) => String(id) === field('options[ids][0]'));
      return { body: found.map(({ id, title }) => moodleCourse(id, title)) };
    }
    case 'core_user_get_users_by_field': {
      const values = ['values[0]', 'values[1]'].map((name) => fields.get(name));
      const found = learners.filter(({ email, idNumber, id }) =>
        values.includes({ email: email.toLowerCase(), idnumber: idNumber, id: String(id) }[field('field')] ?? ''),
      );
      return { body: found.map(({ id, email, idNumber }) => moodleUser(id, email, idNumber)) };
    }
    case 'core_enrol_get_users_courses': {
      const enrolled = books.enrolments.filter(({ learner }) => learner === user?.id);
      return {
        body: enrolled.map(({ learner, course }) =>
          moodleEnrolment(
            course,
            course === 6 ? 'untracked' : books.completedOn(learner, course) === undefined ? 'open' : 'completed',
          ),
        ),
      };
    }
    case 'core_completion_get_course_completion_status': {
      const on = books.completedOn(user?.id ?? 0, field('courseid'));
      return { body: on === undefined ? moodleCompletion(null) : moodleCompletion(noonOf(on) - 86_400, noonOf(on)) };
    }
    case 'enrol_manual_enrol_users': {
      const course = Number(field('enrolments[0][courseid]'));
      books.calls += 1;
      if (user === undefined) return { body: moodleError('invaliduser') };
      if (!courses.some(({ id }) => id === course)) return { body: moodleError('invalidparameter') };
      if (course === 5) return { body: moodleError('wsnoinstance') };
      if (!books.has(user.id, course)) books.enrol(user.id, course);
      return { body: 'null', isChange: true };
    }
    case 'enrol_manual_unenrol_users': {
      if (user !== undefined) books.end(user.id, Number(field('enrolments[0][courseid]')));
      return { body: 'null', isChange: true };
    }
    default:
      return { body: moodleError('invalidrecord') };
  }
}
