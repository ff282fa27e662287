import type { Coaching, SessionRecord, Storage } from '@coachkit/core';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { createDemoCoaching, demoTenantId } from '@coachkit/core/demo';
import type { CoachingSessionView } from '@coachkit/elements';
import '@coachkit/elements/session-view/define';
import { expect } from '@open-wc/testing';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';

const today = '2026-11-24';

/** Waits until an element shows a text. Live queries gather changes for a moment. */
async function shows(element: CoachingSessionView, text: string): Promise<void> {
  for (let tries = 0; tries < 100 && !textOf(element).includes(text); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await settled(element);
  }
  expect(textOf(element)).to.contain(text);
}

describe('coaching-session-view on the sample organisation', () => {
  let storage: Storage;
  let manager: Coaching;
  let employee: Coaching;
  let sessionId: string;

  before(async () => {
    storage = createMemoryStorage({ tenantId: demoTenantId });
    manager = await createDemoCoaching({ today, as: 'manager', storage });
    employee = await createDemoCoaching({ today, as: 'employee', storage });
    const { relationshipId } = (await manager.sessions.agenda()).entries.find(
      (entry) => entry.employee.id === employee.actor.personId,
    )!;
    const { value } = await manager.sessions.record({
      relationshipId,
      date: today,
      durationMinutes: 50,
      focus: { kind: 'specific-development-area', label: 'Holding the price' },
      points: ['One', 'Two', 'Three'],
      actions: [{ text: 'Name the trade-off first', ownerId: employee.actor.personId, dueDate: '2026-12-01' }],
    });
    sessionId = value.session.id;
  });

  const show = (coaching: Coaching, id = sessionId) =>
    mount('coaching-session-view', { coaching, properties: { sessionId: id } });

  it('shows what was just saved to the employee, who comments and adds an action', async () => {
    const { element } = await show(employee);
    expect(inside(element, 'h2').textContent).to.equal('Holding the price');
    const points = [...element.shadowRoot!.querySelectorAll('.points li')];
    expect(points.map(({ textContent }) => textContent)).to.deep.equal(['One', 'Two', 'Three']);
    expect(textOf(element)).to.contain('Name the trade-off first');
    expect(textOf(element))
      .to.contain('Not linked to a skill')
      .and.contain('Tom Okaforemployee 24 November 2026 at 09:30');
    const comment = inside<HTMLTextAreaElement>(element, '#comment');
    comment.value = 'As I remember it.';
    comment.dispatchEvent(new InputEvent('input'));
    await click(element, '.quiet + form button');
    await shows(element, 'As I remember it.');
    await click(element, '#add');
    inside<HTMLInputElement>(element, '#text').value = 'Ring Elena';
    inside<HTMLInputElement>(element, '#due').value = '2026-12-04';
    inside<HTMLFormElement>(element, '#text').closest('form')!.requestSubmit();
    await shows(element, 'Ring Elena');
    await expect(element).to.be.accessible();
  });

  it('refuses a day that has passed, in words, under the field', async () => {
    const { element } = await show(employee);
    await click(element, '#add');
    inside<HTMLInputElement>(element, '#text').value = 'Ring Elena';
    inside<HTMLInputElement>(element, '#due').value = '2026-11-23';
    inside(element, '#text').closest('form')!.requestSubmit();
    await shows(element, 'Enter a date from today on');
  });

  it('marks an action as done and opens it again', async () => {
    const { element } = await show(employee);
    await click(element, '.act');
    await shows(element, 'Done 24 November 2026');
    await click(element, '.act');
    await shows(element, 'due 1 December, in 7 days');
  });

  it('shows the manager who has read it, and an earlier wording after a correction', async () => {
    const { element } = await show(manager);
    await shows(element, 'Tom Okaforemployee');
    const record: SessionRecord = await manager.sessions.get({ sessionId });
    await manager.sessions.correct({
      sessionId,
      version: record.version,
      focus: record.content!.focus!,
      points: ['One', 'Two, in other words', 'Three'],
    });
    await shows(element, '1 earlier wording');
    expect(textOf(element)).to.contain('Before Two After Two, in other words');
  });

  it('tells nobody else anything, not even that it exists', async () => {
    const stranger = await createDemoCoaching({ today, as: 'learning', storage });
    const made = await show(stranger);
    const text = textOf(made.element);
    expect(text).to.contain('There is nothing here for you to read');
    made.unmount();
    const { element } = await show(stranger, 'no-such-session');
    expect(textOf(element)).to.equal(text);
  });
});
