import type { ConflictView, ResolveConflictInput } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dots } from '../base/dots.js';
import { warningIcon } from '../base/icons.js';
import { nameFor, type Telling } from '../base/page.js';
import { bothOf, canMerge, linesOf, mergedValue } from './conflict-values.js';
import type { ConflictWords } from './conflicts.messages.js';
import { wordChanges, type Stretch } from './word-changes.js';

/** What can be done with a conflict. */
export interface ConflictHandlers {
  readonly isMerging: (view: ConflictView) => boolean;
  /** Opens the editor, or closes it. */
  readonly merge: (view: ConflictView) => void;
  readonly choose: (choice: ResolveConflictInput) => void;
  /** Why it could not be chosen, in a sentence. */
  readonly failure: (view: ConflictView) => string | undefined;
  /** What the conflict is about, where several of the kind stand side by side: the text of the action. */
  readonly about: string | undefined;
}

/** One field in two versions: what stands there now, what was written elsewhere, and the choice. */
export function conflictRow(
  telling: Telling<ConflictWords>,
  view: ConflictView,
  handlers: ConflictHandlers,
): TemplateResult {
  const { words, terms, format } = telling;
  const { conflict, current, author, canResolve } = view;
  const { id, entityKind, field, other, at } = conflict;
  const name = words.field(entityKind, field);
  const [here, there] = [linesOf(telling, field, current), linesOf(telling, field, other)];
  const changes = wordChanges(here?.join('\n') ?? '', there?.join('\n') ?? '', format.locale);
  const failure = handlers.failure(view);
  const about = ['text', 'title'].includes(field) ? undefined : handlers.about;
  const button = (act: string, press: () => void): unknown =>
    canResolve
      ? html`<button
          type="button"
          class="button button-small screen-only"
          aria-label=${terms.forThis(act, name)}
          @click=${press}
        >
          ${act}
        </button>`
      : nothing;
  return html`<div class="note note-caution conflict" role="group" aria-labelledby="conflict-${id}" data-conflict=${id}>
    <div>
      <h4 id="conflict-${id}">${name}</h4>
      ${about ? html`<p class="small">${about}</p>` : nothing}
    </div>
    <div class="versions-beside">
      <div class="version">
        <p class="hint">${words.current}</p>
        ${wording(here && changes[0], words)}
        ${button(words.keep, () => handlers.choose({ conflictId: id, take: 'current' }))}
      </div>
      <div class="version">
        <p class="hint dots">${dots(nameFor(telling, author), format.moment(at))}</p>
        ${wording(there && changes[1], words)}
        ${button(words.take, () => handlers.choose({ conflictId: id, take: 'other' }))}
      </div>
    </div>
    ${failure ? html`<p class="say critical small" data-failure>${warningIcon()}<span>${failure}</span></p>` : nothing}
    ${canResolve && canMerge(view) ? merging(telling, view, handlers, name) : nothing}
  </div>`;
}

/** A version with what the other one lacks marked; several lines are a list. */
function wording(stretches: readonly Stretch[] | undefined, { removed }: ConflictWords): TemplateResult {
  if (!stretches) return html`<p class="quiet">${removed}</p>`;
  const lines = linesIn(stretches).map((line) =>
    line.map(({ text, isChanged }) => (isChanged ? html`<mark>${text}</mark>` : text)),
  );
  return lines.length === 1
    ? html`<p class="value">${lines[0]}</p>`
    : html`<ol>${lines.map((line) => html`<li>${line}</li>`)}</ol>`;
}

function linesIn(stretches: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = [[]];
  for (const { text, isChanged } of stretches) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ text: part, isChanged });
    }
  }
  return lines;
}

function merging(
  { words, base, terms }: Telling<ConflictWords>,
  view: ConflictView,
  { isMerging, merge, choose }: ConflictHandlers,
  name: string,
): TemplateResult {
  const { conflict, current } = view;
  const { id } = conflict;
  if (!isMerging(view)) {
    return html`<p class="screen-only">
      <button
        type="button"
        class="button button-small"
        id="merge-${id}"
        aria-label=${terms.forThis(words.merge, name)}
        @click=${() => merge(view)}
      >
        ${words.merge}
      </button>
    </p>`;
  }
  const isList = Array.isArray(current);
  return html`<form
    class="merge screen-only"
    aria-label=${terms.forThis(words.merge, name)}
    novalidate
    @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && merge(view)}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const fields = (event.currentTarget as HTMLFormElement).querySelectorAll('textarea');
      const texts = [...fields].map(({ value }) => value);
      choose({ conflictId: id, take: 'merged', value: mergedValue(current, texts) });
    }}
  >
    ${isList ? html`<p class="hint">${words.mergeHint}</p>` : nothing}
    ${bothOf(view).map(
      (text, index) =>
        html`<div class="field">
          <label class="small" for="merge-${id}-${index}">${isList ? words.mergePoint(index + 1) : name}</label>
          <textarea id="merge-${id}-${index}" rows="1" .value=${text}></textarea>
        </div>`,
    )}
    <div class="buttons">
      <button class="button button-small">${words.save}</button>
      <button type="button" class="button button-small button-quiet" @click=${() => merge(view)}>${base.cancel}</button>
    </div>
  </form>`;
}
