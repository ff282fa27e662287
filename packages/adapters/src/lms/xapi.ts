/**
 * A learning record store, through xAPI 1.0.3 or 2.0 with the verbs of cmi5: it reads completions and writes
 * recommendations. It has no catalogue and enrols nobody.
 * @packageDocumentation
 */
import {
  CoachingError,
  dateInZone,
  fold,
  learningError,
  millisecondsOfMoment,
  type Course,
  type CourseProgress,
  type LearningSystem,
  type PersonInCourse,
  type ProgressChange,
} from '@coachkit/core';
import { refused, understoodItems } from './answers.js';
import { learningTools, type LearningConnection } from './connection.js';
import { learnerMap, type MappingReport, type MatchingByFunction } from './people.js';
import { storeCall } from './xapi-calls/call.js';
import {
  agentOf,
  completingVerbs,
  isCompletion,
  recommendation,
  statementId,
  wireStatement,
  type Account,
  type Statement,
} from './xapi-calls/statements.js';
import { readCompletions } from './xapi-calls/streams.js';

export type { LearningConnection } from './connection.js';
export type { MappingReport, UnmappedReason } from './people.js';

/** A course whose statements are in the store. */
export interface RecordedCourse extends Course {
  /** The activity that statements name: the IRI of the course. */
  readonly activityId: string;
}

/** How a learning record store is connected. `token` is `key:secret`, or a bearer token where `scheme` says so. */
export interface LearningRecordStoreOptions extends Omit<LearningConnection, 'people'> {
  readonly scheme?: 'Basic' | 'Bearer';
  /** The catalogue: a store has none of its own. */
  readonly courses: readonly RecordedCourse[];
  /** The `homePage` of the accounts by which the store knows people. */
  readonly homePage: string;
  /** The name of somebody's account; undefined for a person who has none. Never a mail address. */
  accountOf(personId: string): Promise<string | undefined>;
  /** The account in whose name recommendations are made; `coaching-programme` when absent. */
  readonly programme?: string;
  /** The time zone in which moments become dates, as IANA names it; UTC when absent. */
  readonly timeZone?: string;
}

/** A learning record store, with what only its adapter can do. */
export interface LearningRecordStore extends LearningSystem {
  /** Which of these people have an account. */
  mapping(personIds: readonly string[]): Promise<MappingReport>;
}

/** How many statements of one person in one course are looked at. */
const mostStatements = '200';

/**
 * Connects a learning record store. Nothing is asked before the first call.
 * @throws CoachingError `not-supported` in a browser, `invalid-input` for an address that may not be used
 */
export function createLearningRecordStore(options: LearningRecordStoreOptions): LearningRecordStore {
  const { courses, homePage, programme = 'coaching-programme', timeZone = 'UTC', scheme = 'Basic' } = options;
  const matching: MatchingByFunction = { by: 'function', learnerOf: (personId) => options.accountOf(personId) };
  const tools = learningTools({ ...options, people: matching });
  const call = storeCall(tools, scheme);
  const people = learnerMap(matching, () => Promise.resolve({ missing: 'not-in-learning-system' }));
  const byId = new Map(courses.map((course) => [course.id, course]));
  const accountOf = async (personId: string): Promise<Account> => ({ homePage, name: await people.idOf(personId) });
  const dated = ({ timestamp }: Statement): { completedOn?: string } => {
    const moment = millisecondsOfMoment(timestamp);
    return moment === undefined ? {} : { completedOn: dateInZone(moment, timeZone) };
  };

  const read = async (account: Account, course: RecordedCourse): Promise<CourseProgress | undefined> => {
    const about = { agent: JSON.stringify(agentOf(account)), activity: course.activityId, limit: mostStatements };
    const own = async (verb?: string): Promise<Statement[]> => {
      const { statements } = await call.read(verb === undefined ? about : { ...about, verb });
      return understoodItems(wireStatement, statements).filter(
        ({ actor, object }) =>
          actor.account.homePage === homePage && actor.account.name === account.name && object.id === course.activityId,
      );
    };
    const latest = await own();
    const completions = latest.filter(isCompletion);
    // Somebody who goes on after completing may have more to show than one page holds.
    if (completions.length === 0 && latest.length >= Number(mostStatements) / 2)
      for (const verb of completingVerbs) completions.push(...(await own(verb)).filter(isCompletion));
    const [first] = completions.sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1));
    if (first !== undefined) return { courseId: course.id, status: 'completed', ...dated(first) };
    return latest.length > 0 ? { courseId: course.id, status: 'in-progress' } : undefined;
  };

  return {
    capabilities: {
      search: true,
      assign: false,
      recommend: true,
      withdraw: false,
      completion: 'dated',
      delivery: ['person', 'changes'],
      skills: false,
      plan: false,
    },
    find(query, limit) {
      const words = fold(query).split(/\s+/).filter(Boolean);
      const fitting = courses.filter(({ title }) => words.every((word) => fold(title).includes(word)));
      return Promise.resolve(fitting.slice(0, limit).map(shown));
    },
    get(courseId) {
      const course = byId.get(courseId);
      return Promise.resolve(course && shown(course));
    },
    assign: () =>
      Promise.reject(new CoachingError('not-supported', 'a learning record store cannot enrol; recommend the course')),
    async progress(personId, courseIds) {
      const account = await accountOf(personId);
      const found: CourseProgress[] = [];
      for (const courseId of new Set(courseIds)) {
        const course = byId.get(courseId);
        const progress = course && (await read(account, course));
        if (progress !== undefined) found.push(progress);
      }
      return found;
    },
    async recommend({ requestId, personId, courseId }) {
      const course = byId.get(courseId);
      if (course === undefined) throw learningError({ reason: 'unknown-course' }, 'no such course is configured');
      const id = await statementId(requestId);
      const statement = recommendation(id, { homePage, name: programme }, await accountOf(personId), course.activityId);
      if ((await call.put(id, statement)) === 'taken') return { requestId, state: 'done' };
      // A store may see a difference in what it has added itself, the time. The id is made of the request alone.
      const [kept] = understoodItems(wireStatement, [(await call.get(id)) ?? null]);
      if (kept?.object.id !== course.activityId) throw refused('statement-conflict');
      return { requestId, state: 'already-done' };
    },
    async changes(asked, cursor) {
      const page = await readCompletions(call, cursor);
      const pairs = await pairsOf(asked);
      const changes = page.statements.filter(isCompletion).flatMap((statement): ProgressChange[] => {
        if (statement.actor.account.homePage !== homePage) return [];
        const pair = pairs.get(JSON.stringify([statement.actor.account.name, statement.object.id]));
        return pair ? [{ ...pair, status: 'completed', ...dated(statement) }] : [];
      });
      return { changes, cursor: page.cursor, hasMore: page.hasMore };
    },
    mapping: (personIds) => people.report(personIds),
  };

  async function pairsOf(asked: readonly PersonInCourse[]): Promise<ReadonlyMap<string, PersonInCourse>> {
    const pairs = new Map<string, PersonInCourse>();
    const { unmapped } = await people.report(asked.map(({ personId }) => personId));
    const missing = new Set(unmapped.map(({ personId }) => personId));
    for (const { personId, courseId } of asked) {
      const course = byId.get(courseId);
      if (course === undefined || missing.has(personId)) continue;
      pairs.set(JSON.stringify([await people.idOf(personId), course.activityId]), { personId, courseId });
    }
    return pairs;
  }
}

function shown({ activityId: _internal, ...course }: RecordedCourse): Course {
  return course;
}
