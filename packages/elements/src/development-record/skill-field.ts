import type { Skill } from '@coachkit/core';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { field, type FieldWords } from '../base/field.js';

// Between two keys of somebody who types.
const pause = 150;

/** What the field asks of its element. */
export interface SkillFieldHost {
  /** The skills that a text may mean, best first; undefined when they could not be had. */
  readonly find: (text: string) => Promise<readonly Skill[] | undefined>;
  /** Says how many there are. */
  readonly say: (count: number) => void;
}

/**
 * A combobox for a skill (ARIA Authoring Practices: list autocomplete with manual selection). What is typed counts only
 * when a skill was chosen.
 *
 * Keys: Down and Up go through the list, Enter takes the one that is marked, Escape closes the list.
 */
export class SkillField implements ReactiveController {
  /** The id of the skill that was chosen. */
  skillId: string | undefined;

  #text = '';
  #options: readonly Skill[] = [];
  #marked = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly host: SkillFieldHost,
  ) {
    element.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Empties the field. */
  clear(): void {
    this.#take('', undefined);
  }

  /** The field with its list. */
  render(words: FieldWords): TemplateResult {
    const { id, error } = words;
    const isOpen = this.#options.length > 0;
    return field(
      words,
      html`<div class="popover-place">
        <input
          class="input"
          id=${id}
          role="combobox"
          aria-label=${words.label}
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded=${isOpen}
          aria-controls="${id}-list"
          aria-activedescendant=${this.#marked < 0 ? nothing : `${id}-${this.#marked}`}
          aria-describedby="${id}-say"
          aria-invalid=${error ? 'true' : 'false'}
          .value=${this.#text}
          @input=${({ target }: InputEvent) => this.#type((target as HTMLInputElement).value)}
          @keydown=${this.#press}
          @blur=${() => this.#list([])}
        />
        <ul class="popover" id="${id}-list" role="listbox" aria-label=${words.label} ?hidden=${!isOpen}>
          ${this.#options.map(
            (skill, index) =>
              html`<li
                class="option"
                role="option"
                id="${id}-${index}"
                aria-selected=${index === this.#marked}
                @mousedown=${(event: MouseEvent) => {
                  // So that the focus stays in the field.
                  event.preventDefault();
                  this.#take(skill.label, skill.id);
                }}
              >
                <span>${skill.label}</span><span class="hint">${skill.path}</span>
              </li>`,
          )}
        </ul>
      </div>`,
    );
  }

  #take(text: string, skillId: string | undefined): void {
    clearTimeout(this.#timer);
    this.#text = text;
    this.skillId = skillId;
    this.#list([]);
  }

  #list(options: readonly Skill[]): void {
    this.#options = options;
    this.#marked = -1;
    this.element.requestUpdate();
  }

  #type(text: string): void {
    this.#take(text, undefined);
    if (!text.trim()) return;
    this.#timer = setTimeout(() => {
      void this.host.find(text).then((found = []) => {
        // An answer to what is no longer there is nobody's.
        if (text !== this.#text || this.skillId) return;
        this.#list(found);
        this.host.say(found.length);
      });
    }, pause);
  }

  readonly #press = (event: KeyboardEvent): void => {
    const count = this.#options.length;
    if (count === 0) return;
    const marked = this.#options[this.#marked];
    if (event.key === 'ArrowDown') this.#marked = (this.#marked + 1) % count;
    else if (event.key === 'ArrowUp') this.#marked = (Math.max(this.#marked, 0) + count - 1) % count;
    else if (event.key === 'Escape') this.#list([]);
    else if (event.key === 'Enter' && marked) this.#take(marked.label, marked.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.element.requestUpdate();
  };
}
