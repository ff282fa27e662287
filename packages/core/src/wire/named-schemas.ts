import type * as z from 'zod/mini';
import { actionSchema } from '../model/action.js';
import { conflictSchema } from '../model/conflict.js';
import { courseAssignmentSchema, goalSchema } from '../model/development.js';
import { draftSchema } from '../model/draft.js';
import { personSchema } from '../model/person.js';
import { cadenceSchema, relationshipSchema } from '../model/relationship.js';
import { commentSchema, focusSchema, sessionContentSchema, sessionVersionSchema } from '../model/session-content.js';
import { sessionSchema } from '../model/session.js';
import type { JsonObject, JsonValue } from '../ports/storage.js';
import { jsonSchemaOf } from './json-schema.js';
import { problemSchema } from './sync-answer-schemas.js';
import * as views from './view-schemas.js';

/** The schemas that have a name in the document. */
const named: Readonly<Record<string, z.ZodMiniType>> = {
  Problem: problemSchema,
  Action: actionSchema,
  ActionView: views.actionViewSchema,
  AgendaEntry: views.agendaEntrySchema,
  Cadence: cadenceSchema,
  Comment: commentSchema,
  ConflictView: views.conflictViewSchema,
  Course: views.courseSchema,
  CourseAssignment: courseAssignmentSchema,
  CourseView: views.courseViewSchema,
  Draft: draftSchema,
  FieldConflict: conflictSchema,
  Focus: focusSchema,
  Goal: goalSchema,
  Person: personSchema,
  PersonSummary: views.personSummarySchema,
  Relationship: relationshipSchema,
  Session: sessionSchema,
  SessionContent: sessionContentSchema,
  SessionRecord: views.sessionRecordSchema,
  SessionVersion: sessionVersionSchema,
  Skill: views.skillSchema,
};

/** The same document with each named schema written out once. */
export function withNamedSchemas(document: JsonObject): JsonObject {
  const schemas = Object.entries(named).map(([name, schema]) => [name, jsonSchemaOf(schema)] as const);
  const names = new Map(schemas.map(([name, schema]) => [JSON.stringify(schema), name]));
  const inner = (value: JsonValue): JsonValue => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(outer);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, outer(part)]));
  };
  const outer = (value: JsonValue): JsonValue => {
    const name = typeof value === 'object' ? names.get(JSON.stringify(value)) : undefined;
    return name === undefined ? inner(value) : { $ref: `#/components/schemas/${name}` };
  };
  const { components, ...rest } = inner(document) as { readonly components: JsonObject };
  const written = Object.fromEntries(schemas.map(([name, schema]) => [name, inner(schema)]));
  return { ...rest, components: { ...components, schemas: written } };
}
