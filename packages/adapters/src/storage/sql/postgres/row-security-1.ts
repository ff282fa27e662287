/**
 * The rules for rows of schema 1: the second wall, behind the policy of the use cases. PostgreSQL itself lets nobody
 * have a row of another tenant or of a pair they have no part in, whatever the code above it asks for.
 *
 * Who asks is told in the transaction (`settingsOf` in `row-scope.ts`); without it there are no rows at all. The rules
 * are a little wider than the policy where they cannot know better (a pair that has ended counts as current for one
 * day more, because the database does not know where the manager lives), and never narrower.
 */
const setting = (name: string): string => `(SELECT current_setting('coachkit.${name}', true))`;
const me = setting('person');
/** Who asks reaches as far as one of these, or into the whole tenant. */
export const reaches = (...names: readonly string[]): string =>
  `(SELECT string_to_array(current_setting('coachkit.reach', true), ',') && ARRAY[${['tenant', ...names].map((name) => `'${name}'`).join(', ')}])`;
const isCurrent = (pair: string): string => `(${pair}."end" IS NULL OR ${pair}."end" >= ${setting('since')})`;

/** There is a row of another table of the same tenant for which something holds. */
const some = (of: string, table: string, as: string, condition: string): string =>
  `EXISTS (SELECT 1 FROM "${table}" AS ${as} WHERE ${as}.tenant_id = "${of}".tenant_id AND ${condition})`;

const managesLine = (of: string, column: string): string =>
  some(of, 'reporting_line', 'line', `line.employee_id = "${of}".${column} AND line.manager_id = ${me}`);

/** The employee, or who coaches them now. */
const coaches = (of: string): string =>
  `"${of}".employee_id = ${me} OR ${some(of, 'relationship', 'pair', `pair.employee_id = "${of}".employee_id AND pair.manager_id = ${me} AND ${isCurrent('pair')}`)}`;

const isParty = (of: string, column: string): string =>
  some(of, 'session', 'held', `held.id = "${of}".${column} AND (held.manager_id = ${me} OR held.employee_id = ${me})`);

/** The words of a session: its employee, and its manager while the pair lasts. */
const mayReadWords = (of: string, column: string): string =>
  some(
    of,
    'session',
    'held',
    `held.id = "${of}".${column} AND (held.employee_id = ${me} OR (held.manager_id = ${me} AND ${some('held', 'relationship', 'pair', `pair.id = held.relationship_id AND ${isCurrent('pair')}`)}))`,
  );

/** Whose rows of a table are let out and taken in. */
export interface RowRule {
  /** Whose rows are let out, and taken in unless `write` says otherwise. */
  readonly read: string;
  readonly write?: string;
}

const rules: Readonly<Record<string, RowRule>> = {
  person: { read: 'true', write: reaches('configure') },
  unit: { read: 'true', write: reaches('configure') },
  reporting_line: { read: 'true', write: reaches('configure') },
  leave: {
    read: 'true',
    write: `${reaches('configure')} OR person_id = ${me} OR ${managesLine('leave', 'person_id')}`,
  },
  relationship: {
    // Whoever manages the employee sees which pairs there were, to take over what they left open.
    read: `${reaches('look')} OR manager_id = ${me} OR employee_id = ${me} OR ${managesLine('relationship', 'employee_id')}`,
    write: `${reaches('configure')} OR manager_id = ${me}`,
  },
  cadence_reason: {
    read: `${reaches('configure')} OR ${some('cadence_reason', 'relationship', 'pair', `pair.id = cadence_reason.id AND (pair.employee_id = ${me} OR (pair.manager_id = ${me} AND ${isCurrent('pair')}))`)}`,
  },
  session: {
    read: `${reaches('work')} OR manager_id = ${me} OR employee_id = ${me}`,
    write: `${reaches()} OR manager_id = ${me} OR employee_id = ${me}`,
  },
  session_content: { read: `${reaches()} OR ${mayReadWords('session_content', 'id')}` },
  session_version: { read: `${reaches()} OR ${mayReadWords('session_version', 'session_id')}` },
  session_fact: {
    read: `${reaches('count')} OR ${isParty('session_fact', 'id')}`,
    write: `${reaches()} OR ${isParty('session_fact', 'id')}`,
  },
  action: {
    // Open actions move to the next manager, and stay with the one in whose time they were closed.
    read: `${reaches()} OR employee_id = ${me} OR ${some('action', 'relationship', 'pair', `pair.employee_id = action.employee_id AND pair.manager_id = ${me} AND ${isCurrent('pair')} AND (pair.id = action.relationship_id OR action.status = 'sopen' OR action.closed_at >= pair.start)`)}`,
  },
  course_assignment: { read: `${reaches('work')} OR ${coaches('course_assignment')}` },
  skill_evidence: { read: `${reaches()} OR ${coaches('skill_evidence')}` },
  goal: { read: `${reaches()} OR ${coaches('goal')}` },
  draft: { read: `${reaches()} OR author_id = ${me}` },
  comment: { read: `${reaches()} OR ${mayReadWords('comment', 'session_id')}` },
  access_receipt: { read: `${reaches()} OR employee_id = ${me} OR ${isParty('access_receipt', 'session_id')}` },
  conflict: {
    read: `${reaches()} OR employee_id = ${me} OR ${some('conflict', 'relationship', 'pair', `pair.employee_id = conflict.employee_id AND pair.manager_id = ${me} AND ${isCurrent('pair')} AND (conflict.relationship_id IS NULL OR pair.id = conflict.relationship_id)`)}`,
  },
  operation: { read: `${reaches('work')} OR person_id = ${me}` },
  // Kinds of a device; a server that keeps them for somebody keeps them for nobody else.
  queued_operation: { read: reaches() },
  replica_document: { read: reaches() },
  change: { read: 'true' },
};

/** Where processes tell each other what they changed: ids only, for some minutes. */
export const changeTableOne: readonly string[] = [
  `CREATE TABLE "change" ("tenant_id" text COLLATE "C" NOT NULL, "id" text COLLATE "C" NOT NULL, "source" text NOT NULL, "at" timestamptz NOT NULL DEFAULT clock_timestamp(), "documents" text NOT NULL, PRIMARY KEY ("tenant_id", "id"))`,
  'CREATE INDEX "change_by_at" ON "change" ("tenant_id", "at", "id")',
];

/** The statements that put up the wall, for the owner of the tables too. */
export const rowSecurityOne: readonly string[] = Object.entries(rules).flatMap(([table, rule]) =>
  protectTable(table, rule),
);

/** The statements that put up the wall around a table. */
export function protectTable(table: string, { read, write = read }: RowRule): string[] {
  const within = (rule: string): string => `(tenant_id = ${setting('tenant')} AND (${rule}))`;
  return [
    `ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY coachkit_read ON "${table}" FOR SELECT USING ${within(read)}`,
    `CREATE POLICY coachkit_insert ON "${table}" FOR INSERT WITH CHECK ${within(write)}`,
    `CREATE POLICY coachkit_update ON "${table}" FOR UPDATE USING ${within(write)} WITH CHECK ${within(write)}`,
    `CREATE POLICY coachkit_delete ON "${table}" FOR DELETE USING ${within(write)}`,
  ];
}
