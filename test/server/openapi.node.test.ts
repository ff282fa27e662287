import { openApiDocument } from '@coachkit/core/openapi';
import { routes, type Route } from '@coachkit/core/wire';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../../scripts/run-tool.mjs';
import { companyBehindHandler, type Answer, type Ask, type Loose } from './support/company.ts';

const { version } = JSON.parse(readFileSync(inRoot('packages/core/package.json'), 'utf8'));
const document: Loose = openApiDocument(version);

test('docs/openapi.json is what the route table says', () => {
  const stored = JSON.parse(readFileSync(inRoot('docs/openapi.json'), 'utf8'));
  assert.deepEqual(stored, document, 'run: npm run openapi');
});

test('the document is OpenAPI 3.1', async () => {
  const result = await new Validator().validate(document);
  assert.deepEqual([result.valid, result.errors], [true, undefined]);
});

test('every route and every part of synchronisation is in it', () => {
  const operations = Object.values<Loose>(document.paths).flatMap((item) =>
    Object.values<Loose>(item).map(({ operationId }) => operationId),
  );
  assert.equal(new Set(operations).size, operations.length);
  for (const verb of Object.keys(routes)) assert.ok(operations.includes(verb), verb);
  assert.equal(operations.filter((name) => name.startsWith('sync.')).length, 5);
});

const ajv = new Ajv2020({ strict: true, allErrors: true });
(addFormats as unknown as (target: unknown) => void)(ajv);
ajv.addKeyword('components');
ajv.addSchema({ $id: 'openapi', components: document.components });

function validate(schema: unknown, body: unknown): unknown {
  const text = JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components');
  const check = ajv.compile(JSON.parse(text));
  return check(body) ? undefined : check.errors;
}

/** The schema of an answer, by what was asked. */
function schemaOf(operationId: string, { status, headers }: Answer): unknown {
  const operation = Object.values<Loose>(document.paths)
    .flatMap((item) => Object.values<Loose>(item))
    .find((each) => each.operationId === operationId);
  if (status >= 400) return document.components.responses.Problem.content['application/problem+json'].schema;
  const response = operation.responses[String(status)];
  assert.ok(response, `${operationId} has no answer ${status}`);
  return response.content?.[headers.get('content-type') ?? '']?.schema;
}

test('the real answers of every route, successes and refusals, are what it says', async () => {
  const server = await companyBehindHandler({ deviceKeySecret: 'x'.repeat(32) });
  const { relationshipId, record } = server;
  const tried = new Map<string, Set<string>>();
  let keys = 0;
  const ask = async (name: string, params: Record<string, string>, what: Ask = {}, query = ''): Promise<Answer> => {
    const sync: Record<string, [string, string]> = {
      'sync.operations': ['POST', '/operations'],
      'sync.replica': ['GET', '/replica'],
      'sync.documents': ['POST', '/replica/documents'],
      'sync.deviceKey': ['GET', '/device-key'],
    };
    const route = (routes as Record<string, Route>)[name];
    const [method, path] = route === undefined ? sync[name]! : [route.method, route.path];
    const address = path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? 'made-up');
    const headers = { 'idempotency-key': `key-${(keys += 1)}`, 'if-match': '*', ...what.headers };
    const answer = await server.ask(address + query, { ...what, method, headers });
    const schema = schemaOf(name, answer);
    assert.equal(schema === undefined, answer.body === undefined, `${name}: ${answer.status}`);
    if (schema !== undefined)
      assert.equal(validate(schema, answer.body), undefined, `${name}: ${JSON.stringify(answer.body)}`);
    tried.set(name, (tried.get(name) ?? new Set()).add(answer.status < 400 ? 'success' : 'refusal'));
    return answer;
  };
  const admin = { as: 'it', roles: ['technical-admin', 'programme-admin'] } as const;
  const { relationshipId: _pair, ...body } = record;
  const [first] = record.actions;
  const activities = [{ kind: 'course', courseId: 'course-trading', intent: 'recommend' }];

  const scheduled = await ask('sessions.schedule', {}, { body: { relationshipId, date: '2026-11-24' } });
  const sessionId = scheduled.body.value.id;
  await ask('sessions.proposeFocus', { relationshipId }, { as: 'tom', body: { text: 'Negotiating' } });
  await ask('sessions.reschedule', { sessionId }, { body: { date: '2026-11-24', startTime: '10:00' } });
  const later = await ask('sessions.schedule', {}, { body: { relationshipId, date: '2026-12-20' } });
  await ask('sessions.cancel', { sessionId: later.body.value.id }, { body: {} });
  const missed = await ask('sessions.schedule', {}, { body: { relationshipId, date: '2026-11-24' } });
  await ask('sessions.recordAbsence', { sessionId: missed.body.value.id }, { body: { absence: 'employee' } });
  const goal = await ask('plans.addGoal', { employeeId: 'tom' }, { body: { title: 'Lead a renewal' } });
  await ask('plans.updateGoal', { goalId: goal.body.value.id }, { body: { status: 'open', targetDate: '2027-01-01' } });
  const draft = {
    ...{ relationshipId, sessionId, date: 'half', durationMinutes: 60, reviews: [], focusQuery: '', points: ['One'] },
    ...{ actions: [], quickEntry: '', activeSeconds: 0 },
  };
  await ask('drafts.save', {}, { body: { draft, version: 0 } });
  await ask('drafts.get', { relationshipId }, {}, `?sessionId=${sessionId}`);
  await ask('sessions.prepare', { relationshipId }, {}, `?sessionId=${sessionId}`);
  const written = { ...body, sessionId, actions: [{ ...first, activities }], draftVersion: 1 };
  await ask('sessions.record', { relationshipId }, { body: written });
  await ask('drafts.discard', { relationshipId });
  assert.equal((await ask('drafts.get', { relationshipId })).status, 204);
  await ask('sessions.comment', { sessionId }, { as: 'tom', body: { text: 'Thank you.' } });
  await ask('sessions.correct', { sessionId }, { body: { focus: body.focus, points: ['Corrected.'] } });
  await ask('actions.add', { relationshipId }, { body: { text: 'Two', ownerId: 'tom', dueDate: '2026-12-01' } });
  const base = { text: first!.text, dueDate: first!.dueDate, status: 'open' };
  await ask('actions.update', { actionId: first!.id }, { body: { text: 'By Priya' } });
  const batch = [
    { id: 'op-1', verb: 'actions.update', input: { actionId: first!.id, text: 'By Tom' }, base },
    { id: 'op-2', verb: 'actions.update', input: { actionId: 'made-up', text: 'By Tom' } },
  ];
  await ask('sync.operations', {}, { as: 'tom', body: { operations: batch } });
  await ask('conflicts.list', {});
  await ask('sessions.get', { sessionId });
  await ask('sessions.prepare', { relationshipId }, {}, `?sessionId=${sessionId}`);
  await ask('conflicts.resolve', { conflictId: 'op-1.conflict.1' }, { body: { take: 'other' } });
  await ask('sessions.page', {}, {}, `?relationshipId=${relationshipId}&limit=2`);
  await ask('sessions.agenda', {});
  await ask('actions.list', {});
  await ask('courses.find', {}, {}, '?query=trading');
  await ask('courses.get', { id: 'course-trading' });
  assert.equal((await ask('courses.get', { id: 'course-none' })).status, 204);
  const courses = await ask('courses.assignments', { employeeId: 'tom' });
  await ask('courses.retry', { assignmentId: courses.body[0].assignment.id }, { body: {} });
  const asked = [{ ...first, id: 'assigned', activities: [{ ...activities[0], intent: 'assign' }] }];
  server.lms.answer = 'down';
  await ask('sessions.record', { relationshipId }, { body: { ...body, date: '2026-11-23', actions: asked } });
  const list = await ask('courses.assignments', { employeeId: 'tom' });
  server.lms.answer = 'well';
  await new Promise((resolve) => setTimeout(resolve, 20));
  const undelivered = list.body.find((each: Loose) => each.assignment.intent === 'assign').assignment.id;
  await ask('courses.retry', { assignmentId: undelivered }, { body: {} });
  await ask('skills.find', {}, {}, '?query=negotiation&limit=1');
  await ask('skills.get', { id: 'skill-negotiation' });
  await ask('plans.goals', { employeeId: 'tom' });
  await ask('development.record', {}, { as: 'tom' });
  await ask('relationships.list', {});
  await ask(
    'relationships.changeCadence',
    { relationshipId },
    { body: { cadence: { unit: 'week', every: 2 }, reason: 'More' } },
  );
  await ask('relationships.cadenceReason', { relationshipId });
  await ask('relationships.start', {}, { body: { managerId: 'priya', employeeId: 'ada', start: '2026-11-24' } });
  await ask('directory.page', {}, admin, '?limit=2');
  await ask('directory.person', { personId: 'tom' });
  await ask('directory.savePerson', { id: 'new' }, { ...admin, body: { name: 'New', timeZone: 'Europe/London' } });
  await ask('directory.directReports', { managerId: 'priya' });
  await ask('directory.recordLeave', { personId: 'tom' }, { body: { start: '2026-12-24', end: '2026-12-31' } });
  await ask('directory.units', {});
  await ask('directory.saveUnit', { id: 'unit' }, { ...admin, body: { kind: 'team', name: 'Team' } });
  const line = { employeeId: 'sam', managerId: 'olga', start: '2026-11-01' };
  const started = await ask('directory.startReportingLine', {}, { ...admin, body: line });
  await ask('directory.endReportingLine', { lineId: started.body.value.id }, { ...admin, body: { end: '2026-11-24' } });
  await server.ask('/people/it', {
    ...admin,
    method: 'PUT',
    body: { name: 'It', timeZone: 'Europe/London' },
    headers: { 'if-none-match': '*' },
  });
  await ask('reports.overview', {}, admin, '?unit=month&date=2026-11-01');
  await ask('privacy.receipts', { employeeId: 'tom' });
  await ask('can', {}, {}, `?operation=read&dataClass=content&relationshipId=${relationshipId}`);
  const manifest = await ask('sync.replica', {});
  const names = manifest.body.documents.slice(0, 100).map(({ kind, id }: Loose) => ({ kind, id }));
  await ask('sync.documents', {}, { body: { documents: names } });
  await ask('sync.deviceKey', {});
  await ask('relationships.end', { relationshipId }, { body: { end: '2026-11-24' } });

  const never = Object.keys(routes).filter((verb) => !tried.get(verb)?.has('success'));
  assert.deepEqual(never, [], 'no success was tried');
  for (const verb of Object.keys(routes))
    await ask(verb, {}, { as: 'nobody', body: undefined, headers: { 'x-person': undefined } });
  for (const [verb, { method }] of Object.entries(routes as Record<string, Route>))
    await ask(
      verb,
      {},
      method === 'GET' ? {} : { body: method === 'DELETE' ? undefined : { 'no-such-key': 1 } },
      '?no-such=1',
    );
});
