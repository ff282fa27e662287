import { CoachingError, type Skill } from '@coachkit/core';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { heardEvents, refuse } from '../support/host-page.ts';
import { click, inside, settled, textOf } from '../support/mount.ts';
import type { Methods } from '../support/stand-in.ts';
import { sampleRecord } from './sample-record.ts';
import { show, type Shown } from './show-record.ts';

const saved = <T>(value: T) => Promise.resolve({ value, level: 'device' as const });
const { goal } = sampleRecord().goals.find((view) => view.goal.id === 'g1')!;
const skills: readonly Skill[] = [
  { id: 'k1', label: 'Handling objections', path: 'Sales' },
  { id: 'k2', label: 'Setting objectives', path: 'Core skills' },
];

/** Waits until the listbox is open, or shut. */
async function listOpen({ element }: Shown, isOpen = true): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    await settled(element);
    if ((inside(element, '#skill').getAttribute('aria-expanded') === 'true') === isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the list of skills is not ${isOpen ? 'open' : 'shut'}`);
}

const focused = ({ element }: Shown) => element.shadowRoot?.activeElement?.id;
const valueOf = ({ element }: Shown, selector: string) => inside<HTMLInputElement>(element, selector).value;

async function openForm(methods: Methods): Promise<Shown> {
  const shown = await show(sampleRecord(), { methods });
  inside(shown.element, '#add').focus();
  await sendKeys({ press: 'Enter' });
  await settled(shown.element);
  return shown;
}

describe('goals in coaching-development-record', () => {
  describe('one being added', () => {
    it('needs no mouse: words, a date, a skill from the list', async () => {
      const asked: unknown[] = [];
      const heard = heardEvents('coaching-goal-adding', 'coaching-goal-added');
      const shown = await openForm({
        'skills.find': () => Promise.resolve(skills),
        'plans.addGoal': (input: object) => {
          asked.push(input);
          return saved({ ...goal, id: 'g9' });
        },
      });
      const { element, provider } = shown;
      expect(focused(shown)).to.equal('goal');
      await sendKeys({ type: 'Close a deal with two sites' });
      inside<HTMLInputElement>(element, '#target').value = '2027-01-31';
      inside(element, '#skill').focus();
      await sendKeys({ type: 'obj' });
      await listOpen(shown);
      expect(inside(provider, '[role=status]').textContent).to.contain('2 skills');
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'ArrowDown' });
      await settled(element);
      expect(inside(element, '#skill').getAttribute('aria-activedescendant')).to.equal('skill-1');
      expect(inside(element, '#skill-1').getAttribute('aria-selected')).to.equal('true');
      await expectAccessibilityTree(element, 'development record, goal being added');
      await sendKeys({ press: 'Enter' });
      await listOpen(shown, false);
      expect(valueOf(shown, '#skill')).to.equal('Setting objectives');
      expect(asked).to.deep.equal([]);
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(asked).to.deep.equal([
        { employeeId: 'tom', title: 'Close a deal with two sites', targetDate: '2027-01-31', skillId: 'k2' },
      ]);
      expect(heard[1]).to.deep.equal(['coaching-goal-added', { employeeId: 'tom', goalId: 'g9' }]);
      expect(focused(shown)).to.equal('add');
      expect(inside(provider, '[role=status]').textContent).to.contain('Goal added');
      expect(['#goal', '#target', '#skill'].map((selector) => valueOf(shown, selector))).to.deep.equal(['', '', '']);
    });

    it('takes a skill by the mouse without losing the focus, and drops it when the text changes', async () => {
      const asked: unknown[] = [];
      const shown = await openForm({
        'skills.find': () => Promise.resolve(skills),
        'plans.addGoal': (input: object) => {
          asked.push(input);
          return Promise.reject(new CoachingError('storage-unavailable', ''));
        },
      });
      inside(shown.element, '#skill').focus();
      await sendKeys({ type: 'o' });
      await listOpen(shown);
      inside(shown.element, '#skill-0').dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
      await listOpen(shown, false);
      expect(focused(shown)).to.equal('skill');
      expect(valueOf(shown, '#skill')).to.equal('Handling objections');
      await sendKeys({ press: 'Backspace' });
      inside(shown.element, '#goal').closest('form')!.requestSubmit();
      await settled(shown.element);
      expect(asked).to.deep.equal([]);
      expect(inside(shown.element, '#skill-say').textContent).to.contain('Choose one of these');
      expect(focused(shown)).to.equal('skill');
      await expect(shown.element).to.be.accessible();
    });

    it('shows the list of what was typed last, whatever answers first', async () => {
      const answers = new Map<string, (found: readonly Skill[]) => void>();
      const shown = await openForm({
        'skills.find': (text: string) => new Promise((resolve) => answers.set(text, resolve)),
      });
      const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
      inside(shown.element, '#skill').focus();
      await sendKeys({ type: 'a' });
      await pause();
      await sendKeys({ type: 'b' });
      await pause();
      answers.get('ab')!([skills[0]!]);
      await listOpen(shown);
      answers.get('a')!(skills);
      await settled(shown.element);
      expect(shown.element.shadowRoot!.querySelectorAll('[role=option]')).to.have.length(1);
    });

    it('shuts the list with Escape first, then the form, and keeps what was typed', async () => {
      const shown = await openForm({ 'skills.find': () => Promise.resolve(skills) });
      await sendKeys({ type: 'Half a goal' });
      inside(shown.element, '#skill').focus();
      await sendKeys({ type: 'o' });
      await listOpen(shown);
      await sendKeys({ press: 'Escape' });
      await listOpen(shown, false);
      expect(focused(shown)).to.equal('skill');
      await sendKeys({ press: 'Escape' });
      await settled(shown.element);
      expect(focused(shown)).to.equal('add');
      await click(shown.element, '#add');
      expect(valueOf(shown, '#goal')).to.equal('Half a goal');
    });

    it('that is refused says why under the field', async () => {
      const problems = [
        { path: 'title', rule: 'blank' },
        { path: 'targetDate', rule: 'date-in-past' },
      ] as const;
      const shown = await openForm({
        'plans.addGoal': () => Promise.reject(new CoachingError('invalid-input', '', { problems })),
      });
      await sendKeys({ press: 'Enter' });
      await settled(shown.element);
      expect(inside(shown.element, '#goal-say').textContent).to.contain('Write a few words');
      expect(inside(shown.element, '#target-say').textContent).to.contain('Enter a date from today on');
      expect(focused(shown)).to.equal('goal');
      await expect(shown.element).to.be.accessible();
    });

    it('that cannot be saved keeps what was typed; a framework that does not answer stops nobody', async () => {
      const shown = await openForm({
        'skills.find': () => Promise.reject(new CoachingError('storage-unavailable', '')),
        'plans.addGoal': () => Promise.reject(new CoachingError('storage-full', '')),
      });
      await sendKeys({ type: 'A goal' });
      inside(shown.element, '#skill').focus();
      await sendKeys({ type: 'o' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await sendKeys({ press: 'Backspace' });
      await sendKeys({ press: 'Enter' });
      await settled(shown.element);
      expect(textOf(shown.element)).to.contain('Not saved: this device is full.');
      expect(valueOf(shown, '#goal')).to.equal('A goal');
      await expect(shown.element).to.be.accessible();
    });
  });

  it('says that none is open where all of them are reached, and not that there are none', async () => {
    const record = sampleRecord();
    const goals = record.goals.filter((view) => view.goal.status === 'reached');
    const { element } = await show({ ...record, goals });
    expect(goals.length).to.be.greaterThan(0);
    expect(textOf(element)).to.contain('No open goals.').and.not.contain('No goals yet.');
  });

  describe('one that is marked', () => {
    it('is reached or dropped, with the way back under the focus', async () => {
      const asked: unknown[] = [];
      const heard = heardEvents('coaching-goal-updated');
      const { element, provider } = await show(sampleRecord(), {
        methods: {
          'plans.updateGoal': (input: { status: typeof goal.status }) => {
            asked.push(input);
            return saved({ ...goal, status: input.status });
          },
        },
      });
      inside(element, '.goal button + button').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(asked).to.deep.equal([{ goalId: 'g1', status: 'dropped' }]);
      expect(element.shadowRoot!.activeElement?.id).to.equal('undo');
      expect(textOf(element)).to.contain('Dropped: Lead a renewal alone');
      expect(inside(provider, '[role=status]').textContent).to.contain('Dropped: Lead a renewal alone');
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(asked[1]).to.deep.equal({ goalId: 'g1', status: 'open' });
      expect(element.shadowRoot!.querySelector('#undo')).to.equal(null);
      expect(element.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal(
        'Mark as reached: Lead a renewal alone',
      );
      expect(heard.map(([, detail]) => detail)).to.deep.equal(asked);
    });

    it('says in its own row when it was changed elsewhere, and stays when the host says no', async () => {
      const { element, unmount } = await show(sampleRecord(), {
        methods: { 'plans.updateGoal': () => Promise.reject(new CoachingError('conflict', '')) },
      });
      await click(element, '.goal button');
      expect(inside(element, '.goal [data-failure]').textContent).to.contain('This was changed somewhere else.');
      expect(element.shadowRoot!.querySelector('#undo')).to.equal(null);
      await expect(element).to.be.accessible();
      unmount();
      let asked = 0;
      const other = await show(sampleRecord(), { methods: { 'plans.updateGoal': () => saved((asked += 1)) } });
      refuse('coaching-goal-updating');
      await click(other.element, '.goal button');
      expect(asked).to.equal(0);
    });
  });
});
