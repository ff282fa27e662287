import { createMemoryLearningSystem } from '@coachkit/adapters/lms/memory';
import type { LearningLaboratory } from '@coachkit/testing/lms-suite';
import { catalogue, idOfCourse, talksId } from './suite-world.ts';

/** A learning system in memory has no wire, so there is nothing to be seen or spoiled on it. */
export function openMemory(): LearningLaboratory {
  const titles: Readonly<Record<string, string>> = { trading: 'Trading concessions & offers' };
  const courses = catalogue.map(({ id, name, title }) => ({ id: String(id), title: titles[name ?? ''] ?? title }));
  const lms = createMemoryLearningSystem({
    courses: [...courses, { id: String(talksId), title: 'Coaching talks' }],
    people: ['tom', 'ada'],
    closed: [idOfCourse('closed')],
  });
  return {
    lms,
    courseId: idOfCourse,
    enrolments: () => lms.enrolments(),
    recommendations: () => lms.recommendations(),
    complete: (pair, on) => lms.complete(pair, on),
    close: () => undefined,
  };
}
