import type {
  Actor,
  Clock,
  CoachingOptions,
  LearningSystem,
  ProgrammeRules,
  SkillsFramework,
  Storage,
} from '@coachkit/core';
import { MockRefusal } from './mock-refusal.js';

/** What everything that answers a request works with. */
export interface MockTenant {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly lms?: LearningSystem;
  readonly skills?: SkillsFramework;
  readonly rules?: Partial<ProgrammeRules>;
  /** Who is signed in now. */
  readonly actor: Actor | undefined;
}

/** The parts of a `Coaching` for whoever is signed in. @throws MockRefusal 401 */
export function partsOf({ storage, clock, lms, skills, rules, actor }: MockTenant): CoachingOptions & {
  readonly clock: Clock;
} {
  if (actor === undefined) throw new MockRefusal('auth-required');
  return {
    storage,
    clock,
    actor,
    ...(lms !== undefined && { lms }),
    ...(skills !== undefined && { skills }),
    ...(rules !== undefined && { rules }),
  };
}

/** The JSON of a body; an empty object where there is none. @throws MockRefusal 400 */
export async function bodyOf(request: Request): Promise<object> {
  const text = await request.text();
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below, as for anything else that is no object.
  }
  throw new MockRefusal('invalid-input');
}
