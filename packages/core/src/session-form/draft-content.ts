import { laterOf, workingDayBefore, type CalendarDate } from '../calendar.js';
import type { SaveDraftInput } from '../inputs.js';
import type { SessionPreparation } from '../views.js';

/** Most actions of a record. */
export const mostActions = 20;

/** What is being written: a draft without author and time. All that a form shows and a person can change. */
export type DraftContent = SaveDraftInput['draft'];

/**
 * What a form shows first: the draft that was left, else the record that is corrected, else an empty record with date,
 * length and, where the plan has an open goal, the focus filled in (M16, M17).
 */
export function firstContent({
  relationship: { id: relationshipId },
  session,
  draft,
  correcting,
  suggestions,
  ...prefilled
}: SessionPreparation): DraftContent {
  // A draft that was begun before the session was planned goes on as the draft of that session.
  const key = { relationshipId, ...(session && { sessionId: session.id }) };
  if (draft) {
    const { id: _id, authorId: _author, updatedAt: _at, sessionId: _session, ...content } = draft;
    return { ...content, ...key, points: content.points.length > 0 ? content.points : [''] };
  }
  const { source: _source, ...goal } = suggestions.find(({ source }) => source === 'goal') ?? {};
  const focus = correcting?.content?.focus ?? ('label' in goal ? goal : undefined);
  const { date, durationMinutes } = correcting?.session ?? prefilled;
  return {
    ...key,
    date,
    durationMinutes,
    reviews: [],
    ...(focus && { focus }),
    focusQuery: '',
    points: correcting?.content?.points ?? ['', '', ''],
    actions: [],
    quickEntry: '',
    activeSeconds: 0,
  };
}

/** The date of an action that names none: when the pair meets next, on a working day and not before today. */
export function usualDueDate({ nextDue, today }: SessionPreparation): CalendarDate {
  return laterOf(workingDayBefore(nextDue), today);
}
