import { createCoaching, createMemoryStorage, type Coaching } from '@coachkit/core';
import { createDemoCoaching } from '@coachkit/core/demo';
import '@coachkit/elements/dashboard/define';
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';

const demo = (as: string): Promise<Coaching> => createDemoCoaching({ seed: 1, today: '2026-11-24', as });

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let waited = 0; waited < 3000; waited += 20) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never: ${what}`);
}

describe('coaching-dashboard', () => {
  it('says programme, period, who is counted and how many groups are hidden', async () => {
    const coaching = await demo('learning');
    const { element } = await mount('coaching-dashboard', { coaching });
    const overview = await coaching.reports.overview({ unit: 'month' });
    const said = textOf(element);
    expect(said).to.contain('October 2026');
    expect(overview.people.hidden ? '' : said).to.contain(
      overview.people.hidden ? '' : `${overview.people.value} people`,
    );
    expect(said).to.contain(`${overview.hiddenGroups} groups are hidden to protect people`);
    await expect(element).to.be.accessible();
  });

  it('shows in its tables what the report says, and hides what it hides', async () => {
    const coaching = await demo('learning');
    const { element } = await mount('coaching-dashboard', { coaching });
    const { departments } = await coaching.reports.overview({ unit: 'month' });
    const rows = [...(element.shadowRoot?.querySelectorAll('#whether ~ table tbody tr') ?? [])].map(
      (row) => [row.querySelector('th')?.textContent, row.querySelector('.strong, .hidden-cell')?.textContent] as const,
    );
    expect(new Map(rows)).to.deep.equal(
      new Map(
        departments.map(({ name, completion }) => [
          name,
          completion.hidden ? 'hidden to protect people' : `${Math.round(completion.value.rate * 100)}%`,
        ]),
      ),
    );
  });

  it('names no person and no words of a session', async () => {
    const coaching = await demo('learning');
    const { element } = await mount('coaching-dashboard', { coaching });
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    const said = textOf(element);
    for (const { name } of await coaching.directory.people()) expect(said).to.not.contain(name);
  });

  it('goes to another period and tells the host', async () => {
    const { element, provider } = await mount('coaching-dashboard', { coaching: await demo('learning') });
    const told: unknown[] = [];
    provider.addEventListener('coaching-period-changed', ({ detail }: CustomEventInit) => told.push(detail));
    await click(element, '.steps button');
    await until(() => textOf(element).includes('September 2026'), 'the month before');
    expect(told).to.deep.equal([{ unit: 'month', date: '2026-09-01' }]);
    inside(element, '.picker input:not(:checked)').click();
    await until(() => inside(element, '#title').textContent?.includes('Quarter') === true, 'a quarter');
    await expect(element).to.be.accessible();
  });

  it('says of a period that is going on that it is not over', async () => {
    const { element } = await mount('coaching-dashboard', {
      coaching: await demo('learning'),
      properties: { date: '2026-11-24' },
    });
    expect(textOf(element)).to.contain('This period is not over');
  });

  it('follows what is recorded, without a reload', async () => {
    const storage = createMemoryStorage({ tenantId: 'northwind' });
    const manager = await createDemoCoaching({ seed: 1, today: '2026-11-24', as: 'manager', storage });
    const learning = await createDemoCoaching({ seed: 1, today: '2026-11-24', as: 'learning', storage });
    const { element } = await mount('coaching-dashboard', { coaching: learning, properties: { date: '2026-11-24' } });
    const before = inside(element, '.figure .hint').textContent;
    const due = (await manager.sessions.agenda()).entries.find(({ reason }) => reason.kind === 'due');
    await manager.sessions.record({
      relationshipId: due?.relationshipId ?? '',
      date: '2026-11-24',
      durationMinutes: 50,
      focus: { kind: 'role-progression', label: 'Next step' },
      points: ['One', 'Two', 'Three'],
    });
    await until(() => inside(element, '.figure .hint').textContent !== before, 'the count of held sessions rises');
  });

  it('is calm with those who may not see it, and when there is nothing yet', async () => {
    const { element } = await mount('coaching-dashboard', { coaching: await demo('employee') });
    expect(inside(element, '.empty').dataset['kind']).to.equal('not-allowed');
    await expect(element).to.be.accessible();
    const storage = createMemoryStorage({ tenantId: 'new' });
    const person = { id: 'new', name: 'Rosa', timeZone: 'UTC' };
    await storage.commit([{ type: 'put', kind: 'person', id: 'new', body: person, expectedVersion: 0 }]);
    const actor = { tenantId: 'new', personId: 'new', roles: ['programme-admin'] as const };
    const empty = await mount('coaching-dashboard', { coaching: createCoaching({ storage, actor }) });
    await settled(empty.element);
    expect(textOf(empty.element)).to.contain('Too few people').and.not.contain('There is one period');
    // The programme began this month; what is shown at first is the month before, and can be chosen as well.
    const chosen = inside<HTMLSelectElement>(empty.element, '#period').selectedOptions[0]?.textContent;
    expect(chosen).to.equal(inside(empty.element, '#title').textContent);
    await expect(empty.element).to.be.accessible();
  });

  it('tells assistive technology the same', async () => {
    const { element } = await mount('coaching-dashboard', { coaching: await demo('learning') });
    await expectAccessibilityTree(element, 'a month');
  });

  it('prints without what only a screen needs', async () => {
    const { element } = await mount('coaching-dashboard', { coaching: await demo('learning') });
    await emulateMedia({ media: 'print' });
    const printed = [...(element.shadowRoot?.querySelectorAll('.screen-only') ?? [])].filter(
      (each) => each.getClientRects().length > 0,
    );
    await emulateMedia({ media: 'screen' });
    expect(printed.map(({ className }) => className)).to.deep.equal([]);
  });

  it('leaves nothing behind', async () => {
    await expectNoLeak('coaching-dashboard', { coaching: await demo('learning') }, 10);
  });
});
