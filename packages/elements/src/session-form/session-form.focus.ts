import { focusKinds, type FocusKind, type Skill } from '@coachkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { checkIcon } from '../base/icons.js';
import type { Combobox } from '../base/combobox.js';
import { errorAt, type FormTelling } from './form-telling.js';
import { step, undoLine } from './session-form.step.js';

/** Step 2: one focus, from the plan and recent sessions, from the framework, or in one's own words (M17, M28). */
export function focusStep(telling: FormTelling, skills: Combobox<Skill>): TemplateResult {
  const { words, terms, form, state, name, go } = telling;
  const { content, preparation } = state;
  const { focus, focusQuery } = content;
  const { suggestions, proposedFocus, goals } = preparation;
  const isChosen = (each: { label: string; skillId?: string }): boolean =>
    each.label === focus?.label && each.skillId === focus.skillId;
  const chips = focus && !suggestions.some(isChosen) ? [...suggestions, focus] : suggestions;
  const goal = goals.find(({ id }) => id === focus?.goalId);
  const choose = ({ kind, label, skillId, goalId }: (typeof chips)[number]): void =>
    form.chooseFocus({ kind, label, ...(skillId && { skillId }), ...(goalId && { goalId }) });
  const toPoints = (): void => go('.points :placeholder-shown', '.points .text');

  return step(telling, 2, {
    content: html`${
      proposedFocus
        ? html`<p class="hint screen-only">
            ${words.proposed(name)}
            <button type="button" class="button button-text button-small" @click=${() => form.chooseWords(proposedFocus)}>
              &ldquo;${proposedFocus}&rdquo;
            </button>
          </p>`
        : nothing
    }
      ${errorAt(telling, 'focus')}
      ${
        chips.length > 0
          ? html`<fieldset class="chips">
            <legend class="spoken">${words.focus}</legend>
            ${chips.map(
              (each) =>
                html`<label class="chip"
                  ><input
                    type="radio"
                    name="focus"
                    .checked=${live(isChosen(each))}
                    @change=${() => choose(each)}
                    @keydown=${(event: KeyboardEvent) => {
                      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
                      event.preventDefault();
                      if (!isChosen(each)) choose(each);
                      toPoints();
                    }}
                  />${checkIcon()}${each.label}</label
                >`,
            )}
          </fieldset>`
          : nothing
      }
      ${skills.render({
        id: 'focus',
        label: chips.length > 0 ? words.otherSkill : words.findSkill,
        listLabel: words.skills,
        nothingFound: '',
        query: focusQuery,
        search: state.skills,
        describe: ({ label, path }) => ({ label, hint: path }),
        own: { label: words.useWords(focusQuery.trim()), hint: words.unmapped },
        ask: form.searchSkills,
        choose: (skill) => {
          if (skill) form.chooseSkill(skill);
          else form.chooseWords(focusQuery);
          toPoints();
        },
      })}
      ${
        focus
          ? html`<p class="hint">
            <select
              class="fact"
              aria-label=${words.kind}
              @change=${(event: Event) => form.setFocusKind((event.target as HTMLSelectElement).value as FocusKind)}
            >
              ${focusKinds.map(
                (kind) =>
                  html`<option value=${kind} .selected=${kind === focus.kind}>${terms.focusKind(kind)}</option>`,
              )}</select
            >${goal ? `, ${words.forGoal(goal.title)}` : focus.skillId ? '' : `, ${words.unmapped}`}
          </p>`
          : nothing
      }
      ${undoLine(telling, 'focus')}`,
  });
}
