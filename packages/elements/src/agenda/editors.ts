import {
  cadenceDays,
  fortnightly,
  monthly,
  quarterly,
  type AgendaEntry,
  type Cadence,
  type CalendarDate,
} from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { field, inputField, type FieldWords } from '../base/field.js';
import { warningIcon } from '../base/icons.js';
import { otherOf, type AgendaAct } from './agenda-acts.js';
import type { AgendaTelling } from './agenda.parts.js';

/** The fields of one change, under the row it is about. */
export interface Editor {
  readonly act: Exclude<AgendaAct, 'record'>;
  readonly today: CalendarDate;
  /** Why a field was refused. @param path as in `InputProblem` */
  readonly errorAt: (path: string) => string | undefined;
  readonly note: unknown;
  readonly close: () => void;
  /** Gets the fields by the names of their inputs. */
  readonly send: (fields: FormData) => void;
}

/** The fields of a change, with the button that makes it and the one that leaves things as they are. */
export function editorFor(telling: AgendaTelling, entry: AgendaEntry, editor: Editor): TemplateResult {
  const { words, base, actorId } = telling;
  const { act, note, close, send } = editor;
  const save = {
    plan: words.plan,
    move: words.move,
    cancel: words.cancelIt,
    absence: words.note,
    cadence: base.save,
    focus: words.propose,
  }[act];
  return html`<form
    class="editor"
    aria-label=${words.forPerson(words.act(act), otherOf(entry, actorId).name)}
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      send(new FormData(event.currentTarget as HTMLFormElement));
    }}
  >
    ${fieldsOf(telling, entry, editor)} ${note}
    <div class="buttons">
      <button class="button button-small">${save}</button>
      <button type="button" class="button button-quiet" @click=${close}>
        ${act === 'cancel' ? words.keepIt : base.cancel}
      </button>
    </div>
  </form>`;
}

function fieldsOf(telling: AgendaTelling, entry: AgendaEntry, { act, today, errorAt }: Editor): unknown {
  const { words } = telling;
  const { session, due } = entry;
  switch (act) {
    case 'plan':
      return when(telling, {
        date: { label: words.date, error: errorAt('date'), value: due > today ? due : undefined },
        time: { error: errorAt('startTime') },
      });
    case 'move': {
      const isAhead = session?.status === 'planned' && session.date > today;
      return when(telling, {
        date: { label: words.newDate, error: errorAt('date'), value: isAhead ? session.date : undefined },
        time: { error: errorAt('startTime'), value: session?.startTime },
      });
    }
    case 'cancel':
      return when(telling, {
        date: { label: words.newDate, hint: words.newDateHint, error: errorAt('newDate') },
        time: { error: errorAt('newStartTime') },
      });
    case 'absence':
      return absenceField(telling, entry, errorAt('absence'));
    case 'cadence':
      return cadenceFields(telling, entry, errorAt);
    case 'focus':
      return inputField('text', {
        id: 'focus',
        label: words.focus,
        hint: words.focusHint,
        error: errorAt('text'),
      });
  }
}

/** A date and a time, beside each other where there is room. */
function when(
  { words }: AgendaTelling,
  { date, time }: { readonly date: Omit<FieldWords, 'id'>; readonly time: Omit<FieldWords, 'id' | 'label'> },
): TemplateResult {
  return html`<div class="when">
    ${inputField('date', { id: 'date', ...date })}
    ${inputField('time', { id: 'time', label: words.time, ...time })}
  </div>`;
}

function absenceField({ words }: AgendaTelling, { employee }: AgendaEntry, error: string | undefined): TemplateResult {
  return html`<fieldset class="field ${error ? 'has-error' : ''}" aria-describedby="absence-say">
    <legend class="label">${words.whoMissed}</legend>
    <div id="absence-say">${error ? html`<p class="error-text">${warningIcon()}${error}</p>` : nothing}</div>
    <div class="options">
      ${(['employee', 'manager', 'both', 'excused'] as const).map(
        (absence) =>
          html`<label class="option">
            <input type="radio" name="absence" value=${absence} aria-invalid=${error ? 'true' : nothing} />
            <span>${words.absence(absence, employee.name)}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

const cadences: readonly Cadence[] = [
  fortnightly,
  { unit: 'week', every: 3 },
  monthly,
  { unit: 'week', every: 6 },
  { unit: 'month', every: 2 },
  quarterly,
];

function cadenceFields(
  { words }: AgendaTelling,
  { cadence: now }: AgendaEntry,
  errorAt: Editor['errorAt'],
): TemplateResult[] {
  const isNow = ({ unit, every }: Cadence): boolean => unit === now.unit && every === now.every;
  // Whatever holds now is one of the choices, in its place by length.
  const choices = cadences.some(isNow)
    ? cadences
    : [...cadences, now].sort((one, other) => cadenceDays(one) - cadenceDays(other));
  const often: FieldWords = {
    id: 'cadence',
    label: words.howOften,
    error: errorAt('cadence.every') ?? errorAt('cadence'),
  };
  return [
    field(
      often,
      html`<select class="input" id="cadence" name="cadence" aria-describedby="cadence-say">
        ${choices.map(
          (cadence) =>
            html`<option value="${cadence.unit} ${cadence.every}" ?selected=${isNow(cadence)}>
              ${words.cadence(cadence)}
            </option>`,
        )}
      </select>`,
    ),
    inputField('date', { id: 'until', label: words.until, hint: words.untilHint, error: errorAt('until') }),
    inputField('text', { id: 'reason', label: words.reason, hint: words.reasonHint, error: errorAt('reason') }),
  ];
}

/** The cadence that an option of the field stands for. */
export function cadenceOf(value: string): Cadence {
  const [unit, every] = value.split(' ');
  return { unit: unit === 'week' ? 'week' : 'month', every: Number(every) };
}
