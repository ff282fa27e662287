import type { JsonObject } from '@coachkit/core';
import * as z from 'zod/mini';

/** The account by which a store knows somebody. Never a mail address. */
export interface Account {
  readonly homePage: string;
  readonly name: string;
}

/** What is read of a statement about a course. */
export const wireStatement = z.object({
  id: z.string(),
  actor: z.object({ account: z.object({ homePage: z.string(), name: z.string() }) }),
  verb: z.object({ id: z.string() }),
  object: z.object({ id: z.string(), objectType: z.optional(z.string()) }),
  result: z.optional(z.object({ completion: z.optional(z.boolean()), success: z.optional(z.boolean()) })),
  timestamp: z.string(),
  stored: z.string(),
});

/** A statement about a course. */
export type Statement = z.infer<typeof wireStatement>;

/** Verbs that say that a course is completed: of ADL, and `satisfied`, which the LMS of cmi5 says. */
export const completingVerbs = [
  'http://adlnet.gov/expapi/verbs/completed',
  'http://adlnet.gov/expapi/verbs/passed',
  'https://w3id.org/xapi/adl/verbs/satisfied',
] as const;

/** Whether a statement says that the course is completed, and does not take it back in the same breath. */
export function isCompletion({ verb, result }: Statement): boolean {
  const isVerb = completingVerbs.some((each) => each === verb.id);
  return isVerb && result?.completion !== false && result?.success !== false;
}

/** An agent, as statements and queries name one. */
export const agentOf = ({ homePage, name }: Account): JsonObject => ({
  objectType: 'Agent',
  account: { homePage, name },
});

/**
 * The statement of a recommendation. Its actor is the programme, not the coach: who coaches whom is nobody's business
 * there. It has no time of its own, so that it is the same for every attempt.
 */
export function recommendation(id: string, programme: Account, learner: Account, activityId: string): JsonObject {
  return {
    id,
    actor: agentOf(programme),
    verb: { id: 'http://id.tincanapi.com/verb/recommended', display: { en: 'recommended' } },
    object: {
      objectType: 'Activity',
      id: activityId,
      definition: { type: 'http://adlnet.gov/expapi/activities/course' },
    },
    context: { team: { objectType: 'Group', member: [agentOf(learner)] } },
  };
}

/** The same id for the same request: a UUID (version 8) out of its hash. */
export async function statementId(requestId: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`coachkit recommendation ${requestId}`));
  const bytes = new Uint8Array(hash).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
