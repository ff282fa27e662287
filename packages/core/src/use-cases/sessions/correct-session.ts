import * as z from 'zod/mini';
import { slotOf } from '../../cadence.js';
import type { Saved } from '../../coaching.js';
import { put, remove } from '../../documents.js';
import { CoachingError, invalidInput } from '../../errors.js';
import type { CorrectSessionInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import { pointLimits } from '../../model/limits.js';
import type { CoachingRelationship } from '../../model/relationship.js';
import { focusSchema, type SessionContent, type SessionVersion } from '../../model/session-content.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id, listOf, type Schema, text, wholeNumber } from '../../model/values.js';
import type { StorageChange } from '../../ports/storage.js';
import { ensureLine } from '../access.js';
import { defined, nowOf, todayOf, type UseCaseContext } from '../context.js';
import { checkFocus } from './check-focus.js';
import { evidenceOf } from './derived-documents.js';
import { isCorrectable } from './is-correctable.js';
import { sessionFor } from './session-access.js';

/** Schema of what the verb is called with. */
export const inputSchema = z.strictObject({
  sessionId: id,
  version: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  date: z.optional(calendarDate),
  durationMinutes: z.optional(wholeNumber(5, 480)),
  focus: focusSchema,
  points: listOf(text.point, pointLimits.most, 1),
}) as Schema<CorrectSessionInput>;

/** Corrects a record; the earlier wording becomes a version that both of the pair can read. */
export const correctSession =
  (context: UseCaseContext) =>
  async (input: CorrectSessionInput): Promise<Saved<Session>> => {
    const { sessionId, version, date, durationMinutes, focus, points } = parse(inputSchema, input);
    const { session, pair } = await sessionFor(context, sessionId, 'update', 'content');
    const manager = await context.documents.get('person', pair.managerId);
    if (!isCorrectable(context, session.body, manager.body)) {
      throw new CoachingError('not-in-this-state', 'the session cannot be corrected');
    }
    const newDate = date ?? session.body.date;
    if (newDate > (await todayOf(context, pair.managerId))) throw invalidInput('date', 'date-in-future');
    await ensureLine(context, pair, newDate);
    await checkFocus(context, pair.employeeId, focus);

    const { corrected, changes } = await correction(
      context,
      pair,
      { body: session.body, version },
      {
        date: newDate,
        durationMinutes: durationMinutes ?? session.body.durationMinutes,
        focus,
        points,
      },
    );
    const level = await context.documents.commit(changes);
    context.emit('session-corrected', { sessionId, relationshipId: pair.id });
    return { value: corrected, level };
  };

/** What a correction makes of a record: the earlier wording becomes a version; fact and evidence follow the new one. */
export async function correction(
  context: UseCaseContext,
  pair: CoachingRelationship,
  session: { readonly body: Session; readonly version: number },
  { date, durationMinutes, ...words }: Pick<Session, 'date' | 'durationMinutes'> & Partial<SessionContent>,
): Promise<{ readonly corrected: Session; readonly changes: readonly StorageChange[] }> {
  const { id: sessionId, revision } = session.body;
  const before = await context.documents.get('sessionContent', sessionId);
  const corrected: Session = {
    ...session.body,
    date,
    // One that was never planned stands for the slot that was open when it took place.
    slot: sessionId.startsWith(`${pair.id}.`) ? slotOf(pair, date) : session.body.slot,
    durationMinutes,
    revision: revision + 1,
  };
  const content: SessionContent = { ...before.body, ...words };
  const version: SessionVersion = {
    ...before.body,
    id: `${sessionId}.${revision}`,
    sessionId,
    revision,
    replacedAt: nowOf(context),
    replacedBy: context.actor.personId,
  };
  const changes = [
    put('session', corrected, session),
    put('sessionContent', content, before),
    put('sessionVersion', version),
    ...(await derivedChanges(context, corrected, content)),
  ];
  return { corrected, changes };
}

/** Fact and evidence follow the corrected words, so that no report is ever out of step with its session. */
async function derivedChanges(
  context: UseCaseContext,
  session: Session,
  content: SessionContent,
): Promise<StorageChange[]> {
  const fact = await context.documents.find('sessionFact', session.id);
  const evidence = await context.documents.find('skillEvidence', session.id);
  const changes: StorageChange[] = [];
  if (fact !== undefined) {
    const { date, slot, durationMinutes } = session;
    const focus = { focusKind: content.focus?.kind, skillId: content.focus?.skillId };
    changes.push(
      put(
        'sessionFact',
        defined({ ...fact.body, date, slot, durationMinutes, ...focus, pointCount: content.points.length }),
        fact,
      ),
    );
  }
  const entries = evidenceOf(session, content, evidence);
  if (entries.length === 0 && evidence !== undefined)
    changes.push(remove('skillEvidence', session.id, evidence.version));
  return [...changes, ...entries];
}
