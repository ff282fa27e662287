import type { DevelopmentEntry, DevelopmentRecord, Session } from '@coachkit/core';
import { html, type TemplateResult } from 'lit';
import { dots } from '../base/dots.js';
import { checkIcon, courseIcon, eyeIcon, talkIcon } from '../base/icons.js';
import type { EntryFilter } from './development-record.messages.js';
import { byMonth, tellEntry, type RecordTelling } from './record-facts.js';

/** Whose record it is, who can read it, and what can be taken along. */
export function head({ words, terms }: RecordTelling, name: string, isOwn: boolean, exports: unknown): TemplateResult {
  return html`<header>
    <p class="hint">${words.over}</p>
    <h2 class="title" id="title">${name}</h2>
    <p class="hint facts">${eyeIcon()}<span>${isOwn ? words.ownReaders : words.readers(name)} ${terms.countsOnly}</span></p>
    ${exports}
  </header>`;
}

/** Skills that were practised: how often and when last. No level, no rating. */
export function skillTable({ words, format }: RecordTelling, { skills, today }: DevelopmentRecord): TemplateResult {
  return html`<p class="hint">${words.skillsHint}</p>
    <table aria-labelledby="skills">
      <thead>
        <tr class="hint"><th>${words.skill}</th><th class="figure">${words.sessionCount}</th><th>${words.lastPractised}</th></tr>
      </thead>
      <tbody>
        ${skills.map(
          ({ label, sessions, lastPractised }) =>
            html`<tr><td>${label}</td><td class="figure">${format.number(sessions)}</td><td>${format.day(lastPractised, today)}</td></tr>`,
        )}
      </tbody>
    </table>`;
}

/** All, or one kind of entry. */
export function filterChoice(
  { words }: RecordTelling,
  chosen: EntryFilter,
  choose: (filter: EntryFilter) => void,
): TemplateResult {
  return html`<fieldset class="choice">
    <legend class="spoken">${words.show}</legend>
    ${(['all', 'session', 'course', 'action'] as const).map(
      (filter) =>
        html`<label data-words=${words.filter(filter)}
          ><input type="radio" name="filter" .checked=${filter === chosen} @change=${() => choose(filter)} />${words.filter(filter)}</label
        >`,
    )}
  </fieldset>`;
}

const icons = { session: talkIcon, course: courseIcon, action: checkIcon };

/** Entries under their months. */
export function timeline(
  telling: RecordTelling,
  entries: readonly DevelopmentEntry[],
  record: DevelopmentRecord,
  open: (session: Session) => void,
): TemplateResult[] {
  const { words, format } = telling;
  return byMonth(entries).map(
    ([month, some]) =>
      html`<div class="month">
        <h4 class="hint">${format.month(month)}</h4>
        <ul class="rows">${some.map((entry) => {
          const { title, facts } = tellEntry(telling, entry, record);
          return html`<li class="entry">
            ${icons[entry.kind]()}
            <div>
              ${
                entry.kind === 'session'
                  ? html`<button
                      type="button"
                      class="open said"
                      @click=${() => open(entry.session)}
                    >${title}<span class="spoken">${words.sessionOn(format.fullDate(entry.date))}</span></button>`
                  : html`<p class="said">${title}</p>`
              }
              <p class="hint dots">${dots(...facts)}</p>
            </div>
            <p class="hint end">${format.day(entry.date)}</p>
          </li>`;
        })}</ul>
      </div>`,
  );
}
