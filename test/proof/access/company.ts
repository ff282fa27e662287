import {
  createCoaching,
  createSkillList,
  type Coaching,
  type Role,
  type StorageChange,
  type StorageSource,
} from '@coachkit/core';
import { suiteCourses, suiteSkills } from '@coachkit/testing/coaching-suite';
import { createCountingIds, createFakeClock, createFakeLearningSystem, type FakeClock } from '@coachkit/testing/fakes';

/** A pair of the company, with the names of everything in it. */
export interface FilledPair {
  readonly name: string;
  readonly managerId: string;
  readonly employeeId: string;
  readonly isOver: boolean;
  readonly relationshipId: string;
  readonly recorded: string;
  readonly planned: string;
  readonly openAction: string;
  readonly goal: string;
  readonly assignment: string;
  readonly conflicts: readonly string[];
  readonly goalConflict: string;
}

/** A company with a marker word in every field that holds words. */
export interface MarkedCompany {
  readonly storage: StorageSource;
  readonly clock: FakeClock;
  readonly lms: ReturnType<typeof createFakeLearningSystem>;
  readonly pairs: readonly FilledPair[];
  /** Tom’s line to Priya, by its id. */
  readonly lineId: string;
}

/** The tenant that holds everything, and one that holds the same people and nothing else. */
export const tenants = { home: 'north', other: 'south' } as const;

/** Everybody, and who manages them last. */
const people = {
  olga: '',
  priya: 'olga',
  marek: 'olga',
  liam: 'olga',
  tom: 'marek',
  ada: 'priya',
  max: 'priya',
  eva: 'liam',
  sam: '',
  it: '',
};

/** When everybody begins, when Tom passes from Marek to Priya, and today. */
const [begin, handover] = ['2026-01-05', '2026-07-01'];
export const now = '2026-11-24T09:30:00.000Z';

/** A marker word: of which pair, in which field. */
export function marker(pair: string, field: string): string {
  return `mark-${pair}-${field}-kram`;
}

/** Every marker word in a text. */
export function markersIn(text: string): readonly string[] {
  return text.match(/mark-\w+-[\w-]+?-kram/g) ?? [];
}

/** Opens the storage of the company, which goes by this clock. */
export type OpenSource = (clock: FakeClock) => StorageSource | Promise<StorageSource>;

/** Founds both tenants, fills four pairs with words and ends one of them. */
export async function foundMarkedCompany(open: OpenSource): Promise<MarkedCompany> {
  const clock = createFakeClock('2026-02-10T09:30:00.000Z');
  const storage = await open(clock);
  const newId = createCountingIds('made');
  const lms = createFakeLearningSystem(suiteCourses);
  const skills = createSkillList(suiteSkills);
  const as = (personId: string, roles: readonly Role[] = [], tenantId: string = tenants.home): Coaching => {
    const actor = { tenantId, personId, roles };
    return createCoaching({ storage: storage.storageFor(actor), actor, clock, newId, lms, skills });
  };
  // What the learning system has not taken can be asked for again.
  lms.answer = 'down';
  for (const tenantId of Object.values(tenants)) {
    const it = as('it', ['technical-admin'], tenantId);
    for (const id of Object.keys(people))
      await it.directory.savePerson({ id, name: `Person ${id}`, timeZone: 'Europe/London' });
  }
  const it = as('it', ['technical-admin']);
  for (const [employeeId, managerId] of Object.entries(people)) {
    if (managerId !== '') await it.directory.startReportingLine({ employeeId, managerId, start: begin });
  }
  const pairs = [await fillPair(as, storage, 'former', 'marek', 'tom')];
  clock.set('2026-07-06T09:30:00.000Z');
  const line = await it.directory.startReportingLine({ employeeId: 'tom', managerId: 'priya', start: handover });
  clock.set(now);
  for (const [name, managerId, employeeId] of [
    ['current', 'priya', 'tom'],
    ['sister', 'priya', 'ada'],
    ['foreign', 'liam', 'eva'],
  ] as const) {
    pairs.push(await fillPair(as, storage, name, managerId, employeeId));
  }
  lms.answer = 'well';
  return { storage, clock, lms, pairs, lineId: line.value.id };
}

async function fillPair(
  as: (personId: string) => Coaching,
  storage: StorageSource,
  name: string,
  managerId: string,
  employeeId: string,
): Promise<FilledPair> {
  const [manager, employee] = [as(managerId), as(employeeId)];
  const isOver = name === 'former';
  const [start, date, later, due] = isOver
    ? [begin, '2026-02-10', '2026-03-10', '2026-03-20']
    : [handover, '2026-11-24', '2026-12-10', '2026-12-20'];
  const mark = (field: string): string => `${marker(name, field)} in ${field}`;
  const { id: relationshipId } = (await manager.relationships.start({ managerId, employeeId, start })).value;
  const ids = { open: `${name}-open`, dropped: `${name}-dropped`, done: `${name}-done` };
  const action = (id: string, field: string) => ({ id, text: mark(field), ownerId: employeeId, dueDate: due });
  const record = await manager.sessions.record({
    relationshipId,
    date,
    durationMinutes: 50,
    focus: { kind: 'specific-development-area', label: mark('earlier-focus') },
    points: [mark('earlier-point')],
    actions: [
      {
        ...action(ids.open, 'open-action'),
        activities: [
          { kind: 'practice', label: mark('activity') },
          { kind: 'course', courseId: 'course-trading', intent: 'assign' },
        ],
      },
      action(ids.dropped, 'dropped-action'),
      action(ids.done, 'done-action'),
    ],
  });
  const recorded = record.value.session.id;
  const { version } = await manager.sessions.get({ sessionId: recorded });
  const focus = { kind: 'specific-development-area', label: mark('focus') } as const;
  await manager.sessions.correct({ sessionId: recorded, version, focus, points: [mark('point')] });
  await manager.sessions.comment({ sessionId: recorded, text: mark('comment-of-manager') });
  await employee.sessions.comment({ sessionId: recorded, text: mark('comment-of-employee') });
  await manager.actions.update({ actionId: ids.dropped, status: 'dropped', dropReason: mark('drop-reason') });
  await employee.actions.update({ actionId: ids.done, status: 'done' });
  await manager.relationships.changeCadence({
    relationshipId,
    cadence: { unit: 'week', every: 2 },
    until: due,
    reason: mark('cadence-reason'),
  });
  const goal = (await employee.plans.addGoal({ employeeId, title: mark('goal') })).value.id;
  const planned = (await manager.sessions.schedule({ relationshipId, date: later })).value.id;
  await employee.sessions.proposeFocus({ relationshipId, text: mark('proposal') });
  await manager.drafts.save({ draft: draftOf(relationshipId, mark), version: 0 });
  const home = { tenantId: tenants.home, personId: managerId, roles: [] };
  const conflicts = plantedConflicts({ name, relationshipId, managerId, employeeId, recorded, action: ids.open, goal });
  await storage.storageFor(home).commit(conflicts);
  const [assignment] = await manager.courses.assignments({ employeeId });
  const names = conflicts.map(({ id }) => id);
  return {
    ...{ name, managerId, employeeId, isOver, relationshipId, recorded, planned, openAction: ids.open, goal },
    ...{ assignment: assignment?.assignment.id ?? '', conflicts: names.slice(0, 2), goalConflict: names[2] ?? '' },
  };
}

function draftOf(relationshipId: string, mark: (field: string) => string) {
  return {
    relationshipId,
    date: mark('draft'),
    durationMinutes: 60,
    reviews: [],
    focusQuery: mark('draft'),
    points: [mark('draft')],
    actions: [{ id: 'draft-action', text: mark('draft'), ownerId: 'x', dueDate: '', activities: [] }],
    quickEntry: mark('draft'),
    activeSeconds: 4,
  };
}

/** Two wordings of one field can only come of two devices, so they are planted. */
function plantedConflicts(pair: Readonly<Record<string, string>>): StorageChange[] {
  const {
    name = '',
    relationshipId = '',
    managerId = '',
    employeeId = '',
    recorded = '',
    action = '',
    goal = '',
  } = pair;
  const at = '2026-02-11T08:00:00.000Z';
  const put = (id: string, entity: Readonly<Record<string, string | string[]>>, isOfPair: boolean): StorageChange => ({
    type: 'put',
    kind: 'conflict',
    id,
    expectedVersion: 0,
    body: { id, ...entity, employeeId, authorId: managerId, at, ...(isOfPair && { relationshipId, managerId }) },
  });
  const words = {
    entityKind: 'sessionContent',
    entityId: recorded,
    field: 'points',
    other: [marker(name, 'conflict-of-points')],
  };
  const text = { entityKind: 'action', entityId: action, field: 'text', other: marker(name, 'conflict-of-action') };
  const title = { entityKind: 'goal', entityId: goal, field: 'title', other: marker(name, 'conflict-of-goal') };
  return [put(`${name}-c1`, words, true), put(`${name}-c2`, text, true), put(`${name}-c3`, title, false)];
}
