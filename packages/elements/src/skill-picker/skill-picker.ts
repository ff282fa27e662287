import { CoachingError } from '@coachkit/core';
import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CoachingElement } from '../base/element.js';
import { rulesCatalogue } from '../base/messages/rules.messages.js';
import { fields } from '../base/styles/fields.styles.js';
import { popover } from '../base/styles/popover.styles.js';
import { SkillChoice } from './skill-choice.js';
import { skillPickerCatalogue } from './skill-picker.messages.js';
import type { DrawField } from './skill-picker.field.js';
import { skillPickerStyles } from './skill-picker.styles.js';

const input = 'skill';

/**
 * A field of a form for a skill of the organisation's framework. It has a label of its own and belongs to the form
 * around it, like an input: `name`, `value` (the id of the skill), `required`, `disabled`, reset and restore. What is
 * typed counts only when a skill was chosen from the list.
 *
 * Keys: Down and Up go through the list, Enter takes the marked skill, Escape closes the list and then empties the field.
 *
 * @tag coaching-skill-picker
 * @fires coaching-skill-chosen - somebody has chosen a skill or taken it away; `detail: { skillId }`, empty for none
 * @fires input - as `coaching-skill-chosen`, for code that knows form controls
 * @fires change - as `coaching-skill-chosen`, for code that knows form controls
 */
export class CoachingSkillPicker extends CoachingElement<typeof skillPickerCatalogue.words> {
  static override readonly catalogue = skillPickerCatalogue;
  /** Whether it takes part in forms. @internal */
  static readonly formAssociated = true;
  /** @internal */
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  /** @internal */
  static override styles = [CoachingElement.styles, fields, popover, skillPickerStyles];

  /** The name under which the form sends the id. */
  @property({ reflect: true }) name = '';
  /** What stands above the field; "Skill" when absent. */
  @property() label: string | undefined;
  /** A line below the label. */
  @property() hint: string | undefined;
  /** Whether the form asks for a skill. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Whether nobody can use it now; a `fieldset` around it can say so too. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The id it starts with, and goes back to when the form is reset. */
  @property({ attribute: 'value' }) defaultValue = '';

  protected override readonly skeletonRows = 1;

  /** @internal */
  @state() private drawField: DrawField | undefined;
  /** @internal */
  @state() private fieldFailure: unknown;

  readonly #internals = this.attachInternals();
  readonly #choice = new SkillChoice({
    find: async (query) => (await this.coaching?.skills.find(query)) ?? [],
    get: async (skillId) => this.coaching?.skills.get(skillId),
    changed: () => this.requestUpdate(),
  });
  #isTouched = false;
  #isChanged = false;
  #isDisabledAround = false;
  #said = '';

  /** The id of the chosen skill; empty for none. */
  get value(): string {
    return this.#choice.skillId;
  }
  set value(skillId: string) {
    this.#isChanged = true;
    this.#take(skillId);
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** What keeps the form from being sent. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** The sentence for it; empty when nothing does. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether the form takes what is chosen. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** The same, and shows why not. */
  reportValidity(): boolean {
    this.#isTouched = true;
    this.requestUpdate();
    return this.#internals.reportValidity();
  }

  /** @internal */
  formResetCallback(): void {
    this.#isChanged = false;
    this.#isTouched = false;
    this.#take(this.defaultValue);
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabledAround = isDisabled;
    this.requestUpdate();
  }

  /** @internal */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fetchField();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#choice.end();
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const startsAnew = changed.has('defaultValue') && !this.#isChanged;
    // Its label is to be had only where there is a `Coaching`.
    if (startsAnew) this.#take(this.defaultValue);
    else if (changed.has('coaching') && this.value && !this.#choice.skill) this.#take(this.value);
  }

  protected override view(): unknown {
    if (this.fieldFailure !== undefined) return this.failureNote(this.fieldFailure, () => void this.#fetchField());
    if (!this.drawField) return this.skeleton();
    return this.drawField({
      choice: this.#choice,
      telling: { id: input, label: this.label ?? this.words.label, hint: this.#hint, error: this.#error },
      words: this.words,
      ask: (query) => {
        this.#isTouched = false;
        const before = this.value;
        this.#choice.type(query);
        if (before) this.#tell();
        this.requestUpdate();
      },
      choose: (skill) => {
        this.#isTouched = true;
        this.#choice.choose(skill);
        this.#tell();
        this.requestUpdate();
      },
    });
  }

  /** @internal */
  protected override updated(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>(`#${input}`);
    if (field) {
      // What a field of the session form has no need of.
      field.placeholder = this.words.search;
      field.disabled = this.disabled || this.#isDisabledAround;
      field.required = this.required;
      field.setAttribute('aria-describedby', `${input}-say`);
      field.setAttribute('aria-invalid', String(this.#error !== undefined));
      field.onblur = () => {
        this.#isTouched = true;
        this.requestUpdate();
      };
    }
    this.#internals.setFormValue(this.value || null);
    const problem = this.#problem;
    const flags: ValidityStateFlags = this.#choice.problem ? { badInput: true } : { valueMissing: true };
    if (problem === undefined) this.#internals.setValidity({});
    else this.#internals.setValidity(flags, problem, field ?? undefined);
    this.#sayCount();
  }

  async #fetchField(): Promise<void> {
    if (this.drawField) return;
    this.fieldFailure = undefined;
    try {
      const { createPickerField } = await import('./skill-picker.field.js');
      this.drawField ??= createPickerField(() => this.requestUpdate());
    } catch (cause) {
      this.fieldFailure = new CoachingError('part-not-loaded', 'the field could not be fetched', {
        retryable: true,
        cause,
      });
      this.report(this.fieldFailure);
    }
  }

  get #hint(): string | undefined {
    return this.#choice.skill?.retired ? this.words.retired : this.hint;
  }

  /** What is wrong, whether or not it is time to say so. */
  get #problem(): string | undefined {
    const { problem } = this.#choice;
    const { rule } = this.wordsOf(rulesCatalogue);
    if (problem === 'nothing-chosen') return this.words.chooseOne;
    if (problem === 'unknown-skill') return rule('unknown-skill');
    return this.required && !this.value ? rule('required') : undefined;
  }

  /** Only what somebody can know of: after they have left the field, or when what the host gave cannot be shown. */
  get #error(): string | undefined {
    const { problem } = this.#choice;
    if (problem === 'unreadable') return this.base.error('storage-unavailable');
    return this.#isTouched || problem === 'unknown-skill' ? this.#problem : undefined;
  }

  #take(skillId: string): void {
    void this.#choice.take(skillId);
    this.requestUpdate();
  }

  #tell(): void {
    this.#isChanged = true;
    this.#internals.setFormValue(this.value || null);
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.emit('coaching-skill-chosen', { skillId: this.value });
  }

  #sayCount(): void {
    const { status, query, items } = this.#choice.search;
    if (status !== 'found' || this.value) return;
    const said = `${query} ${items.length}`;
    if (said === this.#said) return;
    this.#said = said;
    this.announce(items.length > 0 ? this.words.count(items.length) : this.words.nothing);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'coaching-skill-picker': CoachingSkillPicker;
  }
  interface HTMLElementEventMap {
    'coaching-skill-chosen': CustomEvent<{ readonly skillId: string }>;
  }
}
