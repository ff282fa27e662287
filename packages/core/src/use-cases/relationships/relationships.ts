import * as z from 'zod/mini';
import { addDays, isWithin } from '../../calendar.js';
import type { Coaching } from '../../coaching.js';
import { put } from '../../documents.js';
import { CoachingError, invalidInput } from '../../errors.js';
import type { ChangeCadenceInput, StartRelationshipInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import { cadenceSchema, type CoachingRelationship, type DatedCadence } from '../../model/relationship.js';
import { calendarDate, id, text, type Schema } from '../../model/values.js';
import { decide, relationsOfRoles } from '../../policy/decide.js';
import { ensureLine, ensureRole, relationshipFor } from '../access.js';
import { defined, todayOf, type UseCaseContext } from '../context.js';
import { ofPerson, ofRelationship } from '../input-schemas.js';

/** Schema of what the verb is called with. */
export const startSchema = z.strictObject({
  managerId: id,
  employeeId: id,
  start: calendarDate,
  cadence: z.optional(cadenceSchema),
}) as Schema<StartRelationshipInput>;

/** Schema of what the verb is called with. */
export const endSchema = z.strictObject({ relationshipId: id, end: calendarDate });

/** Schema of what the verb is called with. */
export const cadenceInputSchema = z.strictObject({
  relationshipId: id,
  cadence: cadenceSchema,
  until: z.optional(calendarDate),
  reason: z.optional(text.comment),
}) as Schema<ChangeCadenceInput>;

/** The pairs of a manager and a direct report. */
export const relationships = (context: UseCaseContext): Coaching['relationships'] => ({
  async start(input) {
    const { managerId, employeeId, start, cadence = context.rules.cadence } = parse(startSchema, input);
    if (managerId === employeeId) throw invalidInput('employeeId', 'same-person');
    if (context.actor.personId !== managerId) ensureRole(context, 'create', 'configuration');
    const pair: CoachingRelationship = {
      id: context.newId(),
      managerId,
      employeeId,
      start,
      cadences: [{ cadence, from: start }],
    };
    await ensureLine(context, pair, start);
    const others = await context.documents.bodies('relationship', { index: 'byEmployee', equals: [employeeId] });
    const isPair = others.some((other) => other.managerId === managerId && isWithin(start, '', other.end));
    if (isPair) throw new CoachingError('conflict', 'the two are a pair already');
    const level = await context.documents.commit([put('relationship', pair)]);
    context.emit('relationship-started', { relationshipId: pair.id });
    return { value: pair, level };
  },

  async end(input) {
    const { relationshipId, end } = parse(endSchema, input);
    const kept = await pairToManage(context, relationshipId);
    if (end < kept.body.start) throw invalidInput('end', 'end-before-start');
    const ended = { ...kept.body, end };
    const level = await context.documents.commit([put('relationship', ended, kept)]);
    context.emit('relationship-ended', { relationshipId });
    return { value: ended, level };
  },

  async changeCadence(input) {
    const { relationshipId, cadence, until, reason } = parse(cadenceInputSchema, input);
    const kept = await pairToManage(context, relationshipId);
    const from = await todayOf(context, kept.body.managerId);
    if (until !== undefined && until < from) throw invalidInput('until', 'end-before-start');
    const changed = { ...kept.body, cadences: withCadence(kept.body, defined({ cadence, from, until })) };
    const changes = [put('relationship', changed, kept)];
    if (reason !== undefined) {
      const before = await context.documents.find('cadenceReason', relationshipId);
      changes.push(put('cadenceReason', { id: relationshipId, reason }, before));
    }
    const level = await context.documents.commit(changes);
    context.emit('cadence-changed', { relationshipId });
    return { value: changed, level };
  },

  async cadenceReason(input) {
    const { relationshipId } = parse(ofRelationship, input);
    await relationshipFor(context, relationshipId, 'read', 'content');
    return (await context.documents.find('cadenceReason', relationshipId))?.body.reason;
  },

  async list(input = {}) {
    const { personId = context.actor.personId } = parse(ofPerson, input);
    if (personId !== context.actor.personId) ensureRole(context, 'read', 'configuration');
    const today = await todayOf(context, personId);
    const asManager = await context.documents.bodies('relationship', { index: 'byManager', equals: [personId] });
    const asEmployee = await context.documents.bodies('relationship', { index: 'byEmployee', equals: [personId] });
    return [...asManager, ...asEmployee].filter(({ start, end }) => isWithin(today, start, end));
  },
});

/** A pair for those who may change its frame: its manager, or somebody who configures the programme. */
async function pairToManage(context: UseCaseContext, relationshipId: string) {
  if (decide(relationsOfRoles(context.actor), 'update', 'configuration'))
    return context.documents.get('relationship', relationshipId);
  return relationshipFor(context, relationshipId, 'update', 'activity');
}

/**
 * The dated list with a new entry from a day on. A change for good also ends a phase that was running; what held
 * before that day stays as it was. A second change on the same day replaces the first, but a phase leaves the change for
 * good to which it returns.
 */
function withCadence(pair: CoachingRelationship, entry: DatedCadence): readonly DatedCadence[] {
  const before = pair.cadences.flatMap((each): DatedCadence[] => {
    const isReplaced = entry.until === undefined || each.until !== undefined;
    if (each.from >= entry.from && each !== pair.cadences[0] && isReplaced) return [];
    const endsLater = each.until !== undefined && each.until >= entry.from;
    return [entry.until === undefined && endsLater ? { ...each, until: addDays(entry.from, -1) } : each];
  });
  const [first] = before;
  if (entry.until === undefined && first !== undefined && first.from >= entry.from)
    return [{ cadence: entry.cadence, from: first.from }];
  return [...before, entry];
}
