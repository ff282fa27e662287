import { CoachingError } from '@coachkit/core';
import { agendaCatalogue, termsCatalogue } from '@coachkit/elements';
import '@coachkit/elements/agenda/define';
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { heardEvents } from '../support/host-page.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { makeStandIn } from '../support/stand-in.ts';
import { openStrictPage } from '../support/strict-page.ts';
import { agendaOf, everyGroup, pair, planned } from './sample-agenda.ts';

async function show(agenda = everyGroup, properties = {}) {
  const { coaching, live, queries } = makeStandIn();
  live('agenda').ready(agenda);
  const shown = await mount('coaching-agenda', { coaching, properties });
  return { ...shown, live, queries };
}

const focused = (element: Element) => element.shadowRoot?.activeElement;

describe('coaching-agenda', () => {
  it('groups by how pressing it is, and says why in words', async () => {
    const { element } = await show();
    const headings = [...element.shadowRoot!.querySelectorAll('h3')].map(({ textContent }) => textContent);
    expect(headings).to.deep.equal(['Due now', 'This week', 'Later', 'On leave']);
    expect(textOf(element))
      .to.contain('Tom Okafor')
      .and.contain('Draft begun')
      .and.contain('11 days overdue; last met 20 October')
      .and.contain('Planned for Thursday 26 November at 10:00')
      .and.contain('Away until 4 December');
    await expect(element).to.be.accessible();
    await expectAccessibilityTree(element, 'agenda, every group');
  });

  it('leaves out a group in which nobody is', async () => {
    const { element } = await show(agendaOf(pair()));
    expect(element.shadowRoot?.querySelectorAll('[role=group]').length).to.equal(1);
  });

  it('asks for the agenda of another person when it is told to', async () => {
    const { queries } = await show(everyGroup, { personId: 'carlos' });
    expect(queries).to.deep.include({ name: 'agenda', personId: 'carlos' });
  });

  it('shows the pair in which the reader is coached to read, with a focus to propose', async () => {
    const { element } = await show();
    const row = inside(element, '[data-id=own]');
    expect(row.textContent).to.contain('Carlos Méndez').and.contain('Your manager');
    expect([...row.querySelectorAll('button')].map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Propose a focus',
    ]);
  });

  it('asks the host for the form, with the session where one is planned', async () => {
    const heard = heardEvents('coaching-session-requested');
    const { element, live } = await show(agendaOf(pair()));
    await click(element, '.act');
    live('agenda').ready(
      agendaOf(pair({ session: planned('2026-11-24'), reason: { kind: 'planned', date: '2026-11-24', days: 0 } })),
    );
    await settled(element);
    await click(element, '.act');
    expect(heard).to.deep.equal([
      ['coaching-session-requested', { relationshipId: 'pair' }],
      ['coaching-session-requested', { relationshipId: 'pair', sessionId: 's-2026-11-24' }],
    ]);
  });

  it('does not hand a session that fell through to the form', async () => {
    const heard = heardEvents('coaching-session-requested');
    const { element } = await show(
      agendaOf(
        pair({
          session: planned('2026-11-20', { status: 'missed' }),
          reason: { kind: 'missed', date: '2026-11-20', days: 4 },
        }),
      ),
    );
    await click(element, '.further');
    await click(element, '.choices button');
    expect(heard).to.deep.equal([['coaching-session-requested', { relationshipId: 'pair' }]]);
  });

  describe('with the keyboard', () => {
    it('moves between the main buttons', async () => {
      const { element } = await show();
      const buttons = [...element.shadowRoot!.querySelectorAll('.act')];
      element.focus();
      expect(focused(element)).to.equal(buttons[0]);
      await sendKeys({ press: 'ArrowDown' });
      expect(focused(element)).to.equal(buttons[1]);
      await sendKeys({ press: 'ArrowUp' });
      await sendKeys({ press: 'ArrowUp' });
      expect(focused(element)).to.equal(buttons[0]);
      await sendKeys({ press: 'End' });
      expect(focused(element)).to.equal(buttons.at(-1));
      await sendKeys({ press: 'Home' });
      expect(focused(element)).to.equal(buttons[0]);
    });

    it('opens with Enter, folds up with Escape, and leads back to the button that was used', async () => {
      const { element } = await show();
      inside(element, '[data-id=mei] .act').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(focused(element)?.id).to.equal('date');
      await sendKeys({ press: 'Escape' });
      await settled(element);
      expect(element.shadowRoot?.querySelector('form')).to.equal(null);
      expect(focused(element)).to.equal(inside(element, '[data-id=mei] .act'));
    });

    it('goes through the further things to do and back to the three dots', async () => {
      const { element } = await show();
      inside(element, '.further').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(focused(element)?.textContent.trim()).to.equal('Plan');
      expect(inside(element, '.further').getAttribute('aria-expanded')).to.equal('true');
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(focused(element)?.id).to.equal('date');
      await sendKeys({ press: 'Escape' });
      await settled(element);
      expect(focused(element)).to.equal(inside(element, '.further'));
    });
  });

  describe('with nothing to show', () => {
    it('says how somebody comes to be on it', async () => {
      const { element } = await show(agendaOf());
      expect(textOf(element)).to.contain('Nobody to coach yet');
      expect(inside(element, '.empty').dataset['kind']).to.equal('nothing-yet');
      await expect(element).to.be.accessible();
    });

    it('says that it is not the reader’s', async () => {
      const { element, live } = await show();
      live('agenda').fail(new CoachingError('not-found', ''));
      await settled(element);
      expect(inside(element, '.empty').dataset['kind']).to.equal('not-allowed');
      expect(textOf(element)).not.to.contain('Tom Okafor');
      await expect(element).to.be.accessible();
    });

    it('keeps its height while it loads', async () => {
      const { coaching, live } = makeStandIn();
      const mounted = mount('coaching-agenda', { coaching });
      await new Promise((resolve) => setTimeout(resolve, 50));
      const element = document.querySelector('coaching-agenda')!;
      expect(element.shadowRoot?.querySelectorAll('.skeleton > *').length).to.equal(6);
      await expect(element).to.be.accessible();
      live('agenda').ready(everyGroup);
      await mounted;
    });

    it('keeps what was shown when it cannot be loaded again, and tries again', async () => {
      const { element, live } = await show();
      live('agenda').fail(new CoachingError('storage-unavailable', ''), everyGroup);
      await settled(element);
      expect(textOf(element)).to.contain('Nothing can be read').and.contain('Tom Okafor');
      await expect(element).to.be.accessible();
      await click(element, '[data-failure] button');
      expect(live('agenda').refreshes).to.equal(1);
    });
  });

  for (const locale of ['en-XA', 'ar-XB'] as const) {
    it(`has every word from the catalogue and fits into 280 px, in ${locale}`, async () => {
      const { coaching, live } = makeStandIn();
      live('agenda').ready(everyGroup);
      const messages = pseudoLanguage([agendaCatalogue, termsCatalogue], locale);
      const { element, provider } = await mount('coaching-agenda', { coaching, provider: { locale, messages } });
      provider.style.cssText = 'display: block; inline-size: 280px';
      for (const act of ['.further', '.choices :last-child']) await click(element, act);
      const words = [
        ...inside(element, '.agenda').querySelectorAll('button, h3, label, .why, .hint:not([aria-hidden])'),
      ]
        .map(({ textContent }) => textContent.trim())
        .filter((text) => text !== '');
      expect(words.filter((text) => !text.includes('['))).to.deep.equal([]);
      expect(inside(element, '.coaching').scrollWidth).to.be.at.most(280);
      await expect(element).to.be.accessible();
    });
  }

  it('has targets of 24 px or more', async () => {
    const { element } = await show();
    await click(element, '[data-id=mei] .further');
    for (const button of element.shadowRoot!.querySelectorAll('button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.textContent).to.be.at.least(24);
    }
  });

  it('is accessible in the dark and in forced colours', async () => {
    await emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    const { element } = await show();
    await expect(element).to.be.accessible();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });

  it('runs under the strict policy, without a style attribute', async () => {
    const page = await openStrictPage([
      'packages/elements/dist/agenda/define.js',
      'packages/elements/dist/provider/define.js',
    ]);
    const { coaching, live } = makeStandIn();
    live('agenda').ready(everyGroup);
    const { element } = await mount('coaching-agenda', { coaching, into: page.body });
    await click(element, '[data-id=mei] .act');
    expect(element.shadowRoot?.querySelectorAll('[style]').length).to.equal(0);
  });

  it('leaves nothing behind', async () => {
    const { coaching, live } = makeStandIn();
    live('agenda').ready(everyGroup);
    await expectNoLeak('coaching-agenda', { coaching });
    expect(live('agenda').subscribers).to.equal(0);
  });
});
