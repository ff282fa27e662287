import type { Coaching } from '../coaching.js';
import { parse } from '../model/parse.js';
import { id } from '../model/values.js';
import type { UseCaseContext } from './context.js';
import { lookUp } from './input-schemas.js';

/** How many skills are found unless more or fewer are wanted. */
const usualLimit = 8;

/** Skills of the framework that the host has connected. */
export const skills = (context: UseCaseContext): Coaching['skills'] => ({
  async find(query, limit = usualLimit) {
    const asked = parse(lookUp, { query, limit });
    return context.skills?.find(asked.query, asked.limit) ?? [];
  },
  get: async (skillId) => context.skills?.get(parse(id, skillId)),
});
