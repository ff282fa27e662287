import * as z from 'zod/mini';
import type { Coaching } from '../coaching.js';
import type { ReportInput } from '../inputs.js';
import { parse } from '../model/parse.js';
import { calendarDate, oneOf, type Schema } from '../model/values.js';
import { programmeOverview } from '../reporting/reporting.js';
import { ensureRole } from './access.js';
import { skillLabelOf, todayOf, type UseCaseContext } from './context.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  unit: oneOf(['month', 'quarter']),
  date: z.optional(calendarDate),
}) as Schema<ReportInput>;

/** Reports over facts. */
export const reports = (context: UseCaseContext): Coaching['reports'] => ({
  async overview(input) {
    const request = parse(inputSchema, input);
    ensureRole(context, 'read', 'aggregate-activity');
    const { documents } = context;
    const all = { index: 'id' };
    const facts = await documents.bodies('sessionFact', { index: 'byDate' });
    const skillIds = [...new Set(facts.flatMap(({ skillId }) => skillId ?? []))];
    const labels = await Promise.all(skillIds.map((skillId) => skillLabelOf(context, skillId)));
    return programmeOverview(
      {
        today: await todayOf(context, context.actor.personId),
        threshold: context.rules.threshold,
        facts,
        relationships: await documents.bodies('relationship', all),
        leave: await documents.bodies('leave', all),
        people: await documents.bodies('person', all),
        units: await documents.bodies('unit', all),
        skillLabels: new Map(skillIds.map((skillId, index) => [skillId, labels[index] ?? skillId])),
      },
      request,
    );
  },
});
