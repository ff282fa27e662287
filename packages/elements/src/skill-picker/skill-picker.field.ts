import type { Skill } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { Combobox } from '../base/combobox.js';
import { field, type FieldWords } from '../base/field.js';
import type { SkillChoice } from './skill-choice.js';
import type { skillPickerCatalogue } from './skill-picker.messages.js';

/** What the field shows. */
export interface PickerField {
  readonly choice: SkillChoice;
  readonly telling: FieldWords;
  readonly words: typeof skillPickerCatalogue.words;
  readonly ask: (query: string) => void;
  readonly choose: (skill: Skill) => void;
}

/** Draws a field again and again, with what its list remembers. */
export type DrawField = (field: PickerField) => TemplateResult;

/**
 * The label, what has to be said, and the field with its list. Fetched when a picker is on the page, not before.
 * @param draw - draws the element anew
 */
export function createPickerField(draw: () => void): DrawField {
  const combobox = new Combobox<Skill>(draw);
  return ({ choice, telling, words, ask, choose }) => {
    const { search, query } = choice;
    const isWaiting = search.status === 'searching' && search.items.length === 0;
    return field(
      telling,
      html`<div class="popover-place">
        ${combobox.render({
          id: telling.id,
          label: telling.label,
          listLabel: words.list,
          nothingFound: search.status === 'failed' ? words.failed : words.nothing,
          query,
          search: choice.skillId ? { status: 'idle', query: '', items: [] } : search,
          describe: ({ label, path }) => ({ label, hint: path }),
          ask,
          choose: (skill) => skill && choose(skill),
        })}
        ${isWaiting ? html`<p class="popover hint" aria-busy="true">${words.searching}</p>` : nothing}
      </div>`,
    );
  };
}
