import { cadenceOn, slotAfter, slotOf } from '../../cadence.js';
import { addDays, daysBetween, endOfWeek, isWithin, laterOf, type CalendarDate } from '../../calendar.js';
import type { Coaching } from '../../coaching.js';
import { notFound } from '../../errors.js';
import { parse } from '../../model/parse.js';
import type { Leave } from '../../model/person.js';
import type { CoachingRelationship } from '../../model/relationship.js';
import type { Session } from '../../model/session.js';
import type { AgendaEntry, AgendaGroup, AgendaReason } from '../../views.js';
import { defined, peopleOf, todayOf, type UseCaseContext } from '../context.js';
import { ofPerson } from '../input-schemas.js';

const groups: readonly AgendaGroup[] = ['due', 'this-week', 'later', 'on-leave'];

/** Who is due, planned, missed or away, most pressing first (M6, M42, M43). */
export const agenda =
  (context: UseCaseContext): Coaching['sessions']['agenda'] =>
  async (input = {}) => {
    const { personId = context.actor.personId } = parse(ofPerson, input);
    if (personId !== context.actor.personId) throw notFound('agenda');
    const today = await todayOf(context, personId);
    const { documents } = context;
    const asManager = await documents.bodies('relationship', { index: 'byManager', equals: [personId] });
    const asEmployee = await documents.bodies('relationship', { index: 'byEmployee', equals: [personId] });
    const current = [...asManager, ...asEmployee].filter(({ start, end }) => isWithin(today, start, end));
    const drafts = await documents.bodies('draft', { index: 'byAuthor', equals: [context.actor.personId] });
    const begun = new Set(drafts.map(({ relationshipId }) => relationshipId));
    const person = peopleOf(context);
    const entries = await Promise.all(
      current.map(async (pair): Promise<AgendaEntry> => {
        const sessions = await documents.bodies('session', {
          index: 'byRelationship',
          equals: [pair.id],
          descending: true,
        });
        const leave = await leaveOf(context, pair);
        return defined({
          ...standing(pair, sessions, leave, today),
          relationshipId: pair.id,
          manager: await person(pair.managerId),
          employee: await person(pair.employeeId),
          cadence: cadenceOn(pair, today),
          hasDraft: begun.has(pair.id),
        });
      }),
    );
    entries.sort(
      (one, other) =>
        groups.indexOf(one.group) - groups.indexOf(other.group) ||
        other.reason.days - one.reason.days ||
        (one.relationshipId < other.relationshipId ? -1 : 1),
    );
    return { today, entries };
  };

/** Days away of both people of a pair. */
export interface LeaveOfPair {
  readonly manager: readonly Leave[];
  readonly employee: readonly Leave[];
}

async function leaveOf({ documents }: UseCaseContext, pair: CoachingRelationship): Promise<LeaveOfPair> {
  const of = (personId: string) => documents.bodies('leave', { index: 'byPerson', equals: [personId] });
  return { manager: await of(pair.managerId), employee: await of(pair.employeeId) };
}

/** What the dates alone say of a pair. */
export type Standing = Pick<AgendaEntry, 'group' | 'reason' | 'session' | 'lastMet' | 'due'>;

/**
 * Where a pair stands on a day. Pure.
 * @param newestFirst - all sessions of the pair, latest date first
 */
export function standing(
  pair: CoachingRelationship,
  newestFirst: readonly Session[],
  leave: LeaveOfPair,
  today: CalendarDate,
): Standing {
  const recorded = newestFirst.find(({ status }) => status === 'recorded');
  const due = dueDate(pair, newestFirst, leave);
  const base = defined({ due, lastMet: recorded?.date });
  const at = (
    kind: AgendaReason['kind'],
    date: CalendarDate,
    group: AgendaGroup,
    more: Partial<Standing & AgendaReason> = {},
  ): Standing => {
    const { session, missedBy, who } = more;
    return defined({
      ...base,
      group,
      session,
      reason: defined({ kind, date, days: daysBetween(date, today), missedBy, who }),
    });
  };
  const groupOf = (date: CalendarDate): AgendaGroup =>
    date <= today ? 'due' : date <= endOfWeek(today) ? 'this-week' : 'later';

  const planned = newestFirst.findLast(({ status }) => status === 'planned');
  if (planned !== undefined && planned.date < today)
    return at('to-document', planned.date, 'due', { session: planned });
  const away = awayUntil(leave, today);
  if (away !== undefined)
    return at('on-leave', away.until, 'on-leave', { who: away.who, ...(planned && { session: planned }) });
  if (planned !== undefined) return at('planned', planned.date, groupOf(planned.date), { session: planned });

  const last = newestFirst.find(({ replacedBy }) => replacedBy === undefined);
  if (
    last !== undefined &&
    // Those who met on that day after all have met.
    last.date !== recorded?.date &&
    (last.status === 'missed' || last.status === 'cancelled')
  ) {
    return at(last.status, last.date, 'due', { session: last, ...(last.missedBy && { missedBy: last.missedBy }) });
  }
  return at(recorded === undefined ? 'never-met' : 'due', due, groupOf(due));
}

/**
 * The first slot that is neither served by a recorded or excused session nor excused by leave. A session serves every
 * slot up to its own: meeting again after a long gap settles the past.
 */
function dueDate(pair: CoachingRelationship, sessions: readonly Session[], leave: LeaveOfPair): CalendarDate {
  const served = sessions
    .filter(({ status }) => status === 'recorded' || status === 'excused')
    .map(({ date, slot }) => laterOf(slot, slotOf(pair, date)))
    .reduce<CalendarDate | undefined>(
      (latest, slot) => (latest === undefined ? slot : laterOf(latest, slot)),
      undefined,
    );
  let due = served === undefined ? slotAfter(pair, addDays(pair.start, -1)) : slotAfter(pair, served);
  for (let slots = 0; slots < 60 && isAway(leave, due); slots += 1) due = slotAfter(pair, due);
  return due;
}

function isAway({ manager, employee }: LeaveOfPair, date: CalendarDate): boolean {
  return [...manager, ...employee].some(({ start, end }) => isWithin(date, start, end));
}

function awayUntil(
  { manager, employee }: LeaveOfPair,
  today: CalendarDate,
): { readonly until: CalendarDate; readonly who: 'manager' | 'employee' | 'both' } | undefined {
  const last = (leaves: readonly Leave[]): CalendarDate | undefined =>
    leaves
      .filter(({ start, end }) => isWithin(today, start, end))
      .map(({ end }) => end)
      .sort()
      .at(-1);
  const ofManager = last(manager);
  const ofEmployee = last(employee);
  if (ofManager !== undefined && ofEmployee !== undefined)
    return { until: laterOf(ofManager, ofEmployee), who: 'both' };
  if (ofManager !== undefined) return { until: ofManager, who: 'manager' };
  return ofEmployee === undefined ? undefined : { until: ofEmployee, who: 'employee' };
}
