import type { TableDefinition } from './create-table.js';

/**
 * The tables of schema 1, as they were released: what stands here is not changed any more. A later schema adds its
 * differences in a file of its own. Not made from `documentKinds`, which goes on changing; a test compares the two.
 */
export const schemaOne: readonly TableDefinition[] = [
  { name: 'person', fields: ['team_id'], indexes: [['team_id']] },
  { name: 'unit', fields: [], indexes: [] },
  {
    name: 'reporting_line',
    fields: ['employee_id', 'start', 'manager_id'],
    indexes: [
      ['employee_id', 'start'],
      ['manager_id', 'start'],
    ],
  },
  { name: 'leave', fields: ['person_id', 'start'], indexes: [['person_id', 'start']] },
  {
    name: 'relationship',
    fields: ['manager_id', 'start', 'employee_id', 'end'],
    indexes: [
      ['manager_id', 'start'],
      ['employee_id', 'start'],
    ],
  },
  { name: 'cadence_reason', fields: [], indexes: [] },
  {
    name: 'session',
    fields: ['relationship_id', 'date', 'manager_id', 'employee_id'],
    indexes: [
      ['relationship_id', 'date'],
      ['manager_id', 'date'],
      ['employee_id', 'date'],
    ],
  },
  { name: 'session_content', fields: [], indexes: [] },
  { name: 'session_version', fields: ['session_id', 'revision'], indexes: [['session_id', 'revision']] },
  { name: 'session_fact', fields: ['date'], indexes: [['date']] },
  {
    name: 'action',
    fields: ['relationship_id', 'status', 'due_date', 'owner_id', 'employee_id', 'session_id', 'closed_at'],
    indexes: [
      ['relationship_id', 'status', 'due_date'],
      ['owner_id', 'status', 'due_date'],
      ['employee_id', 'status', 'due_date'],
      ['session_id'],
    ],
  },
  {
    name: 'course_assignment',
    fields: ['employee_id', 'requested_on', 'session_id'],
    indexes: [['employee_id', 'requested_on'], ['session_id']],
  },
  { name: 'skill_evidence', fields: ['employee_id', 'date'], indexes: [['employee_id', 'date']] },
  { name: 'goal', fields: ['employee_id', 'status'], indexes: [['employee_id', 'status']] },
  { name: 'draft', fields: ['author_id', 'updated_at'], indexes: [['author_id', 'updated_at']] },
  { name: 'comment', fields: ['session_id', 'written_at'], indexes: [['session_id', 'written_at']] },
  {
    name: 'access_receipt',
    fields: ['session_id', 'date', 'employee_id'],
    indexes: [
      ['session_id', 'date'],
      ['employee_id', 'date'],
    ],
  },
  {
    name: 'conflict',
    fields: ['relationship_id', 'at', 'employee_id', 'entity_id'],
    indexes: [['relationship_id', 'at'], ['employee_id', 'at'], ['entity_id']],
  },
  { name: 'operation', fields: ['person_id', 'at'], indexes: [['person_id', 'at'], ['at']] },
  { name: 'queued_operation', fields: ['place'], indexes: [['place']] },
  { name: 'replica_document', fields: [], indexes: [] },
];
