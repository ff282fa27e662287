import {
  CoachingError,
  createCoaching,
  createMemoryStorage,
  createSkillList,
  type Coaching,
  type Storage,
} from '@coachkit/core';
import {
  demoOrganisation,
  demoSkills,
  demoTenantId,
  createDemoLearningSystem,
  seedDemoStorage,
} from '@coachkit/core/demo';

const today = '2026-11-24';
const organisation = demoOrganisation({ seed: 1, today });

/** What storage does, from the moment the element is on the page. */
export const faults: Readonly<Record<string, (storage: Storage) => Partial<Storage>>> = {
  'rejects everything': () => ({
    get: () => Promise.reject(new CoachingError('storage-unavailable', 'gone', { retryable: true })),
    query: () => Promise.reject(new CoachingError('storage-unavailable', 'gone', { retryable: true })),
    commit: () => Promise.reject(new CoachingError('storage-unavailable', 'gone', { retryable: true })),
  }),
  'throws what no port allows': () => ({
    get: () => {
      throw new TypeError('a mistake of the adapter');
    },
    query: () => Promise.reject(new Error('not a CoachingError')),
    commit: () => Promise.reject(new DOMException('unknown', 'UnknownError')),
  }),
  'is full': () => ({ commit: () => Promise.reject(new CoachingError('storage-full', 'no room')) }),
  'can only be read': () => ({ commit: () => Promise.reject(new CoachingError('storage-read-only', 'newer')) }),
  'never answers': () => ({
    get: () => new Promise(() => undefined),
    query: () => new Promise(() => undefined),
    commit: () => new Promise(() => undefined),
  }),
  'dies after a while': (storage) => {
    let calls = 0;
    const failing =
      <Input extends unknown[], Output>(verb: (...input: Input) => Promise<Output>) =>
      (...input: Input) =>
        (calls += 1) > 40 ? Promise.reject(new CoachingError('closed', 'closed')) : verb(...input);
    return {
      get: failing((...input) => storage.get(...input)),
      query: failing((...input) => storage.query(...input)),
      commit: failing((...input) => storage.commit(...input)),
    };
  },
  'has changed under us': () => ({ commit: () => Promise.reject(new CoachingError('conflict', 'changed')) }),
};

const { managerId: manager, employeeId: employee, learningId: learning } = organisation.featured;
const pairOf = organisation.documents.relationship.find((each) => each.managerId === manager && each.end === undefined);
const recorded = organisation.documents.session.find(
  (each) => each.managerId === manager && each.status === 'recorded',
);

/** Every element with the person who uses it and what it is told. */
export const elements: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['coaching-session-form', manager, { 'relationship-id': pairOf?.id ?? '' }],
  ['coaching-agenda', manager, {}],
  ['coaching-action-list', employee, {}],
  ['coaching-session-view', manager, { 'session-id': recorded?.id ?? '' }],
  ['coaching-development-record', employee, {}],
  ['coaching-dashboard', learning, {}],
  ['coaching-skill-picker', manager, { value: 'sk101' }],
];

/** A storage with the sample organisation in it. */
export async function seededStorage(): Promise<Storage> {
  const storage = createMemoryStorage({ tenantId: demoTenantId });
  await seedDemoStorage(storage, () => organisation);
  return storage;
}

/** The `Coaching` of one person over a storage with a fault. */
export function coachingOver(
  personId: string,
  fault: (storage: Storage) => Partial<Storage>,
  storage: Storage,
): Coaching {
  const faulty: Storage = {
    capabilities: storage.capabilities,
    status: storage.status,
    get: (kind, id) => storage.get(kind, id),
    query: (kind, query) => storage.query(kind, query),
    commit: (changes) => storage.commit(changes),
    subscribe: (listener) => storage.subscribe(listener),
    wipe: () => storage.wipe(),
    close: () => storage.close(),
    ...fault(storage),
  };
  return createCoaching({
    storage: faulty,
    actor: { tenantId: demoTenantId, personId, roles: organisation.roles.get(personId) ?? [] },
    clock: { now: () => Date.UTC(2026, 10, 24, 9, 30) },
    skills: createSkillList(demoSkills),
    lms: createDemoLearningSystem(),
  });
}
