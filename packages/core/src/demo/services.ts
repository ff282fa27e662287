import type { CourseAssignment } from '../model/development.js';
import type { CourseProgress, LearningSystem } from '../ports/lms.js';
import { createSkillList, type SkillsFramework } from '../ports/skills.js';
import type { Storage } from '../ports/storage.js';
import { createDemoLearningSystem } from './learning-system.js';
import { demoSkills } from './skills.js';

/** The outside systems of a sample organisation. */
export interface DemoServices {
  readonly skills: SkillsFramework;
  readonly lms: LearningSystem;
}

/**
 * The skills framework and the learning system of a sample that lies in a storage.
 * @param storage - one that reaches the course assignments of everybody
 */
export async function createDemoServices(storage: Storage): Promise<DemoServices> {
  return {
    skills: createSkillList(demoSkills),
    lms: createDemoLearningSystem({ progress: await progressIn(storage) }),
  };
}

/** The learning system knows what it has confirmed: nothing of recommendations and of what it did not take. */
async function progressIn(storage: Storage): Promise<ReadonlyMap<string, readonly CourseProgress[]>> {
  const { documents } = await storage.query('courseAssignment', { index: 'id' });
  const progress = new Map<string, CourseProgress[]>();
  for (const { body } of documents) {
    if (body === undefined) continue;
    const { employeeId, courseId, status, completedOn } = body as unknown as CourseAssignment;
    if (status !== 'enrolled' && status !== 'in-progress' && status !== 'completed') continue;
    const known = { courseId, status };
    const each = completedOn === undefined ? known : { ...known, completedOn };
    progress.set(employeeId, [...(progress.get(employeeId) ?? []), each]);
  }
  return progress;
}
