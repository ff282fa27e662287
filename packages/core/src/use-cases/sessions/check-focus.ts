import { invalidInput } from '../../errors.js';
import type { Focus } from '../../model/session-content.js';
import type { UseCaseContext } from '../context.js';

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
  if (skillId !== undefined && context.skills !== undefined) {
    const known = await context.skills.get(skillId).then(
      (skill) => skill !== undefined,
      () => true,
    );
    if (!known) throw invalidInput('focus.skillId', 'unknown-skill');
  }
  if (goalId !== undefined) {
    const goal = await context.documents.find('goal', goalId);
    if (goal?.body.employeeId !== employeeId) throw invalidInput('focus.goalId', 'not-an-option');
  }
}
