import { CoachingError, type RefusedChange, type SyncStatus } from '@coachkit/core';
import { attentionCatalogue, syncStatusCatalogue } from '@coachkit/elements';
import '@coachkit/elements/sync-status/define';
import { createFakeSynchronisation, withSynchronisation, type FakeSynchronisation } from '@coachkit/testing/fakes';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { heardEvents, refuse } from '../support/host-page.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { makeStandIn } from '../support/stand-in.ts';
import { openStrictPage } from '../support/strict-page.ts';
import { until } from '../session-form/show-form.ts';

const changes: readonly RefusedChange[] = [
  {
    id: 'r1',
    verb: 'sessions.record',
    input: {
      relationshipId: 'pair-of-tom',
      date: '2026-11-20',
      focus: { kind: 'skill-development', label: 'Negotiation' },
      points: ['Two renewal calls.', 'He offered 8% early.'],
    },
    madeAt: '2026-11-23T17:40:00.000Z',
    reason: 'outside-reporting-line',
  },
  {
    id: 'r2',
    verb: 'actions.update',
    input: { actionId: 'a1', text: 'Sit in on the call' },
    madeAt: '2026-11-24T08:12:00.000Z',
    reason: 'not-in-this-state',
  },
];

async function show(
  status: Partial<SyncStatus>,
  {
    refused = [],
    sync = createFakeSynchronisation(status),
    ...options
  }: {
    refused?: readonly RefusedChange[];
    sync?: FakeSynchronisation;
    properties?: { floating?: boolean; showSaved?: boolean };
    provider?: object;
    into?: Element;
  } = {},
) {
  if (refused.length > 0) sync.refuse(...refused);
  const coaching = withSynchronisation(makeStandIn().coaching, sync);
  const provider = { noSyncStatus: true, ...options.provider };
  const shown = await mount('coaching-sync-status', { coaching, ...options, provider });
  if (sync.getStatus().connection !== 'local') await until(() => Reflect.get(shown.element, 'page'));
  await settled(shown.element);
  return { ...shown, sync };
}

const open = async (element: Element): Promise<void> => {
  await until(() => element.shadowRoot!.querySelector('#show'));
  await click(element, '#show');
  await until(() => element.shadowRoot!.querySelector('.change'));
};

const said = (provider: Element): string => inside(provider, '[role=status]').textContent;

describe('coaching-sync-status', () => {
  it('says nothing where there is no server, and while all is well', async () => {
    expect(textOf((await show({ connection: 'local' })).element)).to.equal('');
    const { element, provider } = await show({});
    expect(textOf(element)).to.equal('');
    expect(element.offsetHeight).to.equal(0);
    expect(said(provider)).to.equal('');
  });

  it('says that all is saved where the host wants that, and that it is on its way', async () => {
    const { element, sync } = await show({}, { properties: { showSaved: true } });
    expect(textOf(element)).to.equal('Saved');
    const height = element.offsetHeight;
    sync.set({ waiting: 2 });
    await settled(element);
    expect(textOf(element)).to.equal('Saving…');
    expect(element.offsetHeight).to.equal(height);
    sync.set({ connection: 'connecting' });
    await settled(element);
    expect(textOf(element)).to.equal('Connecting…');
    await expect(element).to.be.accessible();
  });

  it('says once that one is offline, with what waits, and that one is connected again', async () => {
    const { element, provider, sync } = await show({});
    sync.set({ connection: 'offline' });
    await settled(element);
    expect(textOf(element)).to.equal('You are offline. What you write is kept on this device.');
    sync.set({ waiting: 1 });
    sync.set({ waiting: 3 });
    await settled(element);
    expect(textOf(element)).to.contain('3 changes to send');
    expect(said(provider)).to.equal('You are offline. What you write is kept on this device.');
    await expect(element).to.be.accessible();
    await expectAccessibilityTree(element, 'sync status, offline');
    sync.set({ connection: 'online', waiting: 0 });
    await settled(element);
    expect(textOf(element)).to.equal('');
    expect(said(provider)).to.contain('You are connected again.');
  });

  it('asks the host to let somebody sign in, and takes no focus for it', async () => {
    const heard = heardEvents('coaching-sign-in-wanted');
    const { element, provider, sync } = await show({});
    const field = provider.appendChild(document.createElement('input'));
    field.setAttribute('aria-label', 'Something');
    field.focus();
    sync.set({ connection: 'signed-out', waiting: 1 });
    await settled(element);
    expect(textOf(element)).to.contain('You are signed out. Sign in again to send what you wrote.');
    expect(document.activeElement).to.equal(field);
    await click(element, '.line button');
    expect(heard).to.deep.equal([['coaching-sign-in-wanted', {}]]);
    await expect(element).to.be.accessible();
  });

  describe('with changes that were not accepted', () => {
    it('shows what each was, what was written and why it was refused', async () => {
      const { element, provider } = await show({}, { refused: changes });
      expect(textOf(element)).to.contain('2 changes were not accepted');
      expect(said(provider)).to.equal('2 changes were not accepted');
      await open(element);
      expect(textOf(element))
        .to.contain('Record of a session')
        .and.contain('He offered 8% early.')
        .and.contain('Friday 20 November 2026')
        .and.contain('Only the line manager on that date can do this.')
        .and.contain('Change to an action')
        .and.not.contain('pair-of-tom');
      await expect(element).to.be.accessible();
      await expectAccessibilityTree(element, 'sync status, two refused changes');
    });

    it('sends one again and the focus goes to the next', async () => {
      const heard = heardEvents('coaching-change-retrying', 'coaching-change-retried');
      const { element, provider, sync } = await show({}, { refused: changes });
      await open(element);
      inside(element, '.change .button').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.shadowRoot!.querySelectorAll('li').length === 1);
      expect(sync.asked).to.deep.equal(['retry r1']);
      const detail = { changeId: 'r1', verb: 'sessions.record' };
      expect(heard).to.deep.equal([
        ['coaching-change-retrying', detail],
        ['coaching-change-retried', detail],
      ]);
      expect(element.shadowRoot!.activeElement?.closest('li')?.textContent).to.contain('Change to an action');
      expect(said(provider)).to.contain('Sent again');
    });

    it('asks before one is given up, and the focus comes back when it is kept', async () => {
      const { element, sync } = await show({}, { refused: changes });
      await open(element);
      await click(element, '[id="give-up-r1"]');
      expect(textOf(element)).to.contain('Give this up for good? What you wrote is gone then.');
      expect(element.shadowRoot!.activeElement?.id).to.equal('keep');
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await settled(element);
      expect(element.shadowRoot!.activeElement?.id).to.equal('give-up-r1');
      expect(sync.asked).to.deep.equal([]);
      await click(element, '[id="give-up-r1"]');
      await click(element, '#keep + button');
      await until(() => element.shadowRoot!.querySelectorAll('li').length === 1);
      expect(sync.asked).to.deep.equal(['discard r1']);
    });

    it('says so when nothing is left, until it is closed', async () => {
      const { element, provider } = await show({}, { refused: changes.slice(0, 1) });
      const field = provider.appendChild(document.createElement('input'));
      field.setAttribute('aria-label', 'Something');
      field.focus();
      inside(element, '#show').focus();
      await open(element);
      inside(element, '.change .button').focus();
      await click(element, '.change .button');
      await until(() => textOf(element).includes('Nothing needs attention any more.'));
      expect(element.shadowRoot!.activeElement?.id).to.equal('show');
      await click(element, '#show');
      expect(textOf(element)).to.equal('');
      expect(document.activeElement).to.equal(field);
    });

    it('says why one could not be sent again, and keeps it; the host may say no', async () => {
      const heard = heardEvents('coaching-failed');
      const { element, sync } = await show({}, { refused: changes });
      sync.answer = 'refusing';
      await open(element);
      await click(element, '.change .button');
      await until(() => textOf(element).includes('The server cannot be reached.'));
      expect(heard).to.deep.equal([['coaching-failed', { code: 'unreachable', tag: 'coaching-sync-status' }]]);
      expect(element.shadowRoot!.querySelectorAll('li')).to.have.lengthOf(2);
      await expect(element).to.be.accessible();
      refuse('coaching-change-retrying');
      await click(element, '.change .button');
      expect(sync.asked).to.deep.equal(['retry r1']);
    });

    it('copies what was written as text', async () => {
      const copied: string[] = [];
      const { writeText } = navigator.clipboard;
      navigator.clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
      const { element, provider } = await show({}, { refused: changes });
      await open(element);
      await click(element, '.change .button:nth-of-type(2)');
      await until(() => said(provider).includes('Text copied'));
      navigator.clipboard.writeText = writeText;
      expect(copied[0]).to.contain('Record of a session').and.contain('- Two renewal calls.');
    });

    it('says when the list cannot be read, and reads it at the next try', async () => {
      const sync = createFakeSynchronisation();
      let isGone = true;
      const { refused } = sync;
      Object.assign(sync, {
        refused: () => (isGone ? Promise.reject(new CoachingError('storage-unavailable', 'gone')) : refused()),
      });
      const { element } = await show({}, { refused: changes, sync });
      await click(element, '#show');
      await until(() => textOf(element).includes('Nothing can be read or saved just now.'));
      isGone = false;
      await click(element, '[data-failure] button');
      await until(() => element.shadowRoot!.querySelector('.change'));
    });
  });

  describe('floating', () => {
    it('can be closed, gives the focus back, and comes again for something else', async () => {
      const { element, provider, sync } = await show({ connection: 'offline' }, { properties: { floating: true } });
      const field = provider.appendChild(document.createElement('input'));
      field.setAttribute('aria-label', 'Something');
      field.focus();
      inside(element, '.button-icon').focus();
      await sendKeys({ press: 'Escape' });
      await settled(element);
      expect(textOf(element)).to.equal('');
      expect(document.activeElement).to.equal(field);
      sync.set({ waiting: 4 });
      await settled(element);
      expect(textOf(element)).to.equal('');
      sync.set({ connection: 'signed-out' });
      await settled(element);
      expect(textOf(element)).to.contain('You are signed out.');
      await expect(element).to.be.accessible();
    });
  });

  it('is spoken in another language as a whole', async () => {
    const messages = pseudoLanguage([syncStatusCatalogue, attentionCatalogue], 'ar-XB');
    const { element } = await show(
      { connection: 'signed-out', waiting: 2 },
      { refused: changes, provider: { locale: 'ar-XB', messages } },
    );
    await open(element);
    expect(inside(element, '.coaching').dir).to.equal('rtl');
    for (const each of element.shadowRoot!.querySelectorAll('button, .hint:not(.rows *)'))
      expect(each.textContent.trim()).to.match(/^\[.*\]$/s);
  });

  it('runs under the strict policy', async () => {
    const page = await openStrictPage([
      'packages/elements/dist/sync-status/define.js',
      'packages/elements/dist/provider/define.js',
    ]);
    const { element } = await show({ connection: 'offline', waiting: 2 }, { into: page.body });
    expect(textOf(element)).to.contain('You are offline.');
  });

  it('leaves nothing behind', () =>
    expectNoLeak('coaching-sync-status', {
      coaching: withSynchronisation(makeStandIn().coaching, createFakeSynchronisation({ connection: 'offline' })),
      provider: { noSyncStatus: true },
    }));
});
