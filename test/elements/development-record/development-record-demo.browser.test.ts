import type { Coaching, Storage } from '@coachkit/core';
import { createMemoryStorage } from '@coachkit/adapters/storage/memory';
import { createDemoCoaching, demoTenantId } from '@coachkit/core/demo';
import type { CoachingDevelopmentRecord } from '@coachkit/elements';
import '@coachkit/elements/development-record/define';
import { expect } from '@open-wc/testing';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';
import { titles } from './show-record.ts';

const today = '2026-11-24';

async function until(element: CoachingDevelopmentRecord, isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await settled(element);
  }
  expect(isSo()).to.equal(true);
}

describe('coaching-development-record on the sample organisation', () => {
  let storage: Storage;
  let manager: Coaching;
  let employee: Coaching;

  before(async () => {
    storage = createMemoryStorage({ tenantId: demoTenantId });
    manager = await createDemoCoaching({ today, as: 'manager', storage });
    employee = await createDemoCoaching({ today, as: 'employee', storage });
  });

  it("shows the employee's own record without being told whose", async () => {
    const { element } = await mount('coaching-development-record', { coaching: employee });
    const record = await employee.development.record();
    expect(inside(element, 'h2').textContent).to.equal(record.employee.name);
    expect(titles(element)).to.have.length(Math.min(record.entries.length, 50));
    expect(element.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(record.skills.length);
    expect(record.goals.length).to.be.greaterThan(0);
    await expect(element).to.be.accessible();
  });

  it('adds a goal with a skill of the framework, marks it as reached and takes that back', async () => {
    const { element } = await mount('coaching-development-record', { coaching: employee });
    await click(element, '#add');
    inside<HTMLInputElement>(element, '#goal').value = 'Lead the Alder renewal';
    inside<HTMLInputElement>(element, '#target').value = '2026-11-30';
    const skill = inside<HTMLInputElement>(element, '#skill');
    skill.value = 'neg';
    skill.dispatchEvent(new InputEvent('input'));
    await until(element, () => skill.getAttribute('aria-expanded') === 'true');
    inside(element, '#skill-0').dispatchEvent(new MouseEvent('mousedown', { cancelable: true }));
    inside(element, '#goal').closest('form')!.requestSubmit();
    await until(element, () => textOf(element).includes('Lead the Alder renewal by 30 November'));
    const first = () => inside(element, '.goal .said').textContent.trim();
    expect(first()).to.equal('Lead the Alder renewal');
    await click(element, '.goal button');
    await until(element, () => first() !== 'Lead the Alder renewal');
    expect(textOf(element)).to.contain('1 goal reached');
    await click(element, '#undo');
    await until(element, () => first() === 'Lead the Alder renewal');
  });

  it('refuses a date that has passed, in words, under the field', async () => {
    const { element } = await mount('coaching-development-record', { coaching: employee });
    await click(element, '#add');
    inside<HTMLInputElement>(element, '#goal').value = 'Too late';
    inside<HTMLInputElement>(element, '#target').value = '2026-11-23';
    inside(element, '#goal').closest('form')!.requestSubmit();
    await until(element, () => inside(element, '#target-say').textContent.includes('Enter a date from today on'));
  });

  it('shows the same record to the manager, and nothing of it to anybody else', async () => {
    const employeeId = employee.actor.personId;
    const shown = await mount('coaching-development-record', { coaching: manager, properties: { employeeId } });
    expect(textOf(shown.element)).to.contain('as the current manager, can read this.');
    shown.unmount();
    const stranger = await createDemoCoaching({ today, as: 'learning', storage });
    const { element } = await mount('coaching-development-record', { coaching: stranger, properties: { employeeId } });
    expect(textOf(element)).to.contain('There is nothing here for you to read');
  });
});
