import type { Coaching, Course, Role, Skill } from '@coachkit/core';
import type { FakeClock, FakeLearningSystem } from '../fakes.js';

/**
 * What the behaviour suite needs from whoever runs it: one empty tenant that several people use. The skills framework
 * has to be `suiteSkills`, the learning system a fake over `suiteCourses`, the clock the one given.
 */
export interface CoachingHarness {
  /** A `Coaching` for somebody, over the tenant of this harness. Asked twice, it may hand out two objects. */
  as(personId: string, roles?: readonly Role[]): Promise<Coaching>;
  readonly clock: FakeClock;
  readonly lms: FakeLearningSystem;
  /** Called once after the case, whatever came of it. */
  cleanUp(): Promise<void>;
}

/** One behaviour, with the requirement it proves. */
export interface CoachingCase {
  /** Unique; says what holds. */
  readonly name: string;
  /** Ids of `docs/requirements.md`. */
  readonly proves: readonly string[];
  /** Tries it. @throws ExpectationError saying what was expected and what was found */
  run(harness: CoachingHarness): Promise<void>;
}

/** The skills framework of the suite. */
export const suiteSkills: readonly Skill[] = [
  { id: 'skill-negotiation', label: 'Negotiation', otherLabels: ['negotiating', 'bargaining'], path: 'Sales' },
  { id: 'skill-forecasting', label: 'Forecasting', path: 'Sales' },
  { id: 'skill-typing', label: 'Shorthand typing', retired: true },
];

/** The catalogue of the suite. */
export const suiteCourses: readonly Course[] = [
  { id: 'course-trading', title: 'Trading concessions', durationMinutes: 40, skillIds: ['skill-negotiation'] },
  { id: 'course-forecast', title: 'Forecasting with care', durationMinutes: 90 },
];

/** The moment at which every case begins: a Tuesday, 09:30 in London. */
export const suiteStart = '2026-11-24T09:30:00.000Z';

/** The ids of the small company of the suite. */
export interface Company {
  readonly it: Coaching;
  readonly manager: Coaching;
  readonly employee: Coaching;
  /** The pair of Priya and Tom, monthly from 24 August 2026. */
  readonly relationshipId: string;
}

/**
 * Founds the company: Priya manages Tom and Ada, Olga manages Priya; Sam works elsewhere. Lines and the pair of Priya
 * and Tom exist since 24 August 2026.
 */
export async function foundCompany(harness: CoachingHarness): Promise<Company> {
  const it = await harness.as('it', ['technical-admin']);
  await it.directory.saveUnit({ id: 'sales', kind: 'department', name: 'Sales' });
  await it.directory.saveUnit({ id: 'renewals', kind: 'team', name: 'Renewals', parentId: 'sales' });
  const place = { timeZone: 'Europe/London', departmentId: 'sales', teamId: 'renewals' };
  for (const [id, name] of [
    ['olga', 'Olga Petrova'],
    ['priya', 'Priya Nair'],
    ['tom', 'Tom Okafor'],
    ['ada', 'Ada Lindqvist'],
    ['sam', 'Sam Reyes'],
  ] as const) {
    await it.directory.savePerson({ id, name, ...place });
  }
  const start = '2026-08-24';
  await it.directory.startReportingLine({ employeeId: 'priya', managerId: 'olga', start });
  await it.directory.startReportingLine({ employeeId: 'tom', managerId: 'priya', start });
  await it.directory.startReportingLine({ employeeId: 'ada', managerId: 'priya', start });
  const manager = await harness.as('priya');
  const pair = await manager.relationships.start({ managerId: 'priya', employeeId: 'tom', start });
  return { it, manager, employee: await harness.as('tom'), relationshipId: pair.value.id };
}

/** A record as a manager would save it. */
export function typicalRecord(relationshipId: string) {
  return {
    relationshipId,
    date: '2026-11-24',
    durationMinutes: 50,
    focus: { kind: 'skill-development', label: 'Negotiation', skillId: 'skill-negotiation' } as const,
    points: [
      'Tom led two renewal calls on his own.',
      'The opening went as he had planned it.',
      'He wants to name the trade-off first, then wait.',
    ],
    actions: [
      { id: 'action-questions', text: 'Draft three trade-off questions', ownerId: 'tom', dueDate: '2026-11-27' },
      { id: 'action-sit-in', text: 'Sit in on the Alder call', ownerId: 'priya', dueDate: '2026-12-04' },
    ],
  };
}
