import * as z from 'zod/mini';
import { addDays, isWithin, laterOf, type CalendarDate } from '../../calendar.js';
import type { Coaching } from '../../coaching.js';
import { put, type Kept } from '../../documents.js';
import { invalidInput } from '../../errors.js';
import { parse } from '../../model/parse.js';
import { organisationUnitSchema, personSchema, type Leave, type ReportingLine } from '../../model/person.js';
import { calendarDate, id } from '../../model/values.js';
import type { DurabilityLevel, StorageChange } from '../../ports/storage.js';
import { longestPage, pageSchema } from '../input-schemas.js';
import { ensureRole, lineHolds } from '../access.js';
import { defined, peopleOf, summaryOf, todayOf, type UseCaseContext } from '../context.js';

/** Schema of what the verb is called with. */
export const startLineSchema = z.strictObject({ employeeId: id, managerId: id, start: calendarDate });
/** Schema of what the verb is called with. */
export const endLineSchema = z.strictObject({ lineId: id, end: calendarDate });
/** Schema of what the verb is called with. */
export const leaveInputSchema = z.strictObject({ personId: id, start: calendarDate, end: calendarDate });
/** Schema of what the verb is called with. */
export const reportsSchema = z.strictObject({ managerId: id, date: z.optional(calendarDate) });

/** People, units and dated reporting lines. */
export const directory = (context: UseCaseContext): Coaching['directory'] => ({
  async person(personId) {
    return summaryOf((await context.documents.get('person', parse(id, personId))).body);
  },

  async people() {
    ensureRole(context, 'read', 'configuration');
    return context.documents.bodies('person', { index: 'id' });
  },

  async page(input = {}) {
    const { limit = longestPage, after } = parse(pageSchema, input);
    ensureRole(context, 'read', 'configuration');
    return context.documents.page('person', defined({ index: 'id', limit, after }));
  },

  units: () => context.documents.bodies('unit', { index: 'id' }),

  async directReports(input) {
    const { managerId, date = await todayOf(context, input.managerId) } = parse(reportsSchema, input);
    if (managerId !== context.actor.personId) ensureRole(context, 'read', 'configuration');
    const lines = await context.documents.bodies('reportingLine', {
      index: 'byManager',
      equals: [managerId],
      to: date,
    });
    const person = peopleOf(context);
    return Promise.all(
      lines.filter(({ start, end }) => isWithin(date, start, end)).map(({ employeeId }) => person(employeeId)),
    );
  },

  async savePerson(input) {
    const person = parse(personSchema, input);
    ensureRole(context, 'update', 'configuration');
    const before = await context.documents.find('person', person.id);
    const level = await context.documents.commit([put('person', person, before)]);
    return { value: person, level };
  },

  async saveUnit(input) {
    const unit = parse(organisationUnitSchema, input);
    ensureRole(context, 'update', 'configuration');
    const before = await context.documents.find('unit', unit.id);
    const level = await context.documents.commit([put('unit', unit, before)]);
    return { value: unit, level };
  },

  async startReportingLine(input) {
    const { employeeId, managerId, start } = parse(startLineSchema, input);
    ensureRole(context, 'update', 'configuration');
    await ensureNoCycle(context, employeeId, managerId, start);
    const line: ReportingLine = { id: context.newId(), employeeId, managerId, start };
    const lines = await context.documents.list('reportingLine', { index: 'byEmployee', equals: [employeeId] });
    const ended: StorageChange[] = [];
    for (const other of lines.filter(({ body }) => isWithin(start, '', body.end))) {
      if (other.body.start >= start) throw invalidInput('start', 'twice');
      ended.push(...(await endLine(context, other, addDays(start, -1), managerId)));
    }
    return { value: line, level: await commitLines(context, [put('reportingLine', line), ...ended]) };
  },

  async endReportingLine(input) {
    const { lineId, end } = parse(endLineSchema, input);
    ensureRole(context, 'update', 'configuration');
    const kept = await context.documents.get('reportingLine', lineId);
    if (end < kept.body.start) throw invalidInput('end', 'end-before-start');
    const ended = { ...kept.body, end };
    const lines = await context.documents.bodies('reportingLine', {
      index: 'byEmployee',
      equals: [ended.employeeId],
      to: end,
    });
    if (lines.some((other) => other.start > ended.start)) throw invalidInput('end', 'twice');
    return { value: ended, level: await commitLines(context, await endLine(context, kept, end)) };
  },

  async recordLeave(input) {
    const { personId, start, end } = parse(leaveInputSchema, input);
    if (end < start) throw invalidInput('end', 'end-before-start');
    const { actor } = context;
    const isOwn = actor.personId === personId;
    const today = await todayOf(context, actor.personId);
    if (!isOwn && !(await lineHolds(context, actor.personId, personId, today)))
      ensureRole(context, 'update', 'configuration');
    await context.documents.get('person', personId);
    const leave: Leave = { id: context.newId(), personId, start, end };
    const level = await context.documents.commit([put('leave', leave)]);
    return { value: leave, level };
  },
});

/**
 * Ends a line and the pair it bears: whoever is not the line manager any more is a former one from the next day on, who
 * reads no words, and open actions go on with the next one.
 * @param nextId - who manages the employee then; with the same manager the pair goes on
 */
export async function endLine(
  { documents }: Pick<UseCaseContext, 'documents'>,
  line: Kept<'reportingLine'>,
  end: CalendarDate,
  nextId?: string,
): Promise<StorageChange[]> {
  const { employeeId, managerId } = line.body;
  const pairs = await documents.list('relationship', { index: 'byEmployee', equals: [employeeId] });
  return [
    put('reportingLine', { ...line.body, end }, line),
    ...pairs
      .filter(({ body }) => body.managerId === managerId && managerId !== nextId && isWithin(end, '', body.end))
      .map((pair) => put('relationship', { ...pair.body, end: laterOf(pair.body.start, end) }, pair)),
  ];
}

async function commitLines(
  { documents, emit }: UseCaseContext,
  changes: readonly StorageChange[],
): Promise<DurabilityLevel> {
  const level = await documents.commit(changes);
  for (const { kind, id: relationshipId } of changes) {
    if (kind === 'relationship') emit('relationship-ended', { relationshipId });
  }
  return level;
}

/** Follows the lines upwards. @throws CoachingError `invalid-input` (`unknown-person`, `same-person`, `reporting-cycle`) */
async function ensureNoCycle(
  context: UseCaseContext,
  employeeId: string,
  managerId: string,
  date: string,
): Promise<void> {
  if (managerId === employeeId) throw invalidInput('managerId', 'same-person');
  for (const [path, person] of Object.entries({ employeeId, managerId })) {
    if ((await context.documents.find('person', person)) === undefined) throw invalidInput(path, 'unknown-person');
  }
  const seen = new Set([employeeId]);
  let above: string | undefined = managerId;
  while (above !== undefined) {
    if (seen.has(above)) throw invalidInput('managerId', 'reporting-cycle');
    seen.add(above);
    const lines: readonly ReportingLine[] = await context.documents.bodies('reportingLine', {
      index: 'byEmployee',
      equals: [above],
      to: date,
    });
    above = lines.find(({ start, end }) => isWithin(date, start, end))?.managerId;
  }
}
