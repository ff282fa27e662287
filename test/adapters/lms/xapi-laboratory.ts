import {
  createLearningRecordStore,
  type LearningRecordStore,
  type LearningRecordStoreOptions,
} from '@coachkit/adapters/lms/xapi';
import type { LearningLaboratory } from '@coachkit/testing/lms-suite';
import { startFakeSystem, type FakeAnswer, type FakeSystem, type SeenRequest } from './fake-system.ts';
import { storedStatement, storeError } from './fixtures/xapi-answers.ts';
import { catalogue, connection, idOfCourse, keysOf, learners, now, plantedToken, talksId } from './suite-world.ts';

type Stored = ReturnType<typeof storedStatement>;

/** A fake learning record store, and its adapter. */
export interface StoreLaboratory extends LearningLaboratory {
  readonly lms: LearningRecordStore;
  readonly system: FakeSystem;
  readonly statements: Stored[];
}

const plain: Readonly<Record<string, string>> = { trading: 'Trading concessions & offers' };
const courses = [...catalogue, { id: talksId, title: 'Coaching talks', name: 'talks' as const }].map(
  ({ id, title, name }) => ({
    id: String(id),
    title: plain[name ?? ''] ?? title,
    activityId: `https://lms.example/courses/${id}`,
  }),
);
export const activityOf = (courseId: string): string => `https://lms.example/courses/${courseId}`;

export async function openStore(options: Partial<LearningRecordStoreOptions> = {}): Promise<StoreLaboratory> {
  const statements: Stored[] = [];
  const refusal = { status: 403, body: storeError('Unauthorised') };
  const system = await startFakeSystem((request) => answer(request, statements), refusal);
  const lms = createLearningRecordStore({
    ...connection,
    url: `${system.url}/xAPI`,
    courses,
    homePage: 'https://hr.example',
    accountOf: async (personId) => (personId === 'stranger' ? undefined : (await keysOf(personId)).idNumber),
    ...options,
  });
  return {
    lms,
    system,
    statements,
    token: plantedToken,
    courseId: idOfCourse,
    enrolments: () => [],
    complete: ({ personId, courseId }, on) => {
      const name = learners.find((each) => each.personId === personId)!.idNumber;
      const times = { timestamp: `${on}T10:00:00.000Z`, stored: new Date(now + statements.length).toISOString() };
      statements.push(storedStatement(name, activityOf(courseId), 'http://adlnet.gov/expapi/verbs/completed', times));
    },
    recommendations: () =>
      statements
        .filter(({ verb }) => JSON.stringify(verb).includes('recommended'))
        .map(({ object, context }) => {
          const team = (context as { team: { member: { account: { name: string } }[] } }).team;
          return {
            personId: learners.find(({ idNumber }) => idNumber === team.member[0]!.account.name)!.personId,
            courseId: (object as { id: string }).id.split('/').at(-1)!,
          };
        }),
    answerWith: (mood) => void (system.mood = mood),
    requests: () => system.requests,
    elsewhere: system.elsewhere,
    close: () => system.close(),
  };
}

const known = new Set([
  'statementId',
  'voidedStatementId',
  'agent',
  'verb',
  'activity',
  'since',
  'until',
  'limit',
  'ascending',
  'cursor',
]);

function answer({ method, path, query, headers, body }: SeenRequest, statements: Stored[]): FakeAnswer {
  if (path === '/xAPI/about') return { body: { version: ['1.0.3'] } };
  if (headers.authorization !== `Basic ${btoa(plantedToken)}`) return { status: 401, body: storeError('Unauthorised') };
  if (headers['x-experience-api-version'] !== '1.0.3') return { status: 400, body: storeError('version') };
  const foreign = [...query.keys()].find((key) => !known.has(key));
  if (foreign !== undefined) return { status: 400, body: storeError(`Cannot use unknown params '${foreign}'`) };
  const id = query.get('statementId');
  if (method === 'PUT' && id !== null) {
    const sent = JSON.parse(body) as Record<string, unknown>;
    const {
      stored: _stored,
      timestamp: _timestamp,
      ...kept
    }: Partial<Stored> = statements.find((each) => each.id === id) ?? {};
    if (Object.keys(kept).length > 0)
      return JSON.stringify(kept) === JSON.stringify(sent)
        ? { status: 204 }
        : { status: 409, body: storeError('conflict') };
    const stored = new Date(now + statements.length).toISOString();
    statements.push({ ...sent, id, timestamp: stored, stored });
    return { status: 204, isChange: true };
  }
  if (id !== null) {
    const found = statements.find((each) => each.id === id);
    return found === undefined ? { status: 404, body: storeError('No Statement found') } : { body: found };
  }
  const agent = JSON.parse(query.get('agent') ?? 'null') as { account: { name: string } } | null;
  const found = statements.filter(
    (each) =>
      (agent === null || (each.actor as typeof agent).account.name === agent.account.name) &&
      (!query.has('verb') || (each.verb as { id: string }).id === query.get('verb')) &&
      (!query.has('activity') || (each.object as { id: string }).id === query.get('activity')) &&
      (!query.has('since') || each.stored > query.get('since')!),
  );
  if (query.get('ascending') !== 'true') found.reverse();
  // It gives less than it is asked for.
  const start = Number(query.get('cursor') ?? '0');
  const page = found.slice(start, start + Math.min(Number(query.get('limit') ?? '100'), 100));
  const end = start + page.length;
  const next = new URLSearchParams({ ...Object.fromEntries(query), cursor: String(end) });
  // As one store was seen to do: a link that does not work when an agent was asked for.
  const link = `/xAPI/statements?${agent === null ? next.toString() : 'agent=[object Object]'}`;
  return {
    headers: {
      'x-experience-api-version': '1.0.3',
      'x-experience-api-consistent-through': new Date(now + 60_000).toISOString(),
    },
    body: { statements: page, more: end < found.length ? link : '' },
  };
}
