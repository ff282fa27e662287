import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { tenantId } from '../../support/server/actor-headers.ts';
import { actionView, dateIn, defined, type Body, type Parties } from './hand-made-views.ts';

/** What the two requests do, written by hand on `node:sqlite`. */
export interface HandMade {
  read(personId: string, sessionId: string): unknown;
  /** @returns what is answered: the session and its actions */
  record(personId: string, operationId: string, relationshipId: string, input: RecordInput): unknown;
}

/** As it comes over the wire. */
export interface RecordInput {
  readonly date: string;
  readonly durationMinutes: number;
  readonly focus: { readonly kind: string; readonly label: string; readonly skillId?: string };
  readonly points: readonly string[];
  readonly reviews: readonly { readonly actionId: string; readonly outcome: string }[];
  readonly actions: readonly {
    readonly id: string;
    readonly text: string;
    readonly ownerId: string;
    readonly dueDate: string;
  }[];
}

/** The same tables and the same statements as the product, with the same settings of the disk. */
export function handMadeSqlite(file: string): HandMade {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const tenant = `s${tenantId}`;
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    let statement = prepared.get(text);
    if (statement === undefined) prepared.set(text, (statement = database.prepare(text)));
    return statement;
  };
  const get = (table: string, id: string): (Body & { readonly documentVersion: number }) | undefined => {
    const row = prepare(`SELECT version, body FROM "${table}" WHERE tenant_id = ? AND id = ?`).get(tenant, `s${id}`);
    return row && { ...(JSON.parse(String(row['body'])) as Body), documentVersion: Number(row['version']) };
  };
  const found = (table: string, id: string): Body & { readonly documentVersion: number } => {
    const body = get(table, id);
    if (body === undefined) throw new Error(`no ${table}`);
    return body;
  };
  const list = (table: string, column: string, value: string, order: string): Body[] =>
    prepare(`SELECT body FROM "${table}" WHERE tenant_id = ? AND "${column}" = ? ORDER BY ${order}`)
      .all(tenant, `s${value}`)
      .map((row) => JSON.parse(String(row['body'])) as Body);
  const insert = (table: string, body: Body, columns: Readonly<Record<string, unknown>> = {}): void => {
    const names = Object.keys(columns);
    const marks = names.map(() => ', ?').join('');
    const text = `INSERT INTO "${table}" (tenant_id, id, version, body${names.map((name) => `, "${name}"`).join('')}) VALUES (?, ?, 1, ?${marks})`;
    const values = names.map((name) => (columns[name] === undefined ? null : `s${String(columns[name])}`));
    prepare(text).run(tenant, `s${String(body['id'])}`, JSON.stringify(body), ...values);
  };
  const within = (work: () => void): void => {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
  const plain = ({ documentVersion: _, ...body }: Body): Body => body;
  const person = (id: string): Body => {
    const { name, jobTitle, timeZone } = found('person', id);
    return defined({ id, name, jobTitle, timeZone });
  };

  return {
    read(personId, sessionId) {
      const session = found('session', sessionId);
      const pair = found('relationship', String(session['relationshipId']));
      const [managerId, employeeId] = [String(pair['managerId']), String(pair['employeeId'])];
      if (personId !== managerId && personId !== employeeId) throw new Error('not found');
      const parties: Parties = { manager: person(managerId), employee: person(employeeId) };
      const today = dateIn(String((personId === managerId ? parties.manager : parties.employee)['timeZone']));
      const receiptId = `${sessionId}.${personId}.${today}`;
      if (get('access_receipt', receiptId) === undefined) {
        const readAt = new Date().toISOString();
        const role = personId === employeeId ? 'employee' : 'manager';
        const receipt = { id: receiptId, sessionId, employeeId, readerId: personId, role, date: today, readAt };
        within(() =>
          insert('access_receipt', receipt, { session_id: sessionId, date: today, employee_id: employeeId }),
        );
      }
      const content = get('session_content', sessionId);
      const reviews = (content?.['reviews'] ?? []) as RecordInput['reviews'];
      const reviewed = reviews.map(({ actionId }) => plain(found('action', actionId)));
      const agreed = list('action', 'session_id', sessionId, 'id');
      const comments = list('comment', 'session_id', sessionId, 'written_at, id');
      const versions = list('session_version', 'session_id', sessionId, 'revision DESC, id DESC');
      const receipts = list('access_receipt', 'session_id', sessionId, 'date DESC, id DESC');
      const entities = [sessionId, ...agreed.map(({ id }) => String(id)), ...reviewed.map(({ id }) => String(id))];
      const conflicts = entities.flatMap((id) => list('conflict', 'entity_id', id, 'id'));
      const summary = (id: unknown): Body => {
        const { timeZone: _, ...rest } = id === managerId ? parties.manager : parties.employee;
        return rest;
      };
      const view = (action: Body): Body => actionView(action, personId, today, summary);
      const recordedOn = dateIn(String(parties.manager['timeZone']), Date.parse(String(session['recordedAt'])));
      const lastDay = new Date(Date.parse(recordedOn) + 7 * 86_400_000).toISOString().slice(0, 10);
      return {
        session: plain(session),
        manager: summary(managerId),
        employee: summary(employeeId),
        ...(content && { content: plain(content) }),
        skillLabel: 'Negotiation',
        reviewed: reviewed.map(view),
        actions: agreed.sort(byDueDate).map(view),
        comments: comments.map((comment) => ({ comment, author: summary(comment['authorId']) })),
        versions,
        readers: [summary(managerId), summary(employeeId)],
        receipts: receipts.map(({ readerId, role, readAt }) => ({ reader: summary(readerId), role, readAt })),
        conflicts,
        canCorrect: personId === managerId && dateIn(String(parties.manager['timeZone'])) <= lastDay,
        canComment: true,
        version: session['documentVersion'],
      };
    },

    record(personId, operationId, relationshipId, input) {
      const known = get('operation', operationId);
      if (known !== undefined) return known['result'];
      const pair = found('relationship', relationshipId);
      const employeeId = String(pair['employeeId']);
      if (personId !== pair['managerId']) throw new Error('not found');
      const manager = found('person', personId);
      const today = dateIn(String(manager['timeZone']));
      if (input.date > today) throw new Error('in the future');
      const lines = list('reporting_line', 'employee_id', employeeId, 'start, id');
      if (!lines.some(({ managerId, start }) => managerId === personId && String(start) <= input.date))
        throw new Error('no line');
      const sessionId = `${relationshipId}.${input.date}`;
      if (get('session', sessionId) !== undefined || get('session_content', sessionId) !== undefined)
        throw new Error('there already');
      const open = prepare(
        'SELECT id, version, body FROM action WHERE tenant_id = ? AND employee_id = ? AND status = ? ORDER BY due_date, id',
      )
        .all(tenant, `s${employeeId}`, 'sopen')
        .map(({ version, body }) => ({ version: Number(version), body: JSON.parse(String(body)) as Body }));
      const employee = found('person', employeeId);
      list('draft', 'author_id', personId, 'updated_at, id');
      const now = new Date().toISOString();
      const parties = { managerId: personId, employeeId };
      const { date, durationMinutes, focus, points, reviews } = input;
      const common = { id: sessionId, relationshipId, ...parties };
      const counted = { date, durationMinutes, slot: date };
      const session = { ...common, ...counted, status: 'recorded', recordedAt: now, revision: 1, templateVersion: 1 };
      const agreed = input.actions.map((each) => ({
        ...{ ...each, relationshipId, ...parties, sessionId, status: 'open', activities: [] },
        ...{ createdAt: now, createdBy: personId },
      }));
      const fact = defined({
        ...{ ...common, ...counted, status: 'recorded', departmentId: employee['departmentId'] },
        ...{ focusKind: focus.kind, skillId: focus.skillId, pointCount: points.length, actionCount: agreed.length },
        ...{ openBefore: open.length, reviewed: reviews.length, coursesAssigned: 0, coursesRecommended: 0 },
      });
      const result = { value: { session, actions: agreed, notices: [] }, level: 'server' };
      within(() => {
        insert('session', session, {
          ...{ relationship_id: relationshipId, date, manager_id: personId, employee_id: employeeId },
        });
        insert('session_content', { id: sessionId, focus, points, reviews });
        insert('session_fact', fact, { date });
        for (const { actionId } of reviews) {
          const action = open.find(({ body }) => body['id'] === actionId);
          if (action === undefined) throw new Error('unknown action');
          const closed = { ...action.body, status: 'done', closedAt: now, closedBy: personId };
          prepare(
            'UPDATE action SET version = ?, body = ?, status = ?, closed_at = ? WHERE tenant_id = ? AND id = ? AND version = ?',
          ).run(action.version + 1, JSON.stringify(closed), 'sdone', `s${now}`, tenant, `s${actionId}`, action.version);
        }
        for (const action of agreed)
          insert('action', action, {
            ...{ relationship_id: relationshipId, status: 'open', due_date: action.dueDate, owner_id: action.ownerId },
            ...{ employee_id: employeeId, session_id: sessionId, closed_at: undefined },
          });
        const evidence = { id: sessionId, employeeId, skillId: focus.skillId, sessionId, date };
        insert('skill_evidence', evidence, { employee_id: employeeId, date });
        const operation = { id: operationId, personId, fingerprint: operationId, at: now, result };
        insert('operation', operation, { person_id: personId, at: now });
      });
      return result;
    },
  };
}

function byDueDate(one: Body, other: Body): number {
  const key = ({ dueDate, id }: Body): string => `${String(dueDate)} ${String(id)}`;
  return key(one) < key(other) ? -1 : 1;
}
