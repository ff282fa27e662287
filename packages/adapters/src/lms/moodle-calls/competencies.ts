import { createSkillList, dateInZone, type LearningPlan, type Skill, type SkillsFramework } from '@coachkit/core';
import * as z from 'zod/mini';
import { plainText } from '../../plain-text/plain-text.js';
import { understood, understoodItems } from '../answers.js';
import type { LearningTools } from '../connection.js';
import type { LearnerMap } from '../people.js';
import type { MoodleCall } from './call.js';

const wireSkill = z.object({ id: z.number(), shortname: z.string() });
const wirePlan = z.object({
  id: z.number(),
  userid: z.number(),
  name: z.string(),
  status: z.number(),
  duedate: z.number(),
});
const completedPlan = 2;

/** How many skills are read at a time, and of how many frameworks' worth at most. */
const perPage = 500;
const mostPages = 100;

/** The competencies of a framework as skills: read once, when they are first needed, and searched here. */
export function competencies(tools: LearningTools, call: MoodleCall, frameworkId: number): SkillsFramework {
  let reading: Promise<SkillsFramework> | undefined;
  const framework = async (): Promise<SkillsFramework> => {
    reading ??= readSkills(tools, call, frameworkId).then(createSkillList);
    try {
      return await reading;
    } catch (error) {
      reading = undefined;
      throw error;
    }
  };
  return {
    find: async (query, limit) => (await framework()).find(query, limit),
    get: async (id) => (await framework()).get(id),
  };
}

async function readSkills({ language }: LearningTools, call: MoodleCall, frameworkId: number): Promise<Skill[]> {
  const skills = new Map<string, Skill>();
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await call.read('core_competency_list_competencies', {
      'filters[0][column]': 'competencyframeworkid',
      'filters[0][value]': frameworkId,
      sort: 'id',
      order: 'ASC',
      skip: page * perPage,
      limit: perPage,
    });
    const items = understood(z.array(z.unknown()), answer);
    for (const { id, shortname } of understoodItems(wireSkill, items))
      skills.set(String(id), { id: String(id), label: plainText(shortname, { language }) || String(id) });
    if (items.length < perPage) break;
  }
  return [...skills.values()];
}

/** Moodle's learning plans. */
export function learningPlans(
  { language }: LearningTools,
  call: MoodleCall,
  people: LearnerMap,
  timeZone: string,
): LearningPlan {
  return {
    async list(personId) {
      const userId = await people.idOf(personId);
      const answer = await call.read('core_competency_list_user_plans', { userid: userId });
      return understoodItems(wirePlan, understood(z.array(z.unknown()), answer))
        .filter(({ userid }) => String(userid) === userId)
        .map(({ id, name, status, duedate }) => ({
          id: String(id),
          title: plainText(name, { language }),
          status: status === completedPlan ? 'completed' : 'open',
          ...(duedate > 0 && { dueOn: dateInZone(duedate * 1_000, timeZone) }),
        }));
    },
    async addSkill(planId, skillId) {
      const answer = await call.write('core_competency_add_competency_to_plan', {
        planid: planId,
        competencyid: skillId,
      });
      understood(z.literal(true), answer);
    },
  };
}
