import { invalidInput } from '../../errors.js';
import type { Focus } from '../../model/session-content.js';
import { answerOf, type UseCaseContext } from '../context.js';

/** @throws CoachingError `invalid-input` (`unknown-skill`) at a path for a skill the framework never had */
export async function checkSkill({ skills }: UseCaseContext, path: string, skillId: string): Promise<void> {
  const isUnknown = await answerOf(() => skills?.get(skillId).then((skill) => skill === undefined));
  if (isUnknown) throw invalidInput(path, 'unknown-skill');
}

/**
 * Refuses a skill the framework never had and a goal of somebody else. A framework that cannot answer now does not
 * keep anybody from saving.
 * @throws CoachingError `invalid-input` at `focus.skillId` or `focus.goalId`
 */
export async function checkFocus(
  context: UseCaseContext,
  employeeId: string,
  { skillId, goalId }: Focus,
): Promise<void> {
  if (skillId !== undefined) await checkSkill(context, 'focus.skillId', skillId);
  if (goalId !== undefined) {
    const goal = await context.documents.find('goal', goalId);
    if (goal?.body.employeeId !== employeeId) throw invalidInput('focus.goalId', 'not-an-option');
  }
}
