import { CoachingError, type InputProblem } from '@coachkit/core';
import * as z from 'zod/mini';

/** Where a value stands in an answer: names with dots between, `data.items`. Empty for the whole answer. */
const place = z.string().check(z.regex(/^([\w-]+(\.[\w-]+)*)?$/), z.maxLength(200));
const text = z.string().check(z.minLength(1), z.maxLength(200));
const headerName = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z\d-]{0,63}$/));

const request = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string().check(z.regex(/^\/(?!\/)[^\s#\\]*$/), z.maxLength(1_000)),
  headers: z.optional(z.record(headerName, text)),
  body: z.optional(z.record(z.string(), z.json())),
});

/** How an answer says that it was done: `status` trusts HTTP, which not every system deserves. */
const proof = z.union([z.literal('status'), z.strictObject({ at: place, is: z.array(text) })]);
const deed = z.strictObject({ request, done: proof, accepted: z.optional(proof) });

const progressFields = {
  items: place,
  courseId: place,
  status: place,
  /** What the system calls each status. A status that is not here counts as not enrolled. */
  statuses: z.record(text, z.enum(['enrolled', 'in-progress', 'completed', 'untracked'])),
  completedOn: z.optional(place),
};

const mapping = z.strictObject({
  auth: z.optional(z.strictObject({ header: headerName, prefix: z.string() })),
  course: z.strictObject({
    id: place,
    title: place,
    summary: z.optional(place),
    durationMinutes: z.optional(place),
    url: z.optional(place),
  }),
  find: z.strictObject({ request, items: place, firstPage: z.optional(z.int()) }),
  get: z.strictObject({ request, item: place }),
  learner: z.optional(z.strictObject({ request, items: place, id: place })),
  assign: z.optional(deed),
  recommend: z.optional(deed),
  withdraw: z.optional(deed),
  /** `noneOn404`: the system answers "not found" for somebody who has no courses. */
  progress: z.strictObject({ request, noneOn404: z.optional(z.boolean()), ...progressFields }),
  changes: z.optional(
    z.strictObject({
      request,
      ...progressFields,
      learnerId: place,
      cursor: place,
      firstCursor: z.optional(z.string()),
      hasMore: z.optional(place),
    }),
  ),
  webhook: z.optional(
    z.strictObject({
      ...progressFields,
      learnerId: place,
      signatureHeader: headerName,
      signaturePrefix: z.optional(z.string()),
      encoding: z.enum(['hex', 'base64']),
      timestampHeader: headerName,
    }),
  ),
  errors: z.optional(
    z.strictObject({
      code: place,
      unknownPerson: z.optional(z.array(text)),
      unknownCourse: z.optional(z.array(text)),
      later: z.optional(z.array(text)),
    }),
  ),
});

/**
 * How the calls of a learning system are made and read, as plain JSON. Places in answers are names with dots between;
 * places to fill in stand in braces: `{query}`, `{limit}` and `{page}` in `find`, `{courseId}` in `get`, `{field}` and
 * `{value}` in `learner`, `{learnerId}` in `progress`, `{cursor}` in `changes`, and in `assign`, `recommend` and
 * `withdraw` `{learnerId}`, `{courseId}` and `{requestId}`. There is no place for anything else.
 */
export type RestMapping = z.infer<typeof mapping>;
/** One request of a mapping. */
export type RestRequest = z.infer<typeof request>;
/** Something that is done, and how the answer says so. */
export type RestDeed = z.infer<typeof deed>;
/** How the progress of somebody is read. */
export type RestProgressFields = Pick<RestMapping['progress'], keyof typeof progressFields>;

const deedPlaces = ['learnerId', 'courseId', 'requestId'];
const places: Readonly<Record<string, readonly string[]>> = {
  find: ['query', 'limit', 'page'],
  get: ['courseId'],
  learner: ['field', 'value'],
  assign: deedPlaces,
  recommend: deedPlaces,
  withdraw: deedPlaces,
  progress: ['learnerId'],
  changes: ['cursor'],
};

/**
 * Reads a mapping strictly.
 * @throws CoachingError `invalid-input` naming every place that is wrong
 */
export function readMapping(value: unknown): RestMapping {
  const result = mapping.safeParse(value);
  if (!result.success) throw wrong(result.error.issues.map((issue) => issue.path.map(String).join('.')));
  const problems = Object.entries(places).flatMap(([name, allowed]) => {
    const each = result.data[name as 'find' | 'get' | 'assign'];
    const written = JSON.stringify(each?.request ?? null);
    const foreign = [...written.matchAll(/\{(\w+)\}/g)].some(([, place = '']) => !allowed.includes(place));
    return foreign ? [`${name}.request`] : [];
  });
  if (problems.length > 0) throw wrong(problems);
  return result.data;
}

function wrong(paths: readonly string[]): CoachingError {
  const problems = paths.map((path): InputProblem => ({
    path: path === '' ? 'mapping' : `mapping.${path}`,
    rule: 'not-an-option',
  }));
  return new CoachingError('invalid-input', `the mapping is wrong at ${paths.join(', ')}`, { problems });
}
