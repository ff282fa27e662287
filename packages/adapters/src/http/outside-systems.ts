import {
  CoachingError,
  type Clock,
  type JsonObject,
  type JsonValue,
  type LearningSystem,
  type SkillsFramework,
} from '@coachkit/core';
import type { Verb } from '@coachkit/core/wire';
import { unreachable } from '../transport/json-fetch.js';
import type { Server } from './server.js';

/** Most answers that are remembered. */
const most = 200;
/** How long the name of a course or a skill is taken for the same, in milliseconds. */
const shelfLife = 300_000;

/** Asks the server for what is not kept on the device. */
export type AskServer = (verb: Verb, input: JsonObject) => Promise<JsonValue | undefined>;

interface Remembered {
  readonly answer: JsonValue | undefined;
  readonly at: number;
}

/**
 * Asks; without a server, what it answered last to the same question is answered again.
 * @param isAway - whether asking is known to be in vain now
 */
export function rememberAnswers(server: Server, clock: Clock, isAway: () => boolean): AskServer {
  const answers = new Map<string, Remembered>();
  const asking = new Map<string, Promise<JsonValue | undefined>>();
  const ask = async (question: string, verb: Verb, input: JsonObject): Promise<JsonValue | undefined> => {
    const known = answers.get(question);
    try {
      if (isAway()) throw unreachable('the server cannot be reached');
      const answer = await server.read(verb, input);
      answers.delete(question);
      answers.set(question, { answer, at: clock.now() });
      for (const oldest of answers.keys()) if (answers.size > most) answers.delete(oldest);
      return answer;
    } catch (error) {
      const isAsBefore = CoachingError.isInstance(error) && (error.code === 'unreachable' || error.code === 'busy');
      if (isAsBefore && known !== undefined) return known.answer;
      throw error;
    }
  };
  return (verb, input) => {
    const question = JSON.stringify([verb, input]);
    const known = answers.get(question);
    if (known !== undefined && verb.endsWith('.get') && Math.abs(clock.now() - known.at) < shelfLife)
      return Promise.resolve(known.answer);
    const asked = asking.get(question) ?? ask(question, verb, input).finally(() => asking.delete(question));
    asking.set(question, asked);
    return asked;
  };
}

/** The learning system that the server has. Only the server enrols. */
export function remoteLearningSystem(ask: AskServer): LearningSystem {
  return {
    find: async (query, limit) => (await ask('courses.find', { query, limit })) as never,
    get: async (id) => ((await ask('courses.get', { id })) ?? undefined) as never,
    assign: () => Promise.reject(new CoachingError('not-supported', 'the server enrols')),
    progress: () => Promise.resolve([]),
  };
}

/** The skills framework that the server has. */
export function remoteSkills(ask: AskServer): SkillsFramework {
  return {
    find: async (query, limit) => (await ask('skills.find', { query, limit })) as never,
    get: async (id) => ((await ask('skills.get', { id })) ?? undefined) as never,
  };
}
