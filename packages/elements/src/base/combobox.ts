import type { Search } from '@coachkit/core/session-form';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { searchIcon } from './icons.js';

/** An answer in the list: what it is called, and where it stands. */
interface Option {
  readonly label: string;
  readonly hint?: string | undefined;
}

/** What a combobox looks for. */
export interface ComboboxSearch<Item> {
  readonly id: string;
  /** Name of the field, also shown in it while it is empty. */
  readonly label: string;
  readonly listLabel: string;
  readonly nothingFound: string;
  readonly query: string;
  readonly search: Search<Item>;
  readonly describe: (item: Item) => Option;
  /** What can be taken whatever was found: the words themselves. */
  readonly own?: Option | undefined;
  readonly ask: (query: string) => void;
  /** @param item - undefined for the words themselves */
  readonly choose: (item: Item | undefined) => void;
}

/**
 * A field with a list of answers (ARIA authoring practices, "Combobox with list autocomplete"): arrows move, Enter
 * takes, Escape closes the list, then empties the field. The focus stays in the field.
 */
export class Combobox<Item> {
  #active = 0;
  #isOpen = false;

  constructor(private readonly draw: () => void) {}

  /** The field and, while there is something to choose, the list. */
  render({ id, label, listLabel, nothingFound, query, search, describe, own, ask, choose }: ComboboxSearch<Item>) {
    const isAsked = this.#isOpen && query.trim() !== '';
    const items: (Item | undefined)[] = isAsked ? [...search.items, ...(own ? [undefined] : [])] : [];
    const isWaiting = search.status === 'searching';
    // While the answer is on its way, Enter must not take one to an earlier question.
    const active = isWaiting ? -1 : Math.min(this.#active, items.length - 1);
    const take = (item: Item | undefined): void => {
      this.#isOpen = false;
      choose(item);
    };
    const keydown = (event: KeyboardEvent): void => {
      const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
      const move = moves[event.key];
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (move && items.length > 0) this.#active = (active + move + items.length) % items.length;
      else if (move) this.#isOpen = true;
      else if (event.key === 'Enter' && active >= 0) take(items[active]);
      else if (event.key === 'Escape' && this.#isOpen) this.#isOpen = false;
      else if (event.key === 'Escape' && query) ask('');
      else return;
      event.preventDefault();
      event.stopPropagation();
      this.draw();
    };
    return html`<div class="combobox popover-place">
      ${searchIcon()}
      <input
        class="input"
        id=${id}
        role="combobox"
        aria-label=${label}
        placeholder=${label}
        aria-autocomplete="list"
        aria-expanded=${items.length > 0 ? 'true' : 'false'}
        aria-controls="${id}-list"
        aria-activedescendant=${active < 0 ? nothing : `${id}-${active}`}
        autocomplete="off"
        .value=${live(query)}
        @input=${(event: Event) => {
          this.#active = 0;
          this.#isOpen = true;
          ask((event.target as HTMLInputElement).value);
        }}
        @keydown=${keydown}
        @blur=${() => {
          this.#isOpen = false;
          this.draw();
        }}
      />
      <ul
        class="popover"
        id="${id}-list"
        role="listbox"
        aria-label=${listLabel}
        ?hidden=${items.length === 0}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        ${items.map((item, index) => {
          const option = item === undefined ? own : describe(item);
          // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the keys of a combobox go to its input
          return html`<li
            class="option ${item === undefined ? 'option-last' : ''}"
            role="option"
            id="${id}-${index}"
            aria-selected=${index === active ? 'true' : 'false'}
            @click=${() => take(item)}
          >
            <span>${item === undefined ? option?.label : marked(option?.label ?? '', query)}</span
            ><span class="hint">${option?.hint}</span>
          </li>`;
        })}
      </ul>
      ${
        isAsked && items.length === 0 && !isWaiting
          ? html`<p class="popover hint" role="status">${nothingFound}</p>`
          : nothing
      }
    </div>`;
  }
}

/** A label with the part that was typed standing out. */
function marked(label: string, query: string): TemplateResult {
  const typed = query.trim();
  const at = label.toLowerCase().indexOf(typed.toLowerCase());
  const end = at + typed.length;
  return at < 0 ? html`${label}` : html`${label.slice(0, at)}<b>${label.slice(at, end)}</b>${label.slice(end)}`;
}
