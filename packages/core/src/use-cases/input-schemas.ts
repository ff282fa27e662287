import * as z from 'zod/mini';
import { atMost, id, wholeNumber } from '../model/values.js';

/** Input that names an employee. */
export const ofEmployee = z.strictObject({ employeeId: id });

/** Input that names a pair. */
export const ofRelationship = z.strictObject({ relationshipId: id });

/** Input that may name a person. */
export const ofPerson = z.strictObject({ personId: z.optional(id) });

/** Words to look something up by, and how many answers are wanted (1 to 100). */
export const lookUp = z.strictObject({ query: atMost(200), limit: wholeNumber(1, 100) });

/** Most items of a page. */
export const longestPage = 100;

/** Fields of an input that asks for a page. */
export const pageFields = {
  limit: z.optional(wholeNumber(1, longestPage)),
  after: z.optional(atMost(2_000)),
};

/** An input that asks for a page and for nothing else. */
export const pageSchema = z.strictObject(pageFields);
