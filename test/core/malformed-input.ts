import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import {
  CoachingError,
  createCoaching,
  createSkillList,
  documentKinds,
  type Coaching,
  type DocumentKind,
  type Storage,
} from '@coachkit/core';
import { foundCompany, suiteCourses, suiteSkills, suiteStart, typicalRecord } from '@coachkit/testing/coaching-suite';
import { createCountingIds, createFakeClock, createFakeLearningSystem } from '@coachkit/testing/fakes';
import fc from 'fast-check';
import { performance } from 'node:perf_hooks';

/** What random input has done to every verb of a `Coaching`. */
export interface MalformedInputReport {
  readonly verbs: number;
  readonly calls: number;
  /** Calls that rejected with something else than a `CoachingError`. */
  readonly untyped: readonly string[];
  /** Calls that were refused and changed what is stored. */
  readonly changed: readonly string[];
  /** The slowest refusal, in milliseconds. */
  readonly slowest: number;
}

type Verb = (input: unknown) => Promise<unknown>;

/** Every verb that takes one object, by its path. Verbs that end the `Coaching` are left out. */
function verbsOf(coaching: Coaching): [string, Verb][] {
  const groups = [
    'sessions',
    'drafts',
    'actions',
    'courses',
    'plans',
    'development',
    'relationships',
    'directory',
    'reports',
  ] as const;
  return groups.flatMap((group) =>
    Object.entries(coaching[group]).map(([name, verb]): [string, Verb] => [`${group}.${name}`, verb as Verb]),
  );
}

/** One of each kind of value that is no input at all. */
const anyKindOfValue = fc.constantFrom<unknown>(
  null,
  undefined,
  0,
  NaN,
  '',
  'text',
  true,
  [],
  {},
  1n,
  () => 1,
  new Date(0),
);

/** Input that is nearly right: one valid field of many replaced by something random, or a key too many. */
const nearly = (relationshipId: string) => {
  const valid = {
    ...typicalRecord(relationshipId),
    sessionId: `${relationshipId}.2026-11-23`,
    actionId: 'action-questions',
    employeeId: 'tom',
    managerId: 'priya',
    personId: 'tom',
    text: 'Some words',
    start: '2026-11-24',
    end: '2026-11-30',
    unit: 'month',
  };
  return fc
    .tuple(
      fc.constantFrom(...Object.keys(valid)),
      fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withTypedArray: true }),
      fc.subarray(Object.keys(valid)),
    )
    .map(([key, value, kept]) => ({
      ...Object.fromEntries(kept.map((each) => [each, valid[each as keyof typeof valid]])),
      [key]: value,
    }));
};

async function contentOf(storage: Storage): Promise<string> {
  const kinds = Object.keys(documentKinds).filter((kind) => kind !== 'accessReceipt') as DocumentKind[];
  return JSON.stringify(await Promise.all(kinds.map((kind) => storage.query(kind, { index: 'id' }))));
}

/** Calls every verb with random input and watches what it does. */
export async function feedMalformedInput(callsPerVerb: number, seed: number): Promise<MalformedInputReport> {
  const storage = await createMemoryStorage({ tenantId: 'suite' });
  const clock = createFakeClock(suiteStart);
  const options = {
    storage,
    clock,
    newId: createCountingIds(),
    lms: createFakeLearningSystem(suiteCourses),
    skills: createSkillList(suiteSkills),
  };
  const as: Parameters<typeof foundCompany>[0]['as'] = (personId, roles = []) =>
    Promise.resolve(createCoaching({ ...options, actor: { tenantId: 'suite', personId, roles } }));
  const { relationshipId, manager } = await foundCompany({
    as,
    clock,
    lms: options.lms,
    cleanUp: () => Promise.resolve(),
  });
  await manager.sessions.record({ ...typicalRecord(relationshipId), date: '2026-11-23' });
  const everything = await as('priya', ['technical-admin', 'programme-admin']);

  const untyped: string[] = [];
  const changed: string[] = [];
  let slowest = 0;
  let calls = 0;
  const verbs = verbsOf(everything);
  for (const [path, verb] of verbs) {
    const inputs = fc.sample(fc.oneof(anyKindOfValue, fc.anything(), nearly(relationshipId)), {
      numRuns: callsPerVerb,
      seed,
    });
    for (const input of inputs) {
      const before = await contentOf(storage);
      const start = performance.now();
      calls += 1;
      try {
        await verb(input);
      } catch (error) {
        slowest = Math.max(slowest, performance.now() - start);
        if (!CoachingError.isInstance(error)) untyped.push(`${path}(${fc.stringify(input)}): ${String(error)}`);
        if ((await contentOf(storage)) !== before) changed.push(`${path}(${fc.stringify(input)})`);
      }
    }
  }
  return { verbs: verbs.length, calls, untyped, changed, slowest };
}
