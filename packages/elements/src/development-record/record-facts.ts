import type { CalendarDate, DevelopmentEntry, DevelopmentRecord, GoalView } from '@coachkit/core';
import { courseStateText, courseTitle } from '../base/course-state.js';
import { nameFor, type Telling } from '../base/page.js';
import type { DevelopmentRecordWords } from './development-record.messages.js';

/** In whose words and for whom a development record is told. */
export type RecordTelling = Telling<DevelopmentRecordWords>;

/** What stands on a row: the words that matter, and the quiet facts under them. */
export interface Told {
  readonly title: string;
  readonly facts: readonly (string | false | undefined)[];
}

/** An entry in words; the same on the screen and in an exported page. */
export function tellEntry(telling: RecordTelling, entry: DevelopmentEntry, record: DevelopmentRecord): Told {
  const { words, terms, format } = telling;
  const kind = words.kind(entry.kind);
  switch (entry.kind) {
    case 'session': {
      const { focus, manager, session } = entry;
      const skill = record.skills.find(({ skillId }) => skillId === focus?.skillId);
      return {
        title: focus?.label ?? words.untitled,
        facts: [
          kind,
          // The manager who reads it was there and knows.
          manager.id !== telling.actorId && terms.with(manager.name),
          format.count(session.durationMinutes, 'minute'),
          skill && words.practised(skill.label === focus?.label ? '' : skill.label),
        ],
      };
    }
    case 'course':
      return {
        title: courseTitle(entry.course, terms),
        facts: [kind, courseStateText(entry.course, terms)],
      };
    case 'action':
      return { title: entry.action.action.text, facts: [kind, nameFor(telling, entry.action.owner)] };
  }
}

/** A goal in words, with its next step last. */
export function tellGoal(
  telling: RecordTelling,
  { goal, skillLabel, sessions, nextStep }: GoalView,
  today: CalendarDate,
): Told & { readonly next: readonly string[] } {
  const { words, terms, format } = telling;
  const [last] = sessions;
  return {
    title: goal.title,
    facts: [
      goal.targetDate && words.by(format.day(goal.targetDate, today)),
      skillLabel,
      last ? words.lastSession(sessions.length, format.day(last, today)) : words.noSessions,
    ],
    next: nextStep
      ? [
          words.next(nextStep.action.text),
          nameFor(telling, nextStep.owner),
          terms.due(format.dayWithDistance(nextStep.action.dueDate, today)),
        ]
      : [],
  };
}

/** Entries by calendar month, in the order they come in. */
export function byMonth(
  entries: readonly DevelopmentEntry[],
): readonly (readonly [CalendarDate, readonly DevelopmentEntry[]])[] {
  const months = new Map<string, DevelopmentEntry[]>();
  for (const entry of entries) {
    const month = `${entry.date.slice(0, 7)}-01`;
    const some = months.get(month);
    if (some) some.push(entry);
    else months.set(month, [entry]);
  }
  return [...months];
}
