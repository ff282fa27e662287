import { put } from '../../documents.js';
import type { Person } from '../../model/person.js';
import type { SessionContent } from '../../model/session-content.js';
import type { SessionFact } from '../../model/session-fact.js';
import type { Session } from '../../model/session.js';
import type { StorageChange } from '../../ports/storage.js';
import type { AgreedActions } from '../actions/new-actions.js';
import { defined } from '../context.js';

/** What reporting may know of a recorded session: counts of the words, never the words (M51). */
export function factOf(
  session: Session,
  employee: Person,
  content: SessionContent,
  { openBefore, agreed }: { readonly openBefore: number; readonly agreed: AgreedActions },
): SessionFact {
  const intents = agreed.assignments.map(({ intent }) => intent);
  return defined({
    id: session.id,
    relationshipId: session.relationshipId,
    managerId: session.managerId,
    employeeId: session.employeeId,
    departmentId: employee.departmentId,
    teamId: employee.teamId,
    status: 'recorded' as const,
    date: session.date,
    slot: session.slot,
    durationMinutes: session.durationMinutes,
    focusKind: content.focus?.kind,
    skillId: content.focus?.skillId,
    pointCount: content.points.length,
    actionCount: agreed.actions.length,
    openBefore,
    reviewed: content.reviews.length,
    coursesAssigned: intents.filter((intent) => intent === 'assign').length,
    coursesRecommended: intents.filter((intent) => intent === 'recommend').length,
  });
}

/** A dated entry for the skill that was practised, none for an unmapped focus (M29). One per session, so it is idempotent. */
export function evidenceOf(
  session: Session,
  { focus }: SessionContent,
  before?: { readonly version: number },
): StorageChange[] {
  if (focus?.skillId === undefined) return [];
  const { id, employeeId, date } = session;
  return [put('skillEvidence', { id, employeeId, skillId: focus.skillId, sessionId: id, date }, before)];
}
