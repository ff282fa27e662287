import { actionSchema, type Action } from './action.js';
import { conflictSchema, type FieldConflict } from './conflict.js';
import {
  accessReceiptSchema,
  courseAssignmentSchema,
  goalSchema,
  skillEvidenceSchema,
  type AccessReceipt,
  type CourseAssignment,
  type Goal,
  type SkillEvidence,
} from './development.js';
import { draftSchema, type Draft } from './draft.js';
import {
  leaveSchema,
  organisationUnitSchema,
  personSchema,
  reportingLineSchema,
  type Leave,
  type OrganisationUnit,
  type Person,
  type ReportingLine,
} from './person.js';
import {
  cadenceReasonSchema,
  relationshipSchema,
  type CadenceReason,
  type CoachingRelationship,
} from './relationship.js';
import {
  commentSchema,
  sessionContentSchema,
  sessionVersionSchema,
  type Comment,
  type SessionContent,
  type SessionVersion,
} from './session-content.js';
import { sessionFactSchema, type SessionFact } from './session-fact.js';
import { sessionSchema, type Session } from './session.js';
import type { Schema } from './values.js';

/** What each kind of document holds. The kinds of synchronisation and of the skills framework are not among them. */
export interface DocumentBodies {
  person: Person;
  unit: OrganisationUnit;
  reportingLine: ReportingLine;
  leave: Leave;
  relationship: CoachingRelationship;
  cadenceReason: CadenceReason;
  session: Session;
  sessionContent: SessionContent;
  sessionVersion: SessionVersion;
  sessionFact: SessionFact;
  action: Action;
  courseAssignment: CourseAssignment;
  skillEvidence: SkillEvidence;
  goal: Goal;
  draft: Draft;
  comment: Comment;
  accessReceipt: AccessReceipt;
  conflict: FieldConflict;
}

/** A kind that the use cases read and write; the others belong to synchronisation (`operation.ts`) and to the skills framework (`skill-pack.ts`). */
export type DomainKind = keyof DocumentBodies;

/** The schema by which each kind is written and read. */
export const documentSchemas: { readonly [Kind in DomainKind]: Schema<DocumentBodies[Kind]> } = {
  person: personSchema,
  unit: organisationUnitSchema,
  reportingLine: reportingLineSchema,
  leave: leaveSchema,
  relationship: relationshipSchema,
  cadenceReason: cadenceReasonSchema,
  session: sessionSchema,
  sessionContent: sessionContentSchema,
  sessionVersion: sessionVersionSchema,
  sessionFact: sessionFactSchema,
  action: actionSchema,
  courseAssignment: courseAssignmentSchema,
  skillEvidence: skillEvidenceSchema,
  goal: goalSchema,
  draft: draftSchema,
  comment: commentSchema,
  accessReceipt: accessReceiptSchema,
  conflict: conflictSchema,
};
