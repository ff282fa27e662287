import type { Agenda, AgendaEntry, AgendaGroup } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dots } from '../base/dots.js';
import { moreIcon } from '../base/icons.js';
import type { Telling } from '../base/page.js';
import { actsFor, isManager, otherOf, type AgendaAct } from './agenda-acts.js';
import { reasonWords } from './agenda-words.js';
import type { AgendaWords } from './agenda.messages.js';

/** In whose words and for whom a part of the agenda is drawn. */
export type AgendaTelling = Telling<AgendaWords>;

/** What is folded out under a row: the further things to do, or the fields that one of them needs. */
export type Unfolded = AgendaAct | 'more';

/** What the rows ask of their element. */
export interface RowHandlers {
  /** What is folded out under a row. */
  readonly unfolded: (entry: AgendaEntry) => Unfolded | undefined;
  readonly begin: (entry: AgendaEntry, act: Unfolded) => void;
  /** Folds up and leads back to the button that was used. */
  readonly close: () => void;
  readonly editor: (entry: AgendaEntry, act: AgendaAct) => unknown;
  /** Whether the reader has proposed a focus for the session just now. */
  readonly hasProposed: (entry: AgendaEntry) => boolean;
}

const groups: readonly AgendaGroup[] = ['due', 'this-week', 'later', 'on-leave'];

/** The groups that have somebody in them, each with its rows. */
export function agendaGroups(
  telling: AgendaTelling,
  { entries, today }: Agenda,
  handlers: RowHandlers,
): TemplateResult[] {
  return groups.flatMap((group) => {
    const here = entries.filter((entry) => entry.group === group);
    if (here.length === 0) return [];
    return [
      html`<div role="group" aria-labelledby=${group}>
        <div class="group-head">
          <h3 class="section-title" id=${group}>${telling.words.group(group)}</h3>
          <span class="hint" aria-hidden="true">${telling.format.number(here.length)}</span>
        </div>
        <ul class="rows">
          ${repeat(
            here,
            ({ relationshipId }) => relationshipId,
            (entry) => row(telling, entry, today, handlers),
          )}
        </ul>
      </div>`,
    ];
  });
}

function row(telling: AgendaTelling, entry: AgendaEntry, today: string, handlers: RowHandlers): TemplateResult {
  const { words, format, actorId } = telling;
  const { name } = otherOf(entry, actorId);
  const { reason, relationshipId, hasDraft } = entry;
  const manages = isManager(entry, actorId);
  const [main, ...further] = actsFor(entry, actorId, today);
  const unfolded = handlers.unfolded(entry);
  // Said in words too; what was met about and only waits to be written is not late.
  const isLate = manages && reason.days > 0 && ['due', 'never-met', 'missed', 'cancelled'].includes(reason.kind);
  return html`<li
    class="row"
    data-id=${relationshipId}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !unfolded) return;
      event.stopPropagation();
      handlers.close();
    }}
  >
    <div class="who">
      <p class="strong said">${name}</p>
      <p class="hint dots">
        ${dots(
          !manages && words.yourManager,
          hasDraft && manages && words.draft,
          handlers.hasProposed(entry) && html`<span class="positive">${words.focusProposed}</span>`,
        )}
      </p>
    </div>
    <p class="small why ${isLate ? 'caution' : 'quiet'}">${reasonWords(words, format, entry, today, actorId)}</p>
    <div class="do screen-only">
      ${
        main
          ? html`<button
              type="button"
              class="button button-small act"
              aria-label=${words.forPerson(words.act(main), name)}
              aria-expanded=${main === 'record' ? nothing : unfolded === main ? 'true' : 'false'}
              @click=${() => (unfolded === main ? handlers.close() : handlers.begin(entry, main))}
            >${words.act(main)}</button>`
          : nothing
      }
      ${
        further.length > 0
          ? html`<button
              type="button"
              class="button button-icon further"
              aria-label=${words.forPerson(words.more, name)}
              aria-expanded=${unfolded && unfolded !== main ? 'true' : 'false'}
              @click=${() => (unfolded && unfolded !== main ? handlers.close() : handlers.begin(entry, 'more'))}
            >${moreIcon()}</button>`
          : nothing
      }
    </div>
    ${unfolded ? html`<div class="under screen-only">${under(telling, entry, unfolded, further, handlers)}</div>` : nothing}
  </li>`;
}

function under(
  { words, actorId }: AgendaTelling,
  entry: AgendaEntry,
  unfolded: Unfolded,
  further: readonly AgendaAct[],
  { begin, editor }: RowHandlers,
): unknown {
  if (unfolded !== 'more') return editor(entry, unfolded);
  return html`<div
    class="choices"
    role="group"
    aria-label=${words.forPerson(words.more, otherOf(entry, actorId).name)}
  >
    ${further.map(
      (act) =>
        html`<button type="button" class="button button-small" @click=${() => begin(entry, act)}>
          ${words.act(act)}
        </button>`,
    )}
  </div>`;
}
