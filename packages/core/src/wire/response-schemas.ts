import * as z from 'zod/mini';
import { actionSchema } from '../model/action.js';
import { goalSchema } from '../model/development.js';
import { draftSchema } from '../model/draft.js';
import { leaveSchema, organisationUnitSchema, personSchema, reportingLineSchema } from '../model/person.js';
import { relationshipSchema } from '../model/relationship.js';
import { commentSchema } from '../model/session-content.js';
import { sessionSchema } from '../model/session.js';
import { oneOf } from '../model/values.js';
import { programmeOverviewSchema } from './report-schemas.js';
import type { Verb } from './routes.js';
import * as views from './view-schemas.js';

const saved = (value: z.ZodMiniType) => z.strictObject({ value, level: oneOf(['memory', 'device', 'server']) });

const page = (item: z.ZodMiniType) => z.strictObject({ items: z.array(item), next: z.optional(z.string()) });

const recorded = z.strictObject({
  session: sessionSchema,
  actions: z.array(actionSchema),
  notices: z.array(oneOf(['few-points', 'no-action', 'length-outside-band'])),
});

const draftWithVersion = z.strictObject({ draft: draftSchema, version: z.number() });

/**
 * What each verb answers, strictly: an answer of another shape comes from somewhere in between and is no success. A
 * verb without a schema answers without a body; those that may answer `undefined` do so with 204.
 */
export const responseSchemas: Readonly<Record<Verb, z.ZodMiniType | undefined>> = {
  'sessions.page': page(sessionSchema),
  'sessions.schedule': saved(sessionSchema),
  'sessions.get': views.sessionRecordSchema,
  'sessions.correct': saved(sessionSchema),
  'sessions.reschedule': saved(sessionSchema),
  'sessions.cancel': saved(sessionSchema),
  'sessions.recordAbsence': saved(sessionSchema),
  'sessions.comment': saved(commentSchema),
  'sessions.proposeFocus': saved(sessionSchema),
  'sessions.prepare': views.sessionPreparationSchema,
  'sessions.record': saved(recorded),
  'sessions.agenda': views.agendaSchema,
  'drafts.get': draftWithVersion,
  'drafts.save': saved(draftWithVersion),
  'drafts.discard': undefined,
  'actions.list': views.actionListSchema,
  'actions.add': saved(actionSchema),
  'actions.update': saved(actionSchema),
  'courses.find': z.array(views.courseSchema),
  'courses.get': views.courseSchema,
  'courses.assignments': z.array(views.courseViewSchema),
  'courses.retry': saved(views.courseViewSchema),
  'skills.find': z.array(views.skillSchema),
  'skills.get': views.skillSchema,
  'plans.goals': z.array(goalSchema),
  'plans.addGoal': saved(goalSchema),
  'plans.updateGoal': saved(goalSchema),
  'development.record': views.developmentRecordSchema,
  'relationships.list': z.array(relationshipSchema),
  'relationships.start': saved(relationshipSchema),
  'relationships.end': saved(relationshipSchema),
  'relationships.changeCadence': saved(relationshipSchema),
  'relationships.cadenceReason': z.string(),
  'directory.page': page(personSchema),
  'directory.person': views.personSummarySchema,
  'directory.savePerson': saved(personSchema),
  'directory.directReports': z.array(views.personSummarySchema),
  'directory.recordLeave': saved(leaveSchema),
  'directory.units': z.array(organisationUnitSchema),
  'directory.saveUnit': saved(organisationUnitSchema),
  'directory.startReportingLine': saved(reportingLineSchema),
  'directory.endReportingLine': saved(reportingLineSchema),
  'reports.overview': programmeOverviewSchema,
  'privacy.receipts': z.array(views.receiptOfSessionSchema),
  'conflicts.list': z.array(views.conflictViewSchema),
  'conflicts.resolve': saved(z.strictObject({ conflictId: z.string() })),
  can: z.boolean(),
};

/** Verbs that may answer that there is nothing, with 204 and no body. */
export const mayAnswerNothing: ReadonlySet<Verb> = new Set<Verb>([
  'drafts.get',
  'courses.get',
  'skills.get',
  'relationships.cadenceReason',
]);
