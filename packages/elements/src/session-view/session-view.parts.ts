import {
  millisecondsOf,
  type AccessReceiptView,
  type CommentView,
  type PersonSummary,
  type SessionRecord,
} from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dots } from '../base/dots.js';
import { eyeIcon } from '../base/icons.js';
import { nameFor, type Telling } from '../base/page.js';
import type { SessionViewWords } from './session-view.messages.js';

/** In whose words and for whom a part of the session view is drawn. */
export type SessionTelling = Telling<SessionViewWords>;

/** Over-line, focus, facts in words. */
export function head(telling: SessionTelling, record: SessionRecord, correct: unknown): TemplateResult {
  const { words, terms, format, actorId } = telling;
  const { session, manager, employee, content, skillLabel, versions } = record;
  const focus = content?.focus;
  const proposed = content?.proposedFocus;
  const others = [manager, employee].filter(({ id }) => id !== actorId).map(({ name }) => name);
  const corrected = versions[0]?.replacedAt;
  return html`<header>
    <p class="hint">${words.over}</p>
    <h2 class="title" id="title">${focus?.label ?? words.title(session.status)}</h2>
    <p class="dots">
      ${dots(whenOf(telling, record), format.count(session.durationMinutes, 'minute'), terms.with(format.list(others)))}
    </p>
    <p class="hint dots">
      ${
        focus &&
        dots(
          terms.focusKind(focus.kind),
          focus.skillId ? words.skill(skillLabel ?? focus.skillId) : words.noSkill,
          corrected && words.corrected(format.date(corrected)),
        )
      }
    </p>
    ${proposed ? html`<p class="hint">${words.suggested(nameFor(telling, employee), proposed)}</p>` : nothing} ${correct}
  </header>`;
}

function whenOf({ words, format }: SessionTelling, { session: { date, status, startTime } }: SessionRecord): string {
  const day = format.fullDate(date);
  if (status !== 'planned' || !startTime) return day;
  // A wall clock shows the same everywhere: it is formatted in the zone in which it was read.
  return words.at(day, format.time(millisecondsOf(`1970-01-01T${startTime}:00.000Z`), 'UTC'));
}

/** The points as a numbered list. */
export function points(lines: readonly string[]): TemplateResult {
  return html`<ol class="points list">${lines.map((line) => html`<li class="written">${line}</li>`)}</ol>`;
}

/** What became of earlier actions, in the order in which they were reviewed. */
export function reviews(telling: SessionTelling, { content, reviewed, session }: SessionRecord): TemplateResult {
  const { words, format } = telling;
  return html`<ul class="rows">${content?.reviews.map(({ actionId, outcome, dueDate }) => {
    const view = reviewed.find(({ action }) => action.id === actionId);
    const said =
      outcome === 'keep' && dueDate ? words.keptUntil(format.day(dueDate, session.date)) : words.outcome(outcome);
    return html`<li class="row">
      <p class="said">${view?.action.text ?? words.goneAction}</p>
      <p class="hint dots">${dots(view && nameFor(telling, view.owner), said)}</p>
    </li>`;
  })}</ul>`;
}

/** What the two have said about the record since. */
export function comments(telling: SessionTelling, list: readonly CommentView[]): TemplateResult {
  const { words, format } = telling;
  if (list.length === 0) return html`<p class="quiet">${words.noComments}</p>`;
  return html`<ul class="list">${list.map(
    ({ author, comment }) =>
      html`<li class="aside">
        <p class="hint dots">${dots(nameFor(telling, author), format.moment(comment.writtenAt))}</p>
        <p class="written">${comment.text}</p>
      </li>`,
  )}</ul>`;
}

/** Who can read the words, in words. */
export function readers({ format, terms }: SessionTelling, people: readonly PersonSummary[]): TemplateResult {
  const names = format.list(people.map(({ name }) => name));
  return html`<div class="facts">
    ${eyeIcon()}
    <div><p>${names}</p><p class="hint">${terms.countsOnly}</p></div>
  </div>`;
}

/** Who has read the words: person, role, when. */
export function receipts({ words, format }: SessionTelling, list: readonly AccessReceiptView[]): TemplateResult {
  return html`<ul class="rows small">${list.map(
    ({ reader, role, readAt }) =>
      html`<li class="group-head">
        <span class="dots">${dots(reader.name, words.role(role))}</span>
        <span class="quiet">${format.moment(readAt)}</span>
      </li>`,
  )}</ul>`;
}
