import * as z from 'zod/mini';
import { actionSchema } from '../model/action.js';
import { conflictSchema } from '../model/conflict.js';
import { courseAssignmentSchema, goalSchema } from '../model/development.js';
import { draftSchema } from '../model/draft.js';
import { cadenceSchema, relationshipSchema } from '../model/relationship.js';
import { commentSchema, focusSchema, sessionContentSchema, sessionVersionSchema } from '../model/session-content.js';
import { sessionSchema } from '../model/session.js';
import { calendarDate, instant, oneOf } from '../model/values.js';

// What comes from a learning system, a framework or the directory is not ours to bound.
const words = z.string();

/** Schema of a `PersonSummary`. */
export const personSummarySchema = z.strictObject({ id: words, name: words, jobTitle: z.optional(words) });

/** Schema of a `Course`. */
export const courseSchema = z.strictObject({
  id: words,
  title: words,
  durationMinutes: z.optional(z.number()),
  skillIds: z.optional(z.array(words)),
});

/** Schema of a `Skill`. */
export const skillSchema = z.strictObject({
  id: words,
  label: words,
  otherLabels: z.optional(z.array(words)),
  path: z.optional(words),
  retired: z.optional(z.boolean()),
});

/** Schema of a `CourseView`. */
export const courseViewSchema = z.strictObject({
  assignment: courseAssignmentSchema,
  course: z.optional(courseSchema),
});

/** Schema of an `ActionView`. */
export const actionViewSchema = z.strictObject({
  action: actionSchema,
  owner: personSummarySchema,
  manager: personSummarySchema,
  employee: personSummarySchema,
  group: oneOf(['overdue', 'this-week', 'later', 'closed']),
  daysOverdue: z.number(),
  canClose: z.boolean(),
  courses: z.array(courseViewSchema),
});

/** Schema of an `ActionList`. */
export const actionListSchema = z.strictObject({ today: calendarDate, actions: z.array(actionViewSchema) });

/** Schema of an `AgendaEntry`. */
export const agendaEntrySchema = z.strictObject({
  relationshipId: words,
  manager: personSummarySchema,
  employee: personSummarySchema,
  group: oneOf(['due', 'this-week', 'later', 'on-leave']),
  reason: z.strictObject({
    kind: oneOf(['to-document', 'missed', 'cancelled', 'never-met', 'due', 'planned', 'on-leave']),
    date: calendarDate,
    days: z.number(),
    missedBy: z.optional(oneOf(['manager', 'employee', 'both'])),
    who: z.optional(oneOf(['manager', 'employee', 'both'])),
  }),
  session: z.optional(sessionSchema),
  lastMet: z.optional(calendarDate),
  due: calendarDate,
  cadence: cadenceSchema,
  hasDraft: z.boolean(),
});

/** Schema of an `Agenda`. */
export const agendaSchema = z.strictObject({ today: calendarDate, entries: z.array(agendaEntrySchema) });

const receiptFields = { reader: personSummarySchema, role: oneOf(['manager', 'employee']), readAt: instant };

/** Schema of an `AccessReceiptView`. */
export const receiptSchema = z.strictObject(receiptFields);

/** Schema of an `AccessReceiptView` with its session. */
export const receiptOfSessionSchema = z.strictObject({ ...receiptFields, sessionId: words });

/** Schema of a `ConflictView`. */
export const conflictViewSchema = z.strictObject({
  conflict: conflictSchema,
  current: z.optional(z.unknown()),
  author: personSummarySchema,
  canResolve: z.boolean(),
});

/** Schema of a `SessionRecord`. */
export const sessionRecordSchema = z.strictObject({
  session: sessionSchema,
  manager: personSummarySchema,
  employee: personSummarySchema,
  content: z.optional(sessionContentSchema),
  skillLabel: z.optional(words),
  reviewed: z.array(actionViewSchema),
  actions: z.array(actionViewSchema),
  comments: z.array(z.strictObject({ comment: commentSchema, author: personSummarySchema })),
  versions: z.array(sessionVersionSchema),
  readers: z.array(personSummarySchema),
  receipts: z.array(receiptSchema),
  conflicts: z.array(conflictViewSchema),
  canCorrect: z.boolean(),
  canComment: z.boolean(),
  version: z.number(),
});

/** Schema of a `SessionPreparation`. */
export const sessionPreparationSchema = z.strictObject({
  today: calendarDate,
  relationship: relationshipSchema,
  manager: personSummarySchema,
  employee: personSummarySchema,
  session: z.optional(sessionSchema),
  date: calendarDate,
  durationMinutes: z.number(),
  openActions: z.array(actionViewSchema),
  openCourses: z.array(courseViewSchema),
  suggestions: z.array(
    z.strictObject({
      kind: words,
      label: words,
      skillId: z.optional(words),
      goalId: z.optional(words),
      source: oneOf(['goal', 'recent']),
    }),
  ),
  goals: z.array(goalSchema),
  proposedFocus: z.optional(words),
  last: z.optional(
    z.strictObject({
      session: sessionSchema,
      content: z.optional(sessionContentSchema),
      skillLabel: z.optional(words),
    }),
  ),
  draft: z.optional(draftSchema),
  draftVersion: z.number(),
  correcting: z.optional(sessionRecordSchema),
  nextDue: calendarDate,
});

const entryFields = { id: words, date: calendarDate };

/** Schema of a `DevelopmentRecord`. */
export const developmentRecordSchema = z.strictObject({
  today: calendarDate,
  employee: personSummarySchema,
  goals: z.array(
    z.strictObject({
      goal: goalSchema,
      skillLabel: z.optional(words),
      sessions: z.array(calendarDate),
      nextStep: z.optional(actionViewSchema),
    }),
  ),
  entries: z.array(
    z.union([
      z.strictObject({
        ...entryFields,
        kind: z.literal('session'),
        session: sessionSchema,
        manager: personSummarySchema,
        focus: z.optional(focusSchema),
      }),
      z.strictObject({ ...entryFields, kind: z.literal('course'), course: courseViewSchema }),
      z.strictObject({ ...entryFields, kind: z.literal('action'), action: actionViewSchema }),
    ]),
  ),
  skills: z.array(z.strictObject({ skillId: words, label: words, sessions: z.number(), lastPractised: calendarDate })),
});
