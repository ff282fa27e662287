import { CoachingError, type Coaching } from '@coachkit/core';
import { createDemoCoaching } from '@coachkit/core/demo';
import '@coachkit/elements/action-list/define';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { inside, mount, settled, textOf } from '../support/mount.ts';

const demo = (as: 'manager' | 'employee'): Promise<Coaching> =>
  createDemoCoaching({ seed: 1, today: '2026-11-24', as });

const ticks = (element: Element): HTMLInputElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('[role=group] input[type=checkbox]') ?? []),
];

/** Waits until something holds, at most two seconds. */
async function until(holds: () => boolean, what: string): Promise<void> {
  for (let waited = 0; waited < 2000; waited += 20) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never: ${what}`);
}

/** A `Coaching` whose `actions.update` is replaced. */
function updating(coaching: Coaching, update: Coaching['actions']['update']): Coaching {
  return { ...coaching, actions: { ...coaching.actions, update } };
}

describe('coaching-action-list', () => {
  it('groups what is open by how pressing it is, and folds what is done', async () => {
    const { element } = await mount('coaching-action-list', { coaching: await demo('manager') });
    const headings = [...(element.shadowRoot?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent);
    expect(headings).to.deep.equal(['Overdue', 'Later']);
    expect(inside(element, 'details').textContent).to.contain('Done (');
    expect(inside<HTMLDetailsElement>(element, 'details').open).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('fits a narrow page whatever is written in it', async () => {
    const coaching = await demo('employee');
    const [known] = (await coaching.actions.list()).actions;
    const { relationshipId = '', ownerId = '' } = known?.action ?? {};
    await coaching.actions.add({ relationshipId, ownerId, text: `Read ${'a'.repeat(120)}`, dueDate: '2026-12-01' });
    const column = document.createElement('div');
    column.style.cssText = 'display: grid; inline-size: 280px; overflow: auto';
    document.body.append(column);
    const { element } = await mount('coaching-action-list', { coaching, into: column });
    expect(textOf(element)).to.contain('aaa');
    // Drawn as if it were in view, which a page in the background never is.
    for (const row of element.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? []) {
      row.style.contentVisibility = 'visible';
    }
    expect(inside(element, '.coaching').scrollWidth).to.be.at.most(280);
    expect(column.scrollWidth).to.be.at.most(280);
    column.remove();
  });

  it('cuts no focus ring off at the edge of a row', async () => {
    const { element } = await mount('coaching-action-list', { coaching: await demo('manager') });
    const { contentVisibility, overflowClipMargin } = getComputedStyle(
      inside(element, '.row'),
    ) as CSSStyleDeclaration & {
      overflowClipMargin: string;
    };
    expect(contentVisibility).to.equal('auto');
    expect(parseFloat(overflowClipMargin)).to.be.at.least(4);
  });

  it('ticks off with Space, stays in its place with an undo, and tells the host by ids', async () => {
    const coaching = await demo('employee');
    const { element, provider } = await mount('coaching-action-list', { coaching });
    const told: unknown[] = [];
    provider.addEventListener('coaching-action-updated', ({ detail }: CustomEventInit) => told.push(detail));
    const [first] = ticks(element);
    const id = first?.closest('[data-id]')?.getAttribute('data-id') ?? '';
    first?.focus();
    await sendKeys({ press: 'Space' });
    await until(() => told.length === 1, 'the change is told');
    expect(told).to.deep.equal([{ actionId: id, status: 'done' }]);
    await until(() => ticks(element)[0]?.checked === true, 'the tick shows');
    expect(ticks(element)[0]?.closest('[data-id]')?.getAttribute('data-id')).to.equal(id);
    expect(inside(element, `[data-id="${id}"] .undo`).textContent).to.contain('Undo');
    expect(element.shadowRoot?.activeElement).to.equal(ticks(element)[0]);
    await expect(element).to.be.accessible();
    const kept = await coaching.actions.list();
    expect(kept.actions.find(({ action }) => action.id === id)?.action.status).to.equal('done');
  });

  it('brings back the last one with Ctrl+Z and keeps the focus on it', async () => {
    const coaching = await demo('employee');
    const { element } = await mount('coaching-action-list', { coaching });
    const id = ticks(element)[0]?.closest('[data-id]')?.getAttribute('data-id') ?? '';
    ticks(element)[0]?.focus();
    await sendKeys({ press: 'Space' });
    await until(() => ticks(element)[0]?.checked === true, 'ticked');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'z' });
    await sendKeys({ up: 'Control' });
    await until(() => ticks(element)[0]?.checked === false, 'brought back');
    const kept = await coaching.actions.list();
    expect(kept.actions.find(({ action }) => action.id === id)?.action.status).to.equal('open');
    expect(element.shadowRoot?.activeElement?.closest('[data-id]')?.getAttribute('data-id')).to.equal(id);
  });

  it('ticks two off at once without losing one', async () => {
    const coaching = await demo('manager');
    const { element } = await mount('coaching-action-list', { coaching });
    const [one, other] = ticks(element);
    one?.click();
    other?.click();
    await until(() => element.shadowRoot?.querySelectorAll('.undo').length === 2, 'both are done');
  });

  it('moves between actions with the arrow keys', async () => {
    const { element } = await mount('coaching-action-list', { coaching: await demo('manager') });
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(element.shadowRoot?.activeElement).to.equal(ticks(element)[1]);
    await sendKeys({ press: 'End' });
    expect(element.shadowRoot?.activeElement).to.equal(ticks(element).at(-1));
    await sendKeys({ press: 'Home' });
    expect(element.shadowRoot?.activeElement).to.equal(ticks(element)[0]);
  });

  it('asks the host first, and does nothing when it says no', async () => {
    const coaching = await demo('employee');
    const { element, provider } = await mount('coaching-action-list', { coaching });
    provider.addEventListener('coaching-action-updating', (event) => event.preventDefault());
    ticks(element)[0]?.click();
    await settled(element);
    expect(ticks(element)[0]?.checked).to.equal(false);
  });

  it('says at the row why a change failed, keeps the tick as it is kept, and can be tried again', async () => {
    const coaching = await demo('employee');
    let calls = 0;
    const update: Coaching['actions']['update'] = (input) =>
      (calls += 1) === 1 ? Promise.reject(new CoachingError('storage-full', 'full')) : coaching.actions.update(input);
    const { element } = await mount('coaching-action-list', { coaching: updating(coaching, update) });
    ticks(element)[0]?.click();
    await until(() => element.shadowRoot?.querySelector('[data-failure]') !== null, 'the failure shows');
    expect(inside(element, 'li [data-failure]').textContent).to.contain('this device is full');
    expect(ticks(element)[0]?.checked).to.equal(false);
    await expect(element).to.be.accessible();
    ticks(element)[0]?.click();
    await until(() => ticks(element)[0]?.checked === true, 'the second try');
    expect(element.shadowRoot?.querySelector('[data-failure]')).to.equal(null);
  });

  it('changes a date inline, refuses one in the past at the field, and leads the focus back', async () => {
    const coaching = await demo('employee');
    const { element } = await mount('coaching-action-list', { coaching });
    inside(element, '.button-icon').click();
    await settled(element);
    const date = inside<HTMLInputElement>(element, 'input[type=date]');
    expect(element.shadowRoot?.activeElement).to.equal(date);
    date.value = '2026-01-01';
    date.form?.requestSubmit();
    await until(() => element.shadowRoot?.querySelector('[aria-invalid=true]') !== null, 'the refusal shows');
    expect(inside(element, '.error-text').textContent).to.contain('from today on');
    await expect(element).to.be.accessible();
    inside<HTMLInputElement>(element, 'input[type=date]').value = '2026-12-24';
    inside<HTMLInputElement>(element, 'input[type=date]').form?.requestSubmit();
    await until(() => element.shadowRoot?.querySelector('.editor') === null, 'the editor closes');
    await until(() => textOf(element).includes('24 December'), 'the new date shows');
    await until(
      () => element.shadowRoot?.activeElement?.classList.contains('button-icon') === true,
      'focus on the button',
    );
  });

  it('drops with a reason and offers the undo with the focus on it', async () => {
    const coaching = await demo('employee');
    const { element } = await mount('coaching-action-list', { coaching });
    inside(element, '.button-icon').click();
    await settled(element);
    const reason = inside<HTMLInputElement>(element, '.editor input[type=text]');
    reason.value = 'The call is off';
    reason.form?.requestSubmit();
    await until(
      () => element.shadowRoot?.activeElement?.closest('.undo') !== null && element.shadowRoot?.activeElement !== null,
      'focus on undo',
    );
    const dropped = (await coaching.actions.list()).actions.find(
      ({ action }) => action.status === 'dropped' && action.dropReason === 'The call is off',
    );
    expect(dropped).to.not.equal(undefined);
  });

  it('adds an action of one’s own for a pair', async () => {
    const coaching = await demo('employee');
    const [entry] = (await coaching.sessions.agenda()).entries;
    const { element } = await mount('coaching-action-list', {
      coaching,
      properties: { relationshipId: entry?.relationshipId },
    });
    inside(element, '#add').click();
    await settled(element);
    await sendKeys({ type: 'Read the chapter on silence' });
    inside<HTMLInputElement>(element, '#add-due').value = '2026-12-04';
    inside<HTMLInputElement>(element, '#add-due').form?.requestSubmit();
    await until(() => textOf(element).includes('Read the chapter on silence'), 'the new action shows');
    expect(inside<HTMLFormElement>(element, 'form.add').hidden).to.equal(true);
  });

  it('finds an action by its words, and tells nothing found from nothing there', async () => {
    const { element } = await mount('coaching-action-list', { coaching: await demo('manager') });
    inside(element, '#find').focus();
    await sendKeys({ type: 'kestrel' });
    await settled(element);
    expect(ticks(element).length).to.equal(1);
    await sendKeys({ type: ' zzz' });
    await settled(element);
    expect(inside(element, '.empty').dataset['kind']).to.equal('no-match');
    inside(element, '.empty button').click();
    await settled(element);
    expect(ticks(element).length).to.be.greaterThan(5);
  });

  it('tells assistive technology the same', async () => {
    const coaching = await demo('employee');
    const [entry] = (await coaching.sessions.agenda()).entries;
    const { element } = await mount('coaching-action-list', {
      coaching,
      properties: { relationshipId: entry?.relationshipId },
    });
    await expectAccessibilityTree(element, 'one pair');
  });

  it('leaves nothing behind', async () => {
    await expectNoLeak('coaching-action-list', { coaching: await demo('employee') }, 30);
  });
});
