import { addDays, dateInZone, millisecondsOf } from '../../calendar.js';
import type { Person } from '../../model/person.js';
import type { Session } from '../../model/session.js';
import type { UseCaseContext } from '../context.js';

/** Whether a recorded session can still be corrected on a day (M22: final for the author, editable within a window). */
export function isCorrectable(context: UseCaseContext, { status, recordedAt }: Session, manager: Person): boolean {
  if (status !== 'recorded' || recordedAt === undefined) return false;
  const today = dateInZone(context.clock.now(), manager.timeZone);
  const recorded = dateInZone(millisecondsOf(recordedAt), manager.timeZone);
  return today <= addDays(recorded, context.rules.correctionDays);
}
