import type { MergedKind } from '../model/conflict.js';
import type { DocumentKind } from '../model/document-kinds.js';

/** Where the address of the first route begins; a host may mount it anywhere. */
export const wirePrefix = '/v1';

/** How a query parameter is read. */
export type QueryType = 'text' | 'number';

/** The document whose version `If-Match` names, and the fields of the input that make its id, joined by a dot. */
export interface Guard {
  readonly kind: DocumentKind;
  readonly id: readonly string[];
}

/**
 * A field of the input that stands for a field of a document. An operation carries what the field held when it was
 * made; where that has changed since, both wordings are kept (`FieldConflict`).
 */
export interface Merge {
  readonly input: string;
  readonly kind: MergedKind;
  /** The input field that holds the id of the document. */
  readonly id: string;
  readonly field: string;
}

/** One verb of `Coaching` as a request. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for each field of the input that stands in the path. */
  readonly path: string;
  /** Fields of the input that stand in the query; all others are the body. */
  readonly query?: Readonly<Record<string, QueryType>>;
  /** For verbs that take values one after the other instead of an object: the names of the values. */
  readonly positional?: readonly string[];
  /** The status of success: 201 for what makes something. */
  readonly status?: 201 | 204;
  /** `create` wants an `Idempotency-Key`, `change` an `If-Match`; both may come as an operation of a batch. */
  readonly kind: 'read' | 'create' | 'change' | 'write';
  readonly guard?: Guard;
  readonly merges?: readonly Merge[];
  /** The longest page; the verb takes `limit` and `after`. */
  readonly page?: number;
}

const session: Guard = { kind: 'session', id: ['sessionId'] };

const corrected: readonly Merge[] = [
  { input: 'focus', kind: 'sessionContent', id: 'sessionId', field: 'focus' },
  { input: 'points', kind: 'sessionContent', id: 'sessionId', field: 'points' },
  { input: 'date', kind: 'session', id: 'sessionId', field: 'date' },
  { input: 'durationMinutes', kind: 'session', id: 'sessionId', field: 'durationMinutes' },
];

const mergeOf =
  (kind: MergedKind, id: string) =>
  (field: string): Merge => ({ input: field, kind, id, field });

/**
 * The HTTP contract, once: handler, client, the handlers for tests and the OpenAPI document are made from this table.
 * A key is the verb of `Coaching`; paths come after `wirePrefix`.
 */
export const routes = {
  'sessions.page': {
    method: 'GET',
    path: '/sessions',
    query: { relationshipId: 'text', employeeId: 'text', from: 'text', to: 'text', limit: 'number', after: 'text' },
    kind: 'read',
    page: 100,
  },
  'sessions.schedule': { method: 'POST', path: '/sessions', kind: 'create', status: 201 },
  'sessions.get': { method: 'GET', path: '/sessions/{sessionId}', kind: 'read', guard: session },
  'sessions.correct': {
    method: 'PATCH',
    path: '/sessions/{sessionId}',
    kind: 'change',
    guard: session,
    merges: corrected,
  },
  'sessions.reschedule': {
    method: 'POST',
    path: '/sessions/{sessionId}/reschedule',
    kind: 'change',
    guard: session,
  },
  'sessions.cancel': { method: 'POST', path: '/sessions/{sessionId}/cancel', kind: 'change', guard: session },
  'sessions.recordAbsence': { method: 'POST', path: '/sessions/{sessionId}/absence', kind: 'change', guard: session },
  'sessions.comment': { method: 'POST', path: '/sessions/{sessionId}/comments', kind: 'create', status: 201 },
  'sessions.proposeFocus': {
    method: 'PUT',
    path: '/relationships/{relationshipId}/proposed-focus',
    kind: 'write',
  },
  'sessions.prepare': {
    method: 'GET',
    path: '/relationships/{relationshipId}/preparation',
    query: { sessionId: 'text' },
    kind: 'read',
  },
  'sessions.record': { method: 'POST', path: '/relationships/{relationshipId}/records', kind: 'create', status: 201 },
  'sessions.agenda': { method: 'GET', path: '/agenda', query: { personId: 'text' }, kind: 'read' },
  'drafts.get': { method: 'GET', path: '/drafts/{relationshipId}', query: { sessionId: 'text' }, kind: 'read' },
  'drafts.save': { method: 'PUT', path: '/drafts', kind: 'write' },
  'drafts.discard': {
    method: 'DELETE',
    path: '/drafts/{relationshipId}',
    query: { sessionId: 'text' },
    kind: 'write',
    status: 204,
  },
  'actions.list': {
    method: 'GET',
    path: '/actions',
    query: { relationshipId: 'text', ownerId: 'text', closedWithinDays: 'number' },
    kind: 'read',
  },
  'actions.add': { method: 'POST', path: '/relationships/{relationshipId}/actions', kind: 'create', status: 201 },
  'actions.update': {
    method: 'PATCH',
    path: '/actions/{actionId}',
    kind: 'change',
    guard: { kind: 'action', id: ['actionId'] },
    merges: ['text', 'dueDate', 'status'].map(mergeOf('action', 'actionId')),
  },
  'courses.find': {
    method: 'GET',
    path: '/courses',
    query: { query: 'text', limit: 'number' },
    positional: ['query', 'limit'],
    kind: 'read',
  },
  'courses.get': { method: 'GET', path: '/courses/{id}', positional: ['id'], kind: 'read' },
  'courses.assignments': { method: 'GET', path: '/employees/{employeeId}/courses', kind: 'read' },
  'courses.retry': { method: 'POST', path: '/course-assignments/{assignmentId}/retry', kind: 'write' },
  'skills.find': {
    method: 'GET',
    path: '/skills',
    query: { query: 'text', limit: 'number' },
    positional: ['query', 'limit'],
    kind: 'read',
  },
  'skills.get': { method: 'GET', path: '/skills/{id}', positional: ['id'], kind: 'read' },
  'plans.goals': { method: 'GET', path: '/employees/{employeeId}/goals', kind: 'read' },
  'plans.addGoal': { method: 'POST', path: '/employees/{employeeId}/goals', kind: 'create', status: 201 },
  'plans.updateGoal': {
    method: 'PATCH',
    path: '/goals/{goalId}',
    kind: 'change',
    guard: { kind: 'goal', id: ['goalId'] },
    merges: ['title', 'targetDate', 'status'].map(mergeOf('goal', 'goalId')),
  },
  'development.record': { method: 'GET', path: '/development', query: { employeeId: 'text' }, kind: 'read' },
  'relationships.list': { method: 'GET', path: '/relationships', query: { personId: 'text' }, kind: 'read' },
  'relationships.start': { method: 'POST', path: '/relationships', kind: 'create', status: 201 },
  'relationships.end': {
    method: 'POST',
    path: '/relationships/{relationshipId}/end',
    kind: 'change',
    guard: { kind: 'relationship', id: ['relationshipId'] },
  },
  'relationships.changeCadence': {
    method: 'PUT',
    path: '/relationships/{relationshipId}/cadence',
    kind: 'change',
    guard: { kind: 'relationship', id: ['relationshipId'] },
  },
  'relationships.cadenceReason': {
    method: 'GET',
    path: '/relationships/{relationshipId}/cadence-reason',
    kind: 'read',
  },
  'directory.page': {
    method: 'GET',
    path: '/people',
    query: { limit: 'number', after: 'text' },
    kind: 'read',
    page: 100,
  },
  'directory.person': { method: 'GET', path: '/people/{personId}', positional: ['personId'], kind: 'read' },
  'directory.savePerson': {
    method: 'PUT',
    path: '/people/{id}',
    kind: 'change',
    guard: { kind: 'person', id: ['id'] },
  },
  'directory.directReports': {
    method: 'GET',
    path: '/people/{managerId}/direct-reports',
    query: { date: 'text' },
    kind: 'read',
  },
  'directory.recordLeave': { method: 'POST', path: '/people/{personId}/leave', kind: 'create', status: 201 },
  'directory.units': { method: 'GET', path: '/units', kind: 'read' },
  'directory.saveUnit': { method: 'PUT', path: '/units/{id}', kind: 'change', guard: { kind: 'unit', id: ['id'] } },
  'directory.startReportingLine': { method: 'POST', path: '/reporting-lines', kind: 'create', status: 201 },
  'directory.endReportingLine': {
    method: 'POST',
    path: '/reporting-lines/{lineId}/end',
    kind: 'change',
    guard: { kind: 'reportingLine', id: ['lineId'] },
  },
  'reports.overview': { method: 'GET', path: '/reports/overview', query: { unit: 'text', date: 'text' }, kind: 'read' },
  'privacy.receipts': { method: 'GET', path: '/employees/{employeeId}/receipts', kind: 'read' },
  'conflicts.list': {
    method: 'GET',
    path: '/conflicts',
    query: { relationshipId: 'text', employeeId: 'text' },
    kind: 'read',
  },
  'conflicts.resolve': { method: 'POST', path: '/conflicts/{conflictId}/resolution', kind: 'write' },
  can: {
    method: 'GET',
    path: '/permissions',
    query: { operation: 'text', dataClass: 'text', relationshipId: 'text' },
    kind: 'read',
  },
} as const satisfies Record<string, Route>;

/** A verb of `Coaching` that has a route. */
export type Verb = keyof typeof routes;
