import * as z from 'zod/mini';
import { understood } from '../answers.js';
import type { Learner, LearnerField } from '../people.js';
import type { MoodleCall } from './call.js';

const users = z.array(z.object({ id: z.number(), suspended: z.optional(z.boolean()) }));

/**
 * Finds somebody. Moodle compares e-mail by case, so it is asked for the value as it stands and in lower case. Without
 * the right to see people it answers with nobody, as if there were none.
 */
export async function findLearner(call: MoodleCall, field: LearnerField | 'id', value: string): Promise<Learner> {
  const values = [...new Set(field === 'email' ? [value, value.toLowerCase()] : [value])];
  const answer = await call.read('core_user_get_users_by_field', {
    field: field === 'id-number' ? 'idnumber' : field,
    ...Object.fromEntries(values.map((each, position) => [`values[${position}]`, each])),
  });
  const found = new Map(understood(users, answer).map((user) => [user.id, user]));
  const [user] = found.values();
  if (user === undefined) return { missing: 'not-in-learning-system' };
  if (found.size > 1) return { missing: 'several-in-learning-system' };
  return user.suspended === true ? { missing: 'suspended-in-learning-system' } : { id: String(user.id) };
}
