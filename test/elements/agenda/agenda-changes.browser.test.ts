import { CoachingError, type Coaching } from '@coachkit/core';
import { createDemoCoaching } from '@coachkit/core/demo';
import '@coachkit/elements/agenda/define';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { heardEvents, refuse } from '../support/host-page.ts';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';
import { withMethods } from '../support/stand-in.ts';

const today = '2026-11-24';

/** The sample organisation, and the row of one of the manager's people by name. */
async function open(as: 'manager' | 'employee' = 'manager', change = (coaching: Coaching): Coaching => coaching) {
  const coaching = await createDemoCoaching({ seed: 1, today, as });
  const { element } = await mount('coaching-agenda', { coaching: change(coaching) });
  const entryOf = async (name: string) =>
    (await coaching.sessions.agenda()).entries.find(({ manager, employee }) =>
      [manager.name, employee.name].includes(name),
    )!;
  const row = async (name: string): Promise<string> => `[data-id="${(await entryOf(name)).relationshipId}"]`;
  return { coaching, element, entryOf, row };
}

const fill = (element: Element, selector: string, value: string): void => {
  inside<HTMLInputElement>(element, selector).value = value;
};

/** Chooses one of the further things to do. */
async function further(element: Element, row: string, act: string): Promise<void> {
  await click(element, `${row} .further`);
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('.choices button')]
    .find(({ textContent }) => textContent.trim() === act)!
    .click();
  await settled(element);
}

const send = (element: Element): Promise<void> => click(element, '.editor .button');
const folded = (element: Element): Promise<void> =>
  waitUntil(() => !element.shadowRoot?.querySelector('.editor'), 'the editor folds up');
const isOnMain = (element: Element, row: string) => () =>
  element.shadowRoot?.activeElement === element.shadowRoot?.querySelector(`${row} .act`);

describe('what the agenda changes', () => {
  it('stands over the sample organisation without a fault', async () => {
    const { element } = await open();
    expect(element.shadowRoot?.querySelectorAll('.row').length).to.equal(9);
    await expect(element).to.be.accessible();
  });

  it('plans a session, moves the row, and takes the focus along', async () => {
    const heard = heardEvents('coaching-session-scheduling', 'coaching-session-scheduled');
    const { element, entryOf, row } = await open();
    const aoife = await row('Aoife D’Arcy');
    await further(element, aoife, 'Plan');
    fill(element, '#date', '2026-12-01');
    fill(element, '#time', '14:30');
    await expect(element).to.be.accessible();
    await send(element);
    await folded(element);
    await waitUntil(() => textOf(element).includes('Planned for Tuesday 1 December at 14:30'), 'the row says it');
    expect(inside(element, aoife).closest('[role=group]')?.querySelector('h3')?.textContent).to.equal('Later');
    await waitUntil(isOnMain(element, aoife), 'the focus goes along');
    const { relationshipId, session } = await entryOf('Aoife D’Arcy');
    expect(heard).to.deep.equal([
      ['coaching-session-scheduling', { relationshipId }],
      ['coaching-session-scheduled', { relationshipId, sessionId: session?.id }],
    ]);
  });

  it('says at the field what was refused, keeps what was typed, and takes a better date', async () => {
    const { element, row } = await open();
    const ben = await row('Ben Ashworth');
    await click(element, `${ben} .act`);
    await send(element);
    expect(inside(element, '.error-text').textContent).to.contain('Fill this in');
    fill(element, '#date', '2026-11-01');
    await send(element);
    await waitUntil(() => textOf(element).includes('Enter a date from today on'), 'the rule is said');
    expect(inside<HTMLInputElement>(element, '#date').value).to.equal('2026-11-01');
    expect(inside(element, '#date').getAttribute('aria-invalid')).to.equal('true');
    expect(element.shadowRoot?.activeElement?.id).to.equal('date');
    expect(inside<HTMLInputElement>(element, '#time').value, 'the usual time is kept').to.equal('10:00');
    await expect(element).to.be.accessible();
    const heard = heardEvents('coaching-session-rescheduled');
    fill(element, '#date', '2026-11-25');
    await send(element);
    await folded(element);
    await waitUntil(() => textOf(element).includes('Planned for Wednesday 25 November at 10:00'), 'the row says it');
    expect(heard.length).to.equal(1);
    await waitUntil(isOnMain(element, ben), 'the focus goes along');
  });

  it('forgets a refusal when the fields are opened again', async () => {
    const { element, row } = await open();
    await click(element, `${await row('Ben Ashworth')} .act`);
    await send(element);
    await click(element, '.editor .button-quiet');
    await click(element, `${await row('Ben Ashworth')} .act`);
    expect(element.shadowRoot?.querySelector('.error-text')).to.equal(null);
  });

  it('cancels without a new date, and with one in the same step', async () => {
    const heard = heardEvents('coaching-session-cancelled');
    const { element, entryOf, row } = await open();
    const mei = await row('Mei Chen');
    const { relationshipId, session } = await entryOf('Mei Chen');
    await further(element, mei, 'Cancel the session');
    expect(element.shadowRoot?.querySelectorAll('.editor input').length).to.equal(2);
    await send(element);
    await waitUntil(() => textOf(element).includes('Cancelled for 26 November: there is no new date'), 'cancelled');
    expect(heard).to.deep.equal([['coaching-session-cancelled', { relationshipId, sessionId: session?.id }]]);

    const sian = await row('Siân Rees');
    await further(element, sian, 'Cancel the session');
    fill(element, '#time', '09:00');
    await send(element);
    expect(inside(element, '.error-text').textContent, 'a time alone is not dropped').to.contain('Fill this in');
    fill(element, '#date', '2026-12-10');
    await send(element);
    await waitUntil(() => textOf(element).includes('Planned for Thursday 10 December at 09:00'), 'replaced');
    const replaced = await entryOf('Siân Rees');
    expect(heard[1]?.[1]).to.deep.include({ replacementId: replaced.session?.id });
  });

  it('notes who did not come, and asks when nobody is chosen', async () => {
    const { element, entryOf, row } = await open();
    const amelie = await row('Amélie Laurent');
    await further(element, amelie, 'It did not take place');
    await send(element);
    expect(inside(element, '.error-text').textContent).to.contain('Fill this in');
    expect(element.shadowRoot?.activeElement?.getAttribute('name')).to.equal('absence');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'ArrowDown' });
    await send(element);
    await waitUntil(() => textOf(element).includes('Missed on 20 November: there is no new date'), 'missed');
    expect((await entryOf('Amélie Laurent')).reason.missedBy).to.equal('manager');
    await waitUntil(isOnMain(element, amelie), 'the focus stays with the row');
  });

  it('changes for a phase how often the two meet, with a reason for the two only', async () => {
    const heard = heardEvents('coaching-cadence-changed');
    const { coaching, element, entryOf, row } = await open();
    await further(element, await row('Diego Fernández'), 'Change how often you meet');
    expect(inside<HTMLSelectElement>(element, '#cadence').value).to.equal('month 1');
    await expect(element).to.be.accessible();
    fill(element, '#cadence', 'week 2');
    fill(element, '#until', '2026-11-01');
    await send(element);
    await waitUntil(() => textOf(element).includes('Enter an end after the start'), 'the rule is said');
    fill(element, '#until', '2027-01-31');
    fill(element, '#reason', 'New in the role');
    await send(element);
    await folded(element);
    const { relationshipId, cadence } = await entryOf('Diego Fernández');
    expect(cadence).to.deep.equal({ unit: 'week', every: 2 });
    expect(await coaching.relationships.cadenceReason({ relationshipId })).to.equal('New in the role');
    expect(heard).to.deep.equal([['coaching-cadence-changed', { relationshipId }]]);
  });

  it('proposes a focus as the employee, and says that it is proposed', async () => {
    const heard = heardEvents('coaching-focus-proposing', 'coaching-focus-proposed');
    const { element, entryOf } = await open('employee');
    await click(element, '.act');
    await send(element);
    expect(inside(element, '.error-text').textContent).to.contain('Fill this in');
    fill(element, '#focus', 'Saying no in meetings');
    await expect(element).to.be.accessible();
    inside(element, '#focus').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(element).includes('Focus proposed'), 'it says so');
    const { relationshipId, session } = await entryOf('Priya Nair');
    const detail = { relationshipId, sessionId: session?.id };
    // The first was asked for with nothing in the field.
    expect(heard.slice(-2)).to.deep.equal([
      ['coaching-focus-proposing', detail],
      ['coaching-focus-proposed', detail],
    ]);
    expect(JSON.stringify(heard)).not.to.contain('Saying no');
  });

  it('does nothing when the host says no, and keeps what was typed', async () => {
    refuse('coaching-session-rescheduling');
    const { coaching, element, row } = await open();
    const before = await coaching.sessions.agenda();
    await click(element, `${await row('Ben Ashworth')} .act`);
    fill(element, '#date', '2026-12-01');
    await send(element);
    expect(inside<HTMLInputElement>(element, '#date').value).to.equal('2026-12-01');
    expect(await coaching.sessions.agenda()).to.deep.equal(before);
  });

  it('says a failure where it was tried, keeps what was typed, and can be tried again', async () => {
    let tries = 0;
    const { element, row } = await open('manager', (coaching) =>
      withMethods(coaching, {
        'sessions.reschedule': (input: never) =>
          (tries += 1) === 1
            ? Promise.reject(new CoachingError('conflict', 'changed elsewhere'))
            : coaching.sessions.reschedule(input),
      }),
    );
    const ben = await row('Ben Ashworth');
    await click(element, `${ben} .act`);
    fill(element, '#date', '2026-12-01');
    await send(element);
    await waitUntil(() => element.shadowRoot?.querySelector('.editor [data-failure]'), 'the failure shows');
    expect(inside(element, `${ben} [data-failure]`).textContent).to.contain('changed somewhere else');
    expect(inside<HTMLInputElement>(element, '#date').value).to.equal('2026-12-01');
    await expect(element).to.be.accessible();
    await send(element);
    await folded(element);
    expect(element.shadowRoot?.querySelector('[data-failure]')).to.equal(null);
  });

  it('saves once on a double click', async () => {
    let calls = 0;
    const { element, row } = await open('manager', (coaching) =>
      withMethods(coaching, {
        'sessions.reschedule': (input: never) => ((calls += 1), coaching.sessions.reschedule(input)),
      }),
    );
    await click(element, `${await row('Ben Ashworth')} .act`);
    fill(element, '#date', '2026-12-01');
    const button = inside(element, '.editor .button');
    button.click();
    button.click();
    await folded(element);
    expect(calls).to.equal(1);
  });
});
