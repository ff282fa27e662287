import * as z from 'zod/mini';
import { id, type Schema } from '../model/values.js';
import { organisationUnitSchema, personSchema } from '../model/person.js';
import * as actions from '../use-cases/actions/actions.js';
import * as conflicts from '../use-cases/conflicts/conflicts.js';
import * as courses from '../use-cases/courses/courses.js';
import * as development from '../use-cases/development/development-record.js';
import * as directory from '../use-cases/directory/directory.js';
import * as drafts from '../use-cases/drafts.js';
import { lookUp, ofEmployee, ofPerson, ofRelationship, pageSchema } from '../use-cases/input-schemas.js';
import * as plans from '../use-cases/plans/plans.js';
import * as relationships from '../use-cases/relationships/relationships.js';
import * as reports from '../use-cases/reports.js';
import * as cancel from '../use-cases/sessions/cancel-session.js';
import * as comment from '../use-cases/sessions/comment-on-session.js';
import * as correct from '../use-cases/sessions/correct-session.js';
import * as get from '../use-cases/sessions/get-session.js';
import * as list from '../use-cases/sessions/list-sessions.js';
import * as prepare from '../use-cases/sessions/prepare-session.js';
import * as proposeFocus from '../use-cases/sessions/propose-focus.js';
import * as absence from '../use-cases/sessions/record-absence.js';
import * as record from '../use-cases/sessions/record-session.js';
import * as reschedule from '../use-cases/sessions/reschedule-session.js';
import * as schedule from '../use-cases/sessions/schedule-session.js';
import { permissionSchema } from './invoke.js';
import type { Verb } from './routes.js';

const find = z.strictObject({ query: lookUp.shape.query, limit: z.optional(lookUp.shape.limit) });

/** What each verb is called with, as one object; positional values by their names. */
export const inputSchemas: Readonly<Record<Verb, Schema<never>>> = {
  'sessions.page': list.pageInputSchema,
  'sessions.schedule': schedule.inputSchema,
  'sessions.get': get.inputSchema,
  'sessions.correct': correct.inputSchema,
  'sessions.reschedule': reschedule.inputSchema,
  'sessions.cancel': cancel.inputSchema,
  'sessions.recordAbsence': absence.inputSchema,
  'sessions.comment': comment.inputSchema,
  'sessions.proposeFocus': proposeFocus.inputSchema,
  'sessions.prepare': prepare.inputSchema,
  'sessions.record': record.inputSchema,
  'sessions.agenda': ofPerson,
  'drafts.get': drafts.keySchema,
  'drafts.save': drafts.saveSchema,
  'drafts.discard': drafts.keySchema,
  'actions.list': actions.listSchema,
  'actions.add': actions.addSchema,
  'actions.update': actions.updateSchema,
  'courses.find': find,
  'courses.get': z.strictObject({ id }),
  'courses.assignments': ofEmployee,
  'courses.retry': courses.retrySchema,
  'skills.find': find,
  'skills.get': z.strictObject({ id }),
  'plans.goals': ofEmployee,
  'plans.addGoal': plans.addSchema,
  'plans.updateGoal': plans.updateSchema,
  'development.record': development.inputSchema,
  'relationships.list': ofPerson,
  'relationships.start': relationships.startSchema,
  'relationships.end': relationships.endSchema,
  'relationships.changeCadence': relationships.cadenceInputSchema,
  'relationships.cadenceReason': ofRelationship,
  'directory.page': pageSchema,
  'directory.person': z.strictObject({ personId: id }),
  'directory.savePerson': personSchema,
  'directory.directReports': directory.reportsSchema,
  'directory.recordLeave': directory.leaveInputSchema,
  'directory.units': z.strictObject({}),
  'directory.saveUnit': organisationUnitSchema,
  'directory.startReportingLine': directory.startLineSchema,
  'directory.endReportingLine': directory.endLineSchema,
  'reports.overview': reports.inputSchema,
  'privacy.receipts': ofEmployee,
  'conflicts.list': conflicts.listSchema,
  'conflicts.resolve': conflicts.resolveSchema,
  can: permissionSchema,
} as unknown as Readonly<Record<Verb, Schema<never>>>;
