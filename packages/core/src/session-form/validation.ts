import { isCalendarDate, type CalendarDate } from '../calendar.js';
import type { InputProblem, InputRule } from '../errors.js';
import type { RecordSessionInput } from '../inputs.js';
import { mostActions, type DraftContent } from './draft-content.js';

/** Reads what stands in a field as a date. */
export type ReadField = (text: string, isBehind?: boolean) => CalendarDate | undefined;

/** What a draft comes to when it is saved. */
export interface CheckedDraft {
  /** Where the draft breaks a rule; paths are those of the draft: `points.2`, `actions.0.dueDate`, `quickEntry`. */
  readonly problems: readonly InputProblem[];
  /** What to hand over; absent while there are problems. */
  readonly parts?: Omit<RecordSessionInput, 'relationshipId' | 'sessionId' | 'draftVersion'>;
  /** For each point of the record, its line in the draft: empty lines are left out of a record. */
  readonly lines: readonly number[];
}

/**
 * Checks what a form alone can know: what is missing and what is no date, or one on the wrong side of today. Lengths and
 * characters are checked by the use case, whose problems `problemsInDraft` takes to the same lines.
 */
export function checkDraft(draft: DraftContent, today: CalendarDate, read: ReadField): CheckedDraft {
  const problems: InputProblem[] = [];
  const broken = (isBroken: boolean, path: string, rule: InputRule): void => {
    if (isBroken) problems.push({ path, rule });
  };
  const dateAt = (path: string, text: string, isBehind?: boolean): CalendarDate => {
    const date = isCalendarDate(text) ? text : (read(text, isBehind) ?? '');
    broken(date === '', path, 'not-a-date');
    broken(date !== '' && (isBehind ? date > today : date < today), path, isBehind ? 'date-in-future' : 'date-in-past');
    return date;
  };

  const { durationMinutes, focus } = draft;
  const date = dateAt('date', draft.date, true);
  const reviews = draft.reviews.map(({ actionId, outcome, dueDate }, index) => ({
    actionId,
    outcome,
    ...(outcome === 'keep' && dueDate.trim() !== '' && { dueDate: dateAt(`reviews.${index}.dueDate`, dueDate) }),
  }));
  broken(!focus?.label.trim(), 'focus', 'required');
  const lines = draft.points.flatMap((point, index) => (point.trim() === '' ? [] : index));
  broken(lines.length === 0, 'points.0', 'blank');
  const points = lines.map((line) => draft.points[line] ?? '');
  const actions = draft.actions.map((action, index) => {
    broken(action.text.trim() === '', `actions.${index}.text`, 'blank');
    return { ...action, dueDate: dateAt(`actions.${index}.dueDate`, action.dueDate) };
  });
  // What still stands there was not taken as an action: it says who and when and not what, or there was no more room.
  const isFull = draft.actions.length >= mostActions;
  if (draft.quickEntry.trim() !== '')
    problems.push(
      isFull ? { path: 'quickEntry', rule: 'too-many', limit: mostActions } : { path: 'quickEntry', rule: 'blank' },
    );

  return problems.length > 0 || !focus
    ? { problems, lines }
    : { problems, lines, parts: { date, durationMinutes, focus, points, reviews, actions } };
}

/** Problems of a refused record, at the lines of the draft. @param lines - see `CheckedDraft` */
export function problemsInDraft(problems: readonly InputProblem[], lines: readonly number[]): readonly InputProblem[] {
  return problems.map((problem) => ({
    ...problem,
    path: problem.path.replace(/^points\.(\d+)$/, (_, index) => `points.${lines[Number(index)] ?? 0}`),
  }));
}
