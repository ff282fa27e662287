import * as z from 'zod/mini';
import type { Coaching } from '../../coaching.js';
import { put } from '../../documents.js';
import type { AddGoalInput, UpdateGoalInput } from '../../inputs.js';
import type { Goal } from '../../model/development.js';
import { parse } from '../../model/parse.js';
import { calendarDate, id, oneOf, type Schema, text } from '../../model/values.js';
import { invalidInput } from '../../errors.js';
import { ensure, relationsToEmployee } from '../access.js';
import { defined, nowOf, todayOf, type UseCaseContext } from '../context.js';
import { ofEmployee } from '../input-schemas.js';
import { checkSkill } from '../sessions/check-focus.js';

/** Schema of what the verb is called with. */
export const addSchema = z.strictObject({
  employeeId: id,
  title: text.label,
  skillId: z.optional(id),
  targetDate: z.optional(calendarDate),
}) as Schema<AddGoalInput>;

/** Schema of what the verb is called with. */
export const updateSchema = z.strictObject({
  goalId: id,
  title: z.optional(text.label),
  targetDate: z.optional(calendarDate),
  status: z.optional(oneOf(['open', 'reached', 'dropped'])),
}) as Schema<UpdateGoalInput>;

/** The development plan of an employee (M30). */
export const plans = (context: UseCaseContext): Coaching['plans'] => ({
  async goals(input) {
    const { employeeId } = parse(ofEmployee, input);
    ensure(await relationsToEmployee(context, employeeId), 'read', 'plan');
    const goals = await context.documents.bodies('goal', { index: 'byEmployee', equals: [employeeId] });
    return [...goals.filter(({ status }) => status === 'open'), ...goals.filter(({ status }) => status !== 'open')];
  },

  async addGoal(input) {
    const { employeeId, title, skillId, targetDate } = parse(addSchema, input);
    ensure(await relationsToEmployee(context, employeeId), 'create', 'plan');
    await checkTargetDate(context, employeeId, targetDate);
    if (skillId !== undefined) await checkSkill(context, 'skillId', skillId);
    const goal: Goal = defined({
      id: context.newId(),
      employeeId,
      title,
      skillId,
      targetDate,
      status: 'open' as const,
      createdAt: nowOf(context),
      createdBy: context.actor.personId,
    });
    const level = await context.documents.commit([put('goal', goal)]);
    context.emit('goal-added', { goalId: goal.id, employeeId });
    return { value: goal, level };
  },

  async updateGoal(input) {
    const { goalId, ...change } = parse(updateSchema, input);
    const kept = await context.documents.get('goal', goalId);
    ensure(await relationsToEmployee(context, kept.body.employeeId, 'goal'), 'update', 'plan');
    if (change.targetDate !== kept.body.targetDate)
      await checkTargetDate(context, kept.body.employeeId, change.targetDate);
    const goal: Goal = { ...kept.body, ...defined(change) };
    const level = await context.documents.commit([put('goal', goal, kept)]);
    context.emit('goal-updated', { goalId, employeeId: goal.employeeId });
    return { value: goal, level };
  },
});

/** @throws CoachingError `invalid-input` (`date-in-past`) */
async function checkTargetDate(context: UseCaseContext, employeeId: string, date: string | undefined): Promise<void> {
  if (date !== undefined && date < (await todayOf(context, employeeId)))
    throw invalidInput('targetDate', 'date-in-past');
}
