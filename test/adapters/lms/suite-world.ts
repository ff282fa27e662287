import type { PersonInCourse } from '@coachkit/core';
import type { SuiteCourse } from '@coachkit/testing/lms-suite';

/** The token that every adapter is given, so that it can be looked for. */
export const plantedToken = 'planted-token-7f3a9c';

/** A moment on which nothing depends but what is signed. */
export const now = Date.parse('2026-11-24T09:30:00.000Z');

/** Waits of retries pass at once; the deadline of a request does not. */
export const quickTimers = {
  set: (callback: () => void, milliseconds: number): unknown =>
    setTimeout(callback, milliseconds >= 10_000 ? milliseconds : 0),
  clear: (timer: unknown): void => clearTimeout(timer as NodeJS.Timeout),
};

/** What every adapter of the suite is connected with. */
export const connection = {
  token: plantedToken,
  timers: quickTimers,
  clock: { now: () => now },
  random: () => 0,
  timeZone: 'Europe/London',
} as const;

/** The people that a fake system knows, by the id it gives them. */
export const learners = [
  { id: 11, personId: 'tom', email: 'Tom@acme.example', idNumber: 'EMP-TOM' },
  { id: 12, personId: 'ada', email: 'ada@acme.example', idNumber: 'EMP-ADA' },
];

/** What the host knows of its people. */
export function keysOf(personId: string): Promise<{ email: string; idNumber: string }> {
  const { email, idNumber } = learners.find((each) => each.personId === personId) ?? {
    email: `${personId}@acme.example`,
    idNumber: `EMP-${personId.toUpperCase()}`,
  };
  return Promise.resolve({ email, idNumber });
}

/** The catalogue of a fake system, without the title in two languages: every system has its own way of that. */
export const catalogue: readonly { readonly id: number; readonly name?: SuiteCourse; readonly title: string }[] = [
  { id: 2, name: 'trading', title: 'Trading <b>concessions</b> &amp; offers' },
  { id: 4, name: 'forecast', title: 'Forecasting with care' },
  { id: 5, name: 'closed', title: 'Closed circle' },
  { id: 6, name: 'untracked', title: 'Silent reading' },
  ...Array.from({ length: 60 }, (_, index) => ({ id: 101 + index, title: `Series part ${index + 1}` })),
];
/** The id of the course in two languages. */
export const talksId = 3;

/** The id of a course of the suite, as text. */
export const idOfCourse = (name: SuiteCourse): string =>
  String(name === 'talks' ? talksId : catalogue.find((each) => each.name === name)!.id);

/** The books of a fake learning system. */
export class Books {
  readonly enrolments: { readonly learner: number; readonly course: number; readonly id: number }[] = [];
  readonly completions = new Map<string, string>();
  calls = 0;

  enrol(learner: number, course: number): number {
    const id = 5_000 + this.enrolments.length;
    this.enrolments.push({ learner, course, id });
    return id;
  }

  has(learner: number, course: number): boolean {
    return this.enrolments.some((each) => each.learner === learner && each.course === course);
  }

  end(learner: number, course: number): void {
    const kept = this.enrolments.filter((each) => each.learner !== learner || each.course !== course);
    this.enrolments.splice(0, this.enrolments.length, ...kept);
  }

  complete({ personId, courseId }: PersonInCourse, on: string): void {
    this.completions.set(`${learners.find((each) => each.personId === personId)!.id}/${courseId}`, on);
  }

  completedOn(learner: number, course: number | string): string | undefined {
    return this.completions.get(`${learner}/${course}`);
  }

  asPairs(): PersonInCourse[] {
    return this.enrolments.map(({ learner, course }) => ({
      personId: learners.find(({ id }) => id === learner)!.personId,
      courseId: String(course),
    }));
  }
}
