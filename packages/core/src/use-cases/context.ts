import { dateInZone, instantOf, type CalendarDate, type Instant } from '../calendar.js';
import type { Documents } from '../documents.js';
import type { Emitter } from '../events.js';
import type { Person } from '../model/person.js';
import type { Cadence } from '../model/cadence.js';
import type { Clock, NewId } from '../ports/clock.js';
import type { Actor } from '../ports/identity.js';
import type { LearningSystem } from '../ports/lms.js';
import type { SkillsFramework } from '../ports/skills.js';
import type { PersonSummary } from '../views.js';

/** The rules of a programme, with the defaults of the guide (requirements e2). */
export interface ProgrammeRules {
  /** Monthly unless said otherwise (M8). */
  readonly cadence: Cadence;
  /** Usual length in minutes, 45 to 60 (M9). */
  readonly durationMinutes: number;
  /** For how many days after it was recorded a session can be corrected. */
  readonly correctionDays: number;
  /** Least number of people behind a figure; may be raised above 5, never lowered. */
  readonly threshold: number;
}

/** What every use case may use. It changes nothing by itself. */
export interface UseCaseContext {
  readonly actor: Actor;
  readonly documents: Documents;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly rules: ProgrammeRules;
  readonly emit: Emitter['emit'];
  readonly skills: SkillsFramework | undefined;
  readonly lms: LearningSystem | undefined;
}

/** The moment it is. */
export function nowOf({ clock }: UseCaseContext): Instant {
  return instantOf(clock.now());
}

/** The date it is for a person. @throws CoachingError `not-found` for somebody the directory does not know */
export async function todayOf(context: UseCaseContext, personId: string): Promise<CalendarDate> {
  const { body } = await context.documents.get('person', personId);
  return dateInZone(context.clock.now(), body.timeZone);
}

/** What others may know of a person. */
export function summaryOf({ id, name, jobTitle }: Person): PersonSummary {
  return jobTitle === undefined ? { id, name } : { id, name, jobTitle };
}

/** People by id for one answer: each is read once; somebody unknown is shown by id, so that one gap hides nothing else. */
export function peopleOf({ documents }: UseCaseContext): (id: string) => Promise<PersonSummary> {
  const known = new Map<string, Promise<PersonSummary>>();
  return (id) => {
    let person = known.get(id);
    if (person === undefined) {
      person = documents.find('person', id).then((found) => (found ? summaryOf(found.body) : { id, name: id }));
      known.set(id, person);
    }
    return person;
  };
}

/** An object without the keys whose value is `undefined`: absent and undefined are the same to a schema, not to a type. */
export function defined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

/** How long to wait for a system of somebody else, in milliseconds. */
const patience = 3_000;

/**
 * What a system of somebody else says; undefined when there is none, and when it throws, fails or stays silent: what
 * people have written is shown and saved without it.
 */
export async function answerOf<T>(ask: () => Promise<T> | undefined): Promise<T | undefined> {
  let timer: unknown;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([ask(), silence]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The framework's label of a skill now; none while the framework cannot answer. */
export async function skillLabelOf({ skills }: UseCaseContext, skillId: string): Promise<string | undefined> {
  return (await answerOf(() => skills?.get(skillId)))?.label;
}
