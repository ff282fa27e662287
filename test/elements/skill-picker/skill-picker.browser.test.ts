import { expect } from '@open-wc/testing';
import '@coachkit/elements/skill-picker/define';
import { CoachingError, createCoaching, createMemoryStorage, type Coaching, type Skill } from '@coachkit/core';
import { createIndexedSkills } from '@coachkit/core/skills';
import type { CoachingSkillPicker } from '@coachkit/elements';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { inside, mount, settled, textOf } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { withMethods } from '../support/stand-in.ts';
import { openStrictPage } from '../support/strict-page.ts';
import { skillPickerCatalogue } from '@coachkit/elements';

const skills: readonly Skill[] = [
  { id: 'negotiate', label: 'Negotiate', otherLabels: ['Bargain'], path: 'Sales' },
  { id: 'prices', label: 'Negotiate prices', path: 'Sales, terms' },
  { id: 'listen', label: 'Listen actively' },
  { id: 'fax', label: 'Send a fax', retired: true },
];

describe('coaching-skill-picker', () => {
  let coaching: Coaching;
  let form: HTMLFormElement;
  let told: string[];

  beforeEach(() => {
    coaching = createCoaching({
      storage: createMemoryStorage({ tenantId: 'suite' }),
      actor: { tenantId: 'suite', personId: 'anna', roles: [] },
      skills: createIndexedSkills(skills),
    });
    form = document.createElement('form');
    document.body.append(form);
    told = [];
    form.addEventListener('coaching-skill-chosen', ({ detail }) => told.push(detail.skillId));
  });

  afterEach(() => {
    form.remove();
    return coaching.close();
  });

  const show = async (properties: Partial<CoachingSkillPicker> = {}, over = coaching): Promise<CoachingSkillPicker> => {
    const { element } = await mount('coaching-skill-picker', {
      coaching: over,
      properties: { name: 'skill', ...properties },
      into: form,
    });
    await settled(element);
    return element;
  };
  const field = (element: Element): HTMLInputElement => inside<HTMLInputElement>(element, '[role=combobox]');
  const options = (element: Element): string[] =>
    [...(element.shadowRoot?.querySelectorAll('[role=option]') ?? [])].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
  const until = async (element: Element, isSo: () => boolean): Promise<void> => {
    const end = performance.now() + 5_000;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`it never came to that: ${textOf(element)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
      await settled(element);
    }
  };
  const type = async (element: CoachingSkillPicker, text: string): Promise<void> => {
    element.focus();
    await sendKeys({ type: text });
    await settled(element);
  };
  const sent = (): string[] => [...new FormData(form)].map(([name, value]) => `${name}=${String(value)}`);

  it('finds by inflection, is used by keys alone, and belongs to its form', async () => {
    const element = await show();
    expect(sent()).to.deep.equal([]);
    await type(element, 'negotiating');
    await until(element, () => options(element).length === 2);
    expect(options(element)).to.deep.equal(['NegotiateSales', 'Negotiate pricesSales, terms']);
    await expect(element).to.be.accessible();
    await expectAccessibilityTree(element, 'skill picker, two found');
    expect(sent()).to.deep.equal([]);

    await sendKeys({ press: 'ArrowDown' });
    await settled(element);
    const active = field(element).getAttribute('aria-activedescendant') ?? '';
    expect(inside(element, `#${active}`).textContent).to.contain('Negotiate prices');
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect([element.value, field(element).value, told]).to.deep.equal(['prices', 'Negotiate prices', ['prices']]);
    expect(options(element)).to.deep.equal([]);
    expect(sent()).to.deep.equal(['skill=prices']);
    expect(element.form).to.equal(form);
    await expect(element).to.be.accessible();

    // Typing on takes the choice away, and Escape what was typed.
    await sendKeys({ press: 'Backspace' });
    await until(element, () => element.value === '');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect([field(element).value, sent(), told]).to.deep.equal(['', [], ['prices', '']]);
    expect(element.checkValidity()).to.equal(true);
  });

  it('is chosen from with a pointer', async () => {
    const element = await show();
    await type(element, 'listen');
    await until(element, () => options(element).length === 1);
    inside(element, '[role=option]').click();
    await settled(element);
    expect(sent()).to.deep.equal(['skill=listen']);
  });

  it('shows what the host chose, goes back to it, and is restored', async () => {
    const element = await show({ defaultValue: 'listen' });
    await until(element, () => field(element).value === 'Listen actively');
    expect(sent()).to.deep.equal(['skill=listen']);
    element.value = 'negotiate';
    await until(element, () => field(element).value === 'Negotiate');
    expect(told, 'what the host does is not told to it').to.deep.equal([]);
    form.reset();
    await until(element, () => field(element).value === 'Listen actively');
    element.formStateRestoreCallback('prices');
    await until(element, () => field(element).value === 'Negotiate prices');
    expect(sent()).to.deep.equal(['skill=prices']);
    element.value = '';
    await settled(element);
    expect([field(element).value, sent()]).to.deep.equal(['', []]);
  });

  it('is asked for, and says so when the form is sent, and not before', async () => {
    const element = await show({ required: true });
    expect(textOf(element)).not.to.contain('Fill this in');
    expect(form.checkValidity()).to.equal(false);
    expect(element.validity.valueMissing).to.equal(true);
    element.reportValidity();
    await settled(element);
    expect(textOf(element)).to.contain('Fill this in');
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    await expect(element).to.be.accessible();
    await expectAccessibilityTree(element, 'skill picker, asked for');
    element.value = 'listen';
    await until(element, () => form.checkValidity());
  });

  it('takes no text for a skill', async () => {
    const element = await show();
    await type(element, 'something else');
    await until(element, () => textOf(element).includes('No skill has these words'));
    expect(form.checkValidity()).to.equal(false);
    expect(element.validity.badInput).to.equal(true);
    field(element).blur();
    await settled(element);
    expect(textOf(element)).to.contain('Choose a skill from the list');
  });

  it('cannot be used while it, or the group around it, is disabled', async () => {
    const element = await show({ disabled: true, defaultValue: 'listen' });
    expect([field(element).disabled, sent()]).to.deep.equal([true, []]);
    element.disabled = false;
    await settled(element);
    const group = document.createElement('fieldset');
    group.disabled = true;
    form.append(group);
    group.append(element.parentElement as Element);
    await until(element, () => field(element).disabled);
    group.disabled = false;
    await until(element, () => !field(element).disabled);
  });

  it('says of a retired skill that it is retired, and of an unknown one that it is gone', async () => {
    const element = await show({ defaultValue: 'fax' });
    await until(element, () => field(element).value === 'Send a fax');
    expect(textOf(element)).to.contain('Not offered any more');
    expect(element.checkValidity()).to.equal(true);
    element.value = 'never';
    await until(element, () => textOf(element).includes('no longer in the framework'));
    expect(element.checkValidity()).to.equal(false);
  });

  it('says that it searches, and that it could not', async () => {
    let answer: (found: Skill[]) => void = () => undefined;
    const slow = withMethods(coaching, { 'skills.find': () => new Promise<Skill[]>((resolve) => (answer = resolve)) });
    const element = await show({}, slow);
    element.focus();
    await sendKeys({ type: 'li' });
    await element.updateComplete;
    const height = element.getBoundingClientRect().height;
    expect(textOf(element)).to.contain('Searching');
    await new Promise((resolve) => setTimeout(resolve, 300));
    answer([{ id: 'listen', label: 'Listen actively' }]);
    await until(element, () => options(element).length === 1);
    expect(element.getBoundingClientRect().height, 'nothing moves').to.equal(height);

    const refused = () => Promise.reject(new CoachingError('storage-unavailable', 'gone', { retryable: true }));
    const failing = await show({}, withMethods(coaching, { 'skills.find': refused, 'skills.get': refused }));
    await type(failing, 'li');
    await until(failing, () => textOf(failing).includes('could not be searched'));
    failing.value = 'listen';
    await until(failing, () => textOf(failing).includes('Nothing can be read'));
    expect(sent().includes('skill=listen'), 'the form keeps what it had').to.equal(true);
  });

  it('speaks the language of the page, from right to left', async () => {
    const { element } = await mount('coaching-skill-picker', {
      coaching,
      provider: { locale: 'ar-XB', messages: pseudoLanguage([skillPickerCatalogue], 'ar-XB') },
    });
    await type(element, 'nothing at all');
    await until(element, () => /\[[^\]]+\]/.test(textOf(element)));
    expect(inside(element, '.coaching').getAttribute('dir')).to.equal('rtl');
    await expect(element).to.be.accessible();
  });

  it('runs under the strict policy', async () => {
    const page = await openStrictPage([
      'packages/elements/dist/skill-picker/define.js',
      'packages/elements/dist/provider/define.js',
    ]);
    const { element } = await mount('coaching-skill-picker', { coaching, into: page.body });
    expect(textOf(element)).to.contain('Skill');
  });

  it('leaves nothing behind', () => expectNoLeak('coaching-skill-picker', { coaching }));
});
