/**
 * Any learning system with a REST interface, by a mapping instead of code.
 * @packageDocumentation
 */
import {
  CoachingError,
  invalidInput,
  learningError,
  refusalOf,
  type Course,
  type CourseProgress,
  type CourseRequest,
  type DeliveryReceipt,
  type JsonValue,
  type LearningSystem,
  type PersonInCourse,
  type ProgressChange,
} from '@coachkit/core';
import { jsonOf, notUnderstood, refused } from './answers.js';
import { learningTools, type LearningConnection } from './connection.js';
import { inTurn } from './in-turn.js';
import { learnerMap, type Learner, type LearnerField, type MappingReport } from './people.js';
import { proves, restCall } from './rest-calls/call.js';
import { readMapping, type RestDeed, type RestMapping, type RestProgressFields } from './rest-calls/mapping.js';
import { listAt, stringAt, valueAt } from './rest-calls/places.js';
import { courseIn, progressIn } from './rest-calls/reading.js';
import { signatureCheck } from './rest-calls/signature.js';

export type { LearningConnection } from './connection.js';
export type {
  LearnerKeys,
  MappingReport,
  MatchingByFunction,
  MatchingByKey,
  PersonMatching,
  UnmappedReason,
} from './people.js';
export type { RestDeed, RestMapping, RestProgressFields, RestRequest } from './rest-calls/mapping.js';

/** How a learning system with a REST interface is connected. */
export interface RestLearningSystemOptions extends LearningConnection {
  /** How its calls are made and read; checked strictly. */
  readonly mapping: RestMapping;
  /** The secret with which it signs its messages; needed for `mapping.webhook`. */
  readonly webhookSecret?: string;
  /** The time zone in which moments become dates, as IANA names it; UTC when absent. */
  readonly timeZone?: string;
}

/** A learning system behind a REST interface, with what only its adapter can do. */
export interface RestLearningSystem extends LearningSystem {
  /** Which of these people it knows. @throws CoachingError `lms-unavailable` */
  mapping(personIds: readonly string[]): Promise<MappingReport>;
}

const mostPages = 20;

/**
 * Connects a learning system by a mapping. It offers what the mapping describes.
 * @throws CoachingError `not-supported` in a browser, `invalid-input` for an address that may not be used, a mapping
 * that is wrong, or a webhook without a secret of at least 16 characters
 */
export function createRestLearningSystem(options: RestLearningSystemOptions): RestLearningSystem {
  const { timeZone = 'UTC', webhookSecret = '' } = options;
  const tools = learningTools(options);
  const mapping = readMapping(options.mapping);
  const { find, get, learner, assign, recommend, withdraw, progress, changes, webhook } = mapping;
  if (webhook !== undefined && webhookSecret.length < 16) throw invalidInput('webhookSecret', 'too-short', 16);
  const call = restCall(tools, mapping);
  const one = inTurn();
  const people = learnerMap(tools.people, findLearner);
  const isNew = webhook && signatureCheck({ ...webhook, secret: webhookSecret }, tools.clock);

  return {
    capabilities: {
      search: true,
      assign: assign !== undefined,
      recommend: recommend !== undefined,
      withdraw: withdraw !== undefined,
      completion: progress.completedOn === undefined ? 'undated' : 'dated',
      delivery: ['person', ...(changes ? (['changes'] as const) : []), ...(webhook ? (['push'] as const) : [])],
      skills: false,
      plan: false,
    },
    find: search,
    async get(courseId) {
      const answer = await call.read(get.request, { courseId });
      const item = answer.body === undefined ? undefined : valueAt(answer.body, get.item);
      if (answer.isMissing || item == null) return undefined;
      const course = courseIn(item, mapping.course, tools.language);
      return course?.id === courseId ? course : undefined;
    },
    assign: (request) =>
      one(request.personId, async () => {
        if (assign === undefined) throw new CoachingError('not-supported', 'the mapping has no assignment');
        const learnerId = await people.idOf(request.personId);
        const isEnrolled = async (): Promise<boolean> =>
          (await progressOf(learnerId)).some(({ courseId }) => courseId === request.courseId);
        if (await isEnrolled()) return { requestId: request.requestId, state: 'already-done' };
        try {
          return await perform(assign, request, learnerId);
        } catch (error) {
          // No answer: only the learning system knows whether it has enrolled.
          if (refusalOf(error).reason !== 'unavailable') throw error;
          if (await isEnrolled().catch(() => false)) return { requestId: request.requestId, state: 'done' };
          throw error;
        }
      }),
    async progress(personId, courseIds) {
      const all = await progressOf(await people.idOf(personId));
      return all.filter(({ courseId }) => courseIds.includes(courseId));
    },
    ...(recommend && {
      recommend: (request) =>
        one(request.personId, async () => perform(recommend, request, await people.idOf(request.personId))),
    }),
    ...(withdraw && {
      withdraw: (request) =>
        one(request.personId, async () => {
          const learnerId = await people.idOf(request.personId);
          const isEnrolled = (await progressOf(learnerId)).some(({ courseId }) => courseId === request.courseId);
          if (!isEnrolled) return { requestId: request.requestId, state: 'already-done' };
          return perform(withdraw, request, learnerId);
        }),
    }),
    ...(changes && {
      async changes(asked, cursor) {
        const { body } = await call.read(changes.request, { cursor: cursor ?? changes.firstCursor ?? '' });
        const items = listAt(body, changes.items);
        const next = body === undefined ? undefined : stringAt(body, changes.cursor);
        if (body === undefined || items === undefined) throw notUnderstood();
        const hasMore = changes.hasMore !== undefined && valueAt(body, changes.hasMore) === true;
        // Without a cursor of its own the answer is the last one; asking again from here repeats nothing but it.
        const last = next ?? cursor ?? changes.firstCursor ?? '';
        return { changes: await among(asked, items, changes), cursor: last, hasMore: hasMore && next !== undefined };
      },
    }),
    ...(webhook &&
      isNew && {
        async receive(message, asked) {
          if (!(await isNew(message))) return [];
          const body = jsonOf(new TextDecoder().decode(message.body));
          const found = valueAt(body, webhook.items);
          if (found === undefined) throw notUnderstood();
          return among(asked, Array.isArray(found) ? (found as JsonValue[]) : [found], webhook);
        },
      }),
    mapping: (personIds) => people.report(personIds),
  };

  async function search(query: string, limit: number): Promise<readonly Course[]> {
    const found = new Map<string, Course>();
    const { firstPage = 1, request } = find;
    const hasPages = JSON.stringify(request).includes('{page}');
    for (let page = firstPage; page < firstPage + mostPages && found.size < limit; page += 1) {
      const { body } = await call.read(request, { query, limit, page });
      const items = listAt(body, find.items);
      if (items === undefined) throw notUnderstood();
      const before = found.size;
      for (const item of items) {
        const course = courseIn(item, mapping.course, tools.language);
        if (course !== undefined) found.set(course.id, course);
      }
      if (!hasPages || items.length === 0 || found.size === before) break;
    }
    return [...found.values()].slice(0, limit);
  }

  async function findLearner(field: LearnerField, value: string): Promise<Learner> {
    if (learner === undefined) return { id: value };
    const { body } = await call.read(learner.request, { field, value });
    const items = listAt(body, learner.items) ?? (body === undefined ? [] : [body]);
    const ids = new Set(items.flatMap((item) => stringAt(item, learner.id) ?? []));
    const [id] = ids;
    if (id === undefined) return { missing: 'not-in-learning-system' };
    return ids.size > 1 ? { missing: 'several-in-learning-system' } : { id };
  }

  async function progressOf(learnerId: string): Promise<readonly CourseProgress[]> {
    const answer = await call.read(progress.request, { learnerId });
    if (answer.isMissing && progress.noneOn404 === true) return [];
    if (answer.isMissing) throw refused('http-404');
    const items = listAt(answer.body, progress.items);
    if (items === undefined) throw notUnderstood();
    return items.flatMap((item) => progressIn(item, progress, timeZone) ?? []);
  }

  async function perform(deed: RestDeed, request: CourseRequest, learnerId: string): Promise<DeliveryReceipt> {
    const { requestId, courseId } = request;
    const answer = await call.write(deed.request, { learnerId, courseId, requestId });
    if (proves(answer, deed.done)) return { requestId, state: 'done' };
    if (deed.accepted !== undefined && proves(answer, deed.accepted)) return { requestId, state: 'accepted' };
    if (answer.isMissing)
      throw learningError({ reason: 'unknown-course', code: 'http-404' }, 'there is no such course');
    throw learningError({ reason: 'refused', code: 'not-confirmed' }, 'the learning system did not confirm it');
  }

  async function among(
    asked: readonly PersonInCourse[],
    items: readonly JsonValue[],
    fields: RestProgressFields & { readonly learnerId: string },
  ): Promise<ProgressChange[]> {
    const { unmapped } = await people.report(asked.map(({ personId }) => personId));
    const missing = new Set(unmapped.map(({ personId }) => personId));
    const pairs = new Map<string, PersonInCourse>();
    for (const { personId, courseId } of asked.filter((each) => !missing.has(each.personId)))
      pairs.set(JSON.stringify([await people.idOf(personId), courseId]), { personId, courseId });
    return items.flatMap((item) => {
      const found = progressIn(item, fields, timeZone);
      const pair = found && pairs.get(JSON.stringify([stringAt(item, fields.learnerId), found.courseId]));
      return found && pair ? [{ ...found, personId: pair.personId }] : [];
    });
  }
}
