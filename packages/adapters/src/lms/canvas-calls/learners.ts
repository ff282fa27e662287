import * as z from 'zod/mini';
import { refused, understood, understoodItems } from '../answers.js';
import type { Learner, LearnerField } from '../people.js';
import type { CanvasCall } from './call.js';

const wireUser = z.object({
  id: z.string(),
  email: z.optional(z.nullable(z.string())),
  login_id: z.optional(z.nullable(z.string())),
});

/** Finds somebody: by the id of the student information system, or by an e-mail that is exactly theirs. */
export async function findLearner(
  call: CanvasCall,
  accountId: string,
  field: LearnerField,
  value: string,
): Promise<Learner> {
  if (field === 'id-number') return findById(call, `sis_user_id:${value}`);
  const parameters = new URLSearchParams({ search_term: value, 'include[]': 'email', per_page: '50' });
  const items = await call.list(`/accounts/${encodeURIComponent(accountId)}/users?${parameters.toString()}`);
  if (items === undefined) throw refused('http-404');
  const wanted = value.toLowerCase();
  const found = new Set(
    understoodItems(wireUser, items)
      .filter(({ email, login_id: login }) => (email ?? login ?? '').toLowerCase() === wanted)
      .map(({ id }) => id),
  );
  const [id] = found;
  if (id === undefined) return { missing: 'not-in-learning-system' };
  return found.size > 1 ? { missing: 'several-in-learning-system' } : { id };
}

/** Finds somebody by an id in any form that Canvas takes. */
export async function findById(call: CanvasCall, id: string): Promise<Learner> {
  const { body } = await call.read(`/users/${encodeURIComponent(id)}`);
  return body === undefined ? { missing: 'not-in-learning-system' } : { id: understood(wireUser, body).id };
}
