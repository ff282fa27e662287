import { CoachingError, invalidInput, type ConflictView, type ResolveConflictInput } from '@coachkit/core';
import { conflictsCatalogue, sessionViewCatalogue, termsCatalogue } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { heardEvents, refuse } from '../support/host-page.ts';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { makeStandIn } from '../support/stand-in.ts';
import { until } from '../session-form/show-form.ts';
import { sampleSession, tom } from './sample-session.ts';
import { saved, show } from './show-session.ts';

const base = {
  entityId: 's1',
  relationshipId: 'pair',
  employeeId: 'tom',
  managerId: 'priya',
  authorId: 'tom',
} as const;
const at = '2026-11-24T10:42:00.000Z';

const ofPoints: ConflictView = {
  conflict: {
    ...base,
    id: 'k1',
    entityKind: 'sessionContent',
    field: 'points',
    other: ['He led two calls.', 'He offered 8% late.'],
    at,
  },
  current: ['He led two calls.', 'He offered 8% early.'],
  author: tom,
  canResolve: true,
};
const ofDate: ConflictView = {
  conflict: { ...base, id: 'k2', entityKind: 'action', entityId: 'a1', field: 'dueDate', other: '2026-12-04', at },
  current: '2026-11-27',
  author: tom,
  canResolve: true,
};
const ofText: ConflictView = {
  conflict: { ...base, id: 'k3', entityKind: 'action', entityId: 'a2', field: 'text', other: 'Sit in on both', at },
  current: 'Sit in on the Alder call',
  author: tom,
  canResolve: true,
};

const removed: ConflictView = {
  conflict: { ...base, id: 'k4', entityKind: 'sessionContent', field: 'proposedFocus', at },
  current: 'Holding the price',
  author: tom,
  canResolve: true,
};

/** Shows a record with conflicts; what was chosen, and the way to take one away. */
async function showConflicts(
  conflicts: readonly ConflictView[],
  resolve?: (input: ResolveConflictInput) => Promise<unknown>,
) {
  const chosen: ResolveConflictInput[] = [];
  const shown = await show(sampleSession({ conflicts }), {
    methods: {
      'conflicts.resolve': (input: ResolveConflictInput) => {
        chosen.push(input);
        if (resolve) return resolve(input);
        const left = conflicts.filter(({ conflict }) => !chosen.some(({ conflictId }) => conflictId === conflict.id));
        shown.live('session').ready(sampleSession({ conflicts: left }));
        return saved({ conflictId: input.conflictId });
      },
    },
  });
  await until(() => shown.element.shadowRoot!.querySelector('.conflict'));
  return { ...shown, chosen };
}

const row = (element: Element, id: string): HTMLElement => inside(element, `[data-conflict="${id}"]`);

describe('two versions in coaching-session-view', () => {
  it('stand side by side, with what differs, who wrote the other one and when', async () => {
    const { element } = await showConflicts([ofPoints, ofDate, removed]);
    expect(textOf(element)).to.contain('Both versions are kept until one of you chooses.');
    const points = row(element, 'k1');
    expect([...points.querySelectorAll('mark')].map((mark) => mark.textContent)).to.deep.equal(['early', 'late']);
    expect(points.textContent).to.contain('You').and.contain('24 November 2026 at 10:42');
    expect(row(element, 'k2').textContent)
      .to.contain('Due date of an action')
      .and.contain('Draft three trade-off questions for the Alder call')
      .and.contain('Friday 27 November 2026')
      .and.contain('Friday 4 December 2026');
    expect(row(element, 'k2').querySelector('form, [id^=merge]')).to.equal(null);
    expect(row(element, 'k4').textContent).to.contain('Removed');
    await expect(element).to.be.accessible();
    await expectAccessibilityTree(element, 'session view, three conflicts');
  });

  it('are not there where there are none', async () => {
    const { element } = await show(sampleSession());
    expect(element.shadowRoot!.querySelector('.conflicts')).to.equal(null);
  });

  it('one is chosen by the keyboard; the host is asked and told, and the focus goes on', async () => {
    const heard = heardEvents('coaching-conflict-resolving', 'coaching-conflict-resolved');
    const { element, provider, chosen } = await showConflicts([ofPoints, ofDate]);
    const [keep, take] = row(element, 'k1').querySelectorAll('button');
    expect(keep!.getAttribute('aria-label')).to.equal('Keep this one: What you talked about');
    take!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !element.shadowRoot!.querySelector('[data-conflict=k1]'));
    await settled(element);
    expect(chosen).to.deep.equal([{ conflictId: 'k1', take: 'other' }]);
    const detail = { conflictId: 'k1', take: 'other' };
    expect(heard).to.deep.equal([
      ['coaching-conflict-resolving', detail],
      ['coaching-conflict-resolved', detail],
    ]);
    expect(inside(provider, '[role=status]').textContent).to.contain('The other version is used now');
    expect(element.shadowRoot!.activeElement?.closest('[data-conflict]')?.getAttribute('data-conflict')).to.equal('k2');
    row(element, 'k2').querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !element.shadowRoot!.querySelector('.conflicts'));
    expect(chosen[1]).to.deep.equal({ conflictId: 'k2', take: 'current' });
    expect(element.shadowRoot!.activeElement).not.to.equal(null);
  });

  it('one is made of both points, with what each has; an empty one is left out', async () => {
    const { element, chosen } = await showConflicts([ofPoints]);
    await click(element, '[id="merge-k1"]');
    const fields = [...element.shadowRoot!.querySelectorAll<HTMLTextAreaElement>('.merge textarea')];
    expect(fields.map(({ value }) => value)).to.deep.equal([
      'He led two calls.',
      'He offered 8% early.',
      'He offered 8% late.',
    ]);
    expect(element.shadowRoot!.activeElement).to.equal(fields[0]);
    await expect(element).to.be.accessible();
    fields[1]!.value = ' ';
    fields[2]!.value = 'He offered 8% early, then late.';
    inside<HTMLFormElement>(element, '.merge').requestSubmit();
    await until(() => !element.shadowRoot!.querySelector('.conflicts'));
    expect(chosen).to.deep.equal([
      { conflictId: 'k1', take: 'merged', value: ['He led two calls.', 'He offered 8% early, then late.'] },
    ]);
  });

  it('one is made of both texts of an action, on one line; Escape closes the editor and leads back', async () => {
    const { element, chosen } = await showConflicts([ofText]);
    await click(element, '[id="merge-k3"]');
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(element.shadowRoot!.activeElement?.id).to.equal('merge-k3');
    await click(element, '[id="merge-k3"]');
    const field = inside<HTMLTextAreaElement>(element, '.merge textarea');
    expect(field.value).to.equal('Sit in on the Alder call\nSit in on both');
    inside<HTMLFormElement>(element, '.merge').requestSubmit();
    await settled(element);
    expect(chosen[0]).to.deep.include({ take: 'merged', value: 'Sit in on the Alder call Sit in on both' });
  });

  it('that could not be chosen says why, keeps both, and can be tried again', async () => {
    const heard = heardEvents('coaching-failed');
    const errors = [invalidInput('points', 'too-many', 5), new CoachingError('not-in-this-state', 'too late')];
    const { element, provider } = await showConflicts([ofPoints], () => Promise.reject(errors.shift()));
    await click(element, '[id="merge-k1"]');
    inside<HTMLFormElement>(element, '.merge').requestSubmit();
    await until(() => textOf(element).includes('Keep to 5 at most'));
    expect(element.shadowRoot!.querySelectorAll('.merge textarea')).to.have.lengthOf(3);
    await expect(element).to.be.accessible();
    row(element, 'k1').querySelector('button')!.click();
    await until(() => textOf(element).includes('This has changed meanwhile and can no longer be done.'));
    expect(textOf(element)).not.to.contain('Keep to 5 at most');
    expect(inside(provider, '[role=status]').textContent).to.contain('can no longer be done');
    expect(heard.map(([, detail]) => detail)).to.deep.equal([
      { code: 'invalid-input', tag: 'coaching-session-view' },
      { code: 'not-in-this-state', tag: 'coaching-session-view' },
    ]);
  });

  it('are chosen once on a double click, and not at all when the host says no', async () => {
    const { element, chosen } = await showConflicts([ofPoints], async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return saved({});
    });
    const [keep] = row(element, 'k1').querySelectorAll('button');
    keep!.click();
    keep!.click();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(chosen).to.have.lengthOf(1);
    refuse('coaching-conflict-resolving');
    keep!.click();
    await settled(element);
    expect(chosen).to.have.lengthOf(1);
  });

  it('hold in the narrowest place, from right to left, in words of another language', async () => {
    const stand = makeStandIn();
    stand.live('session').ready(sampleSession({ conflicts: [ofPoints, ofText] }));
    const column = document.body.appendChild(document.createElement('div'));
    column.style.inlineSize = '280px';
    const { element } = await mount('coaching-session-view', {
      coaching: stand.coaching,
      properties: { sessionId: 's1' },
      provider: {
        locale: 'ar-XB',
        messages: pseudoLanguage([conflictsCatalogue, sessionViewCatalogue, termsCatalogue], 'ar-XB'),
      },
      into: column,
    });
    await until(() => element.shadowRoot!.querySelector('.conflict'));
    for (const button of element.shadowRoot!.querySelectorAll('.conflict button'))
      expect(button.textContent.trim()).to.match(/^\[.*\]$/s);
    expect(inside(element, '.coaching').scrollWidth).to.be.at.most(280);
    column.remove();
  });
});

describe('two versions of an action in coaching-action-list', () => {
  it('are asked for where there is a server, and shown above the list', async () => {
    const stand = makeStandIn();
    stand.sync.set({ connection: 'online' });
    const [view] = sampleSession().actions;
    stand.live('actions').ready({ today: '2026-11-24', actions: [view!] } as never);
    stand.live('conflicts').ready([ofDate, ofPoints]);
    await import('@coachkit/elements/action-list/define');
    const { element } = await mount('coaching-action-list', {
      coaching: stand.coaching,
      provider: { noSyncStatus: true },
    });
    await until(() => element.shadowRoot!.querySelector('.conflict'));
    expect(element.shadowRoot!.querySelectorAll('.conflict')).to.have.lengthOf(1);
    expect(textOf(element)).to.contain('Due date of an action');
    await expect(element).to.be.accessible();
  });

  it('are not asked for without a server', async () => {
    const stand = makeStandIn();
    stand.live('actions').ready({ today: '2026-11-24', actions: [] } as never);
    await import('@coachkit/elements/action-list/define');
    await mount('coaching-action-list', { coaching: stand.coaching });
    expect(stand.queries.map((query) => Reflect.get(query, 'name'))).to.deep.equal(['actions']);
  });
});
