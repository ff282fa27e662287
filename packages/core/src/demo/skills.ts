import type { Skill } from '../ports/skills.js';
import { analysis } from './notes/analysis.js';
import { communication } from './notes/communication.js';
import { customerCare } from './notes/customer-care.js';
import { engineering } from './notes/engineering.js';
import { finance } from './notes/finance.js';
import { leadership } from './notes/leadership.js';
import { operations } from './notes/operations.js';
import { planning } from './notes/planning.js';
import { salesConversations, salesPlanning } from './notes/sales.js';
import { skillsOf, type SkillBranch, type SkillNotes } from './notes/skill-notes.js';

/** The branches of the sample framework. */
export const branches: readonly SkillBranch[] = [
  salesConversations,
  salesPlanning,
  customerCare,
  engineering,
  operations,
  finance,
  leadership,
  communication,
  planning,
  analysis,
];

/** A skill that the framework has retired: readable, and not offered any more. */
const retired: Skill = {
  id: 'sk901',
  label: 'Telephone etiquette',
  path: 'Customer care, conversations',
  retired: true,
};

/** The skills framework of the sample organisation. */
export const demoSkills: readonly Skill[] = [...branches.flatMap(skillsOf), retired];

const notes = new Map(branches.flatMap(({ skills }) => skills.map((skill) => [skill.id, skill])));

/** What people write about a skill. @throws RangeError for a skill that has no notes */
export function notesOf(skillId: string): SkillNotes {
  const found = notes.get(skillId);
  if (found === undefined) throw new RangeError(`there are no notes on ${skillId}`);
  return found;
}
