import * as z from 'zod/mini';
import { calendarDate, oneOf } from '../model/values.js';

const shown = <Value extends z.ZodMiniType>(value: Value) =>
  z.union([z.strictObject({ hidden: z.literal(false), value }), z.strictObject({ hidden: z.literal(true) })]);

const period = z.strictObject({
  unit: oneOf(['month', 'quarter']),
  start: calendarDate,
  end: calendarDate,
  closed: z.boolean(),
});

const completion = shown(
  z.strictObject({
    held: z.number(),
    due: z.number(),
    excused: z.number(),
    rate: z.number(),
    interval: z.array(z.number()),
    people: z.number(),
  }),
);

const groups = z.array(z.strictObject({ unitId: z.string(), name: z.string(), completion }));

/** Schema of a `ProgrammeOverview`. */
export const programmeOverviewSchema = z.strictObject({
  period,
  periods: z.array(period),
  dataUntil: calendarDate,
  threshold: z.number(),
  people: shown(z.number()),
  completion,
  completionBefore: completion,
  sessionsPerPair: shown(z.number()),
  assignmentRate: shown(z.number()),
  documentedWell: shown(z.number()),
  departments: groups,
  teams: groups,
  hiddenGroups: z.number(),
  focusAreas: shown(
    z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        share: z.number(),
        sessions: z.number(),
        people: z.number(),
      }),
    ),
  ),
  trend: z.array(z.strictObject({ period, completion })),
});
