import * as z from 'zod/mini';
import { slotOf } from '../../cadence.js';
import type { Saved } from '../../coaching.js';
import { put, remove } from '../../documents.js';
import { CoachingError, invalidInput } from '../../errors.js';
import type { CorrectSessionInput } from '../../inputs.js';
import { parse } from '../../model/parse.js';
import { pointLimits } from '../../model/limits.js';
import { focusSchema, type SessionContent } from '../../model/session-content.js';
import type { Session } from '../../model/session.js';
import { calendarDate, id, listOf, type Schema, text, wholeNumber } from '../../model/values.js';
import type { StorageChange } from '../../ports/storage.js';
import { ensureLine } from '../access.js';
import { defined, nowOf, todayOf, type UseCaseContext } from '../context.js';
import { checkFocus } from './check-focus.js';
import { evidenceOf } from './derived-documents.js';
import { isCorrectable } from './is-correctable.js';
import { sessionFor } from './session-access.js';

const inputSchema = z.strictObject({
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

    const before = await context.documents.get('sessionContent', sessionId);
    const revision = session.body.revision + 1;
    const corrected: Session = {
      ...session.body,
      date: newDate,
      // One that was never planned stands for the slot that was open when it took place.
      slot: sessionId.startsWith(`${pair.id}.`) ? slotOf(pair, newDate) : session.body.slot,
      durationMinutes: durationMinutes ?? session.body.durationMinutes,
      revision,
    };
    const content: SessionContent = { ...before.body, focus, points };
    const level = await context.documents.commit([
      put('session', corrected, { version }),
      put('sessionContent', content, before),
      put('sessionVersion', {
        ...before.body,
        id: `${sessionId}.${session.body.revision}`,
        sessionId,
        revision: session.body.revision,
        replacedAt: nowOf(context),
        replacedBy: context.actor.personId,
      }),
      ...(await derivedChanges(context, corrected, content)),
    ]);
    context.emit('session-corrected', { sessionId, relationshipId: pair.id });
    return { value: corrected, level };
  };

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
