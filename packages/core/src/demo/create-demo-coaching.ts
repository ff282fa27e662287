import { dateInZone, instantInZone, millisecondsOf, type CalendarDate } from '../calendar.js';
import type { Coaching } from '../coaching.js';
import { createCoaching } from '../create-coaching.js';
import { notFound } from '../errors.js';
import { systemClock, type Clock, type NewId } from '../ports/clock.js';
import type { LearningSystem } from '../ports/lms.js';
import type { Storage } from '../ports/storage.js';
import { createMemoryStorage } from '../storage/memory.js';
import { drawFrame, type FeaturedPeople } from './frame.js';
import { createDemoServices } from './services.js';
import { demoOrganisation } from './organisation.js';
import { seedDemoStorage } from './seed-storage.js';

/** The tenant of every sample organisation. */
export const demoTenantId = 'northwind';

/** What a sample is drawn from, and as whom one looks at it. */
export interface DemoCoachingOptions {
  /** Any whole number; 1 when absent. */
  readonly seed?: number;
  /** The day it is, which then stands still; the machine's own day, which goes on, when absent. */
  readonly today?: CalendarDate;
  /**
   * A manager whose agenda holds a pair of every kind, the first of her reports, somebody who looks after the
   * programme, or a person by id; `manager` when absent.
   */
  readonly as?: 'manager' | 'employee' | 'learning' | (string & {});
  /** Where it is kept, with what people enter; it is filled once. In memory when absent. */
  readonly storage?: Storage;
  /** The sample's own learning system when absent. */
  readonly lms?: LearningSystem;
  /** Random ids when absent. */
  readonly newId?: NewId;
}

/**
 * A `Coaching` over a sample organisation with a year of history: same seed and day, same data.
 *
 * @example
 * const coaching = await createDemoCoaching({ seed: 1, today: '2026-11-24', as: 'manager' });
 * @throws CoachingError `not-found` for a person whom the sample does not know; what `Storage.commit` throws
 */
export async function createDemoCoaching(options: DemoCoachingOptions = {}): Promise<Coaching> {
  const { seed = 1, storage = createMemoryStorage({ tenantId: demoTenantId }), as = 'manager' } = options;
  const clock = options.today === undefined ? systemClock : standingClock(options.today);
  const today = options.today ?? dateInZone(clock.now(), homeZone);
  const { roster, featured } = drawFrame({ seed, today });
  const personId = personOf(featured, as);
  if (!roster.people.some(({ id }) => id === personId)) throw notFound('person');
  await seedDemoStorage(storage, () => demoOrganisation({ seed, today }));
  const { skills, lms } = await createDemoServices(storage);
  return createCoaching({
    storage,
    clock,
    actor: { tenantId: demoTenantId, personId, roles: roster.roles.get(personId) ?? [] },
    skills,
    lms: options.lms ?? lms,
    ...(options.newId === undefined ? {} : { newId: options.newId }),
  });
}

const homeZone = 'Europe/London';

function personOf(featured: FeaturedPeople, as: string): string {
  if (as === 'manager') return featured.managerId;
  if (as === 'employee') return featured.employeeId;
  return as === 'learning' ? featured.learningId : as;
}

/** Half past nine in London, and a millisecond later with each question, so that what happens keeps its order. */
function standingClock(today: CalendarDate): Clock {
  let now = millisecondsOf(instantInZone(today, '09:30', homeZone));
  return { now: () => now++ };
}
