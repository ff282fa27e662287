import {
  invalidInput,
  type AgendaEntry,
  type CalendarDate,
  type CoachingRelationship,
  type Coaching,
  type RecordAbsenceInput,
  type Saved,
  type Session,
} from '@coachkit/core';
import type { Change } from '../base/changing-element.js';
import type { AgendaAct } from './agenda-acts.js';
import { plannedWords } from './agenda-words.js';
import type { AgendaTelling } from './agenda.parts.js';
import { cadenceOf } from './editors.js';

type Kept = Session | CoachingRelationship;

/** A change of the agenda: what is asked, done and told. Its place is the element's. */
export interface AgendaChange extends Omit<Change<Kept>, 'place' | 'save'> {
  readonly save: (fields: FormData) => Promise<Saved<Kept>>;
  /** The input paths that have a field, which says itself why it was refused. */
  readonly paths: readonly string[];
}

/** What is done when the fields of a row are sent. */
export function changeFor(
  { words, format }: AgendaTelling,
  coaching: Coaching,
  { relationshipId, session }: AgendaEntry,
  act: Exclude<AgendaAct, 'record'>,
  today: CalendarDate,
): AgendaChange {
  const { sessions, relationships } = coaching;
  const sessionId = session?.id ?? '';
  const detail = { relationshipId, sessionId };
  const planned = (kept: Kept): string => ('date' in kept ? plannedWords(words, format, kept, today) : '');
  switch (act) {
    case 'plan':
      return {
        asking: 'coaching-session-scheduling',
        told: 'coaching-session-scheduled',
        detail: { relationshipId },
        save: (from) =>
          sessions.schedule({
            relationshipId,
            date: needed(from, 'date', 'date'),
            ...given(from, 'time', 'startTime'),
          }),
        result: ({ id }) => ({ sessionId: id }),
        said: planned,
        paths: ['date', 'startTime'],
      };
    case 'move':
      return {
        asking: 'coaching-session-rescheduling',
        told: 'coaching-session-rescheduled',
        detail,
        save: (from) =>
          sessions.reschedule({ sessionId, date: needed(from, 'date', 'date'), ...given(from, 'time', 'startTime') }),
        result: ({ id }) => ({ sessionId: id }),
        said: planned,
        paths: ['date', 'startTime'],
      };
    case 'cancel':
      return {
        asking: 'coaching-session-cancelling',
        told: 'coaching-session-cancelled',
        detail,
        save: (from) => {
          const time = given(from, 'time', 'newStartTime');
          // A time alone says nothing; it is not dropped in silence.
          const date = time.newStartTime
            ? { newDate: needed(from, 'date', 'newDate') }
            : given(from, 'date', 'newDate');
          return sessions.cancel({ sessionId, ...date, ...time });
        },
        result: ({ id }) => (id === sessionId ? {} : { replacementId: id }),
        said: (kept) => (kept.id === sessionId ? words.savedCancel : planned(kept)),
        paths: ['newDate', 'newStartTime'],
      };
    case 'absence':
      return {
        asking: 'coaching-absence-recording',
        told: 'coaching-absence-recorded',
        detail,
        save: (from) =>
          sessions.recordAbsence({
            sessionId,
            absence: needed(from, 'absence', 'absence') as RecordAbsenceInput['absence'],
          }),
        said: () => words.savedAbsence,
        paths: ['absence'],
      };
    case 'cadence': {
      let said = '';
      return {
        asking: 'coaching-cadence-changing',
        told: 'coaching-cadence-changed',
        detail: { relationshipId },
        save: (from) => {
          const cadence = cadenceOf(textOf(from, 'cadence'));
          said = words.savedCadence(words.cadence(cadence));
          return relationships.changeCadence({
            relationshipId,
            cadence,
            ...given(from, 'until', 'until'),
            ...given(from, 'reason', 'reason'),
          });
        },
        said: () => said,
        paths: ['cadence', 'cadence.every', 'until', 'reason'],
      };
    }
    case 'focus':
      return {
        asking: 'coaching-focus-proposing',
        told: 'coaching-focus-proposed',
        detail,
        save: (from) => sessions.proposeFocus({ relationshipId, sessionId, text: needed(from, 'focus', 'text') }),
        said: () => words.focusProposed,
        paths: ['text'],
      };
  }
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** @throws CoachingError `invalid-input` (`required`) at `path` when the field was left empty */
function needed(fields: FormData, name: string, path: string): string {
  const value = textOf(fields, name);
  if (!value) throw invalidInput(path, 'required');
  return value;
}

/** What stands in a field that may be left empty, under the name it has in the input. */
function given<Path extends string>(fields: FormData, name: string, path: Path): { readonly [P in Path]?: string } {
  const value = textOf(fields, name);
  return (value ? { [path]: value } : {}) as { readonly [P in Path]?: string };
}
