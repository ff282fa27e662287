import { CoachingError, type SessionRecord } from '@coachkit/core';
import { sessionViewCatalogue, termsCatalogue } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { asPerson, heardEvents } from '../support/host-page.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { makeStandIn } from '../support/stand-in.ts';
import { openStrictPage } from '../support/strict-page.ts';
import { priya, sampleSession, tom } from './sample-session.ts';
import { show } from './show-session.ts';

describe('coaching-session-view', () => {
  describe('a saved record', () => {
    it('reads like a page: focus, facts, points, what became of actions, what was agreed', async () => {
      const { element } = await show(sampleSession());
      expect(inside(element, 'h2').textContent).to.equal('Negotiation');
      expect(textOf(element))
        .to.contain('Tuesday 24 November 2026')
        .and.contain('50 minutes')
        .and.contain('with Priya Nair')
        .and.contain('Skill development')
        .and.contain('Skill: Negotiation')
        .and.contain('You suggested: “Holding the price at renewal”')
        .and.contain('With Northwind he offered 8% before they had asked for anything.')
        .and.contain('Ask Elena for two recorded renewal calls Priya NairKept until 4 December')
        .and.contain('An action that is no longer there Dropped')
        .and.contain('Not delivered: the learning system could not be reached')
        .and.contain('due 20 November, 4 days ago')
        .and.contain('Priya Nair and Tom OkaforL&D sees counts, never words.');
      await expect(element).to.be.accessible();
      await expectAccessibilityTree(element, 'session view, employee');
    });

    it('names the other person to the manager, who may correct it', async () => {
      const { element } = await show(sampleSession(), { as: priya.id });
      expect(textOf(element)).to.contain('with Tom Okafor').and.contain('Tom Okafor suggested');
      const heard = heardEvents('coaching-correction-requested');
      await click(element, 'header button');
      expect(heard).to.deep.equal([['coaching-correction-requested', { sessionId: 's1', relationshipId: 'pair' }]]);
      await expect(element).to.be.accessible();
    });

    it('leaves out what the reader may not do', async () => {
      const { element } = await show(sampleSession({ canCorrect: false, canComment: false }), { as: priya.id });
      expect(element.shadowRoot?.querySelector('header button')).to.equal(null);
      expect(element.shadowRoot?.querySelector('form')).to.equal(null);
    });

    it('shows what corrections changed, side by side, and who made them', async () => {
      const { element } = await show(sampleSession());
      const details = inside<HTMLDetailsElement>(element, 'details');
      expect(details.open).to.equal(false);
      expect(inside(element, 'summary').textContent).to.contain('2 earlier wordings');
      details.open = true;
      const [latest, first] = details.querySelectorAll('li');
      const sides = (item: Element | undefined) =>
        [...item!.querySelectorAll('dl > div')].map((side) =>
          [...side.children].map(({ textContent }) => textContent.trim()),
        );
      expect(sides(latest)).to.deep.equal([
        ['Before', 'He always gives the discount before the customer asks.'],
        ['After', 'With Northwind he offered 8% before they had asked for anything.'],
      ]);
      expect(sides(first)).to.deep.equal([
        ['Before', 'Discounts', 'Performance goals'],
        ['After', 'Negotiation', 'Skill development', 'He wants to name the trade-off first, then wait for an answer.'],
      ]);
      expect(latest!.textContent).to.contain('Corrected by Priya Nair').and.contain('2 points stayed as they are');
      await expect(element).to.be.accessible();
    });

    it('says so when a correction left the words alone', async () => {
      const { content, versions } = sampleSession();
      const { element } = await show(sampleSession({ versions: [{ ...versions[0]!, ...content, id: 's1.2' }] }));
      expect(textOf(element)).to.contain('1 earlier wording').and.contain('The words are the same');
    });

    it('shows text from people and from the catalogue as text', async () => {
      const record = sampleSession();
      const nasty = '<img src=x onerror=alert(1)>';
      const { element } = await show({ ...record, content: { ...record.content!, points: [nasty] } });
      expect(inside(element, '.points li').textContent).to.equal(nasty);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    });
  });

  describe('what is not a record to read', () => {
    const at = (status: SessionRecord['session']['status'], session = {}, rest = {}) => {
      const record = sampleSession();
      const { content: _words, ...others } = record;
      return { ...others, versions: [], receipts: [], session: { ...record.session, status, ...session }, ...rest };
    };

    it('is told in words: planned, missed, cancelled, excused', async () => {
      const said = async (record: SessionRecord) => {
        const { element, unmount } = await show(record);
        const text = textOf(element);
        await expect(element).to.be.accessible();
        unmount();
        return text;
      };
      const proposed = { content: { id: 's1', proposedFocus: 'Saying no', points: [], reviews: [] } };
      expect(await said(at('planned', {}, proposed)))
        .to.contain('Planned session Tuesday 24 November 2026, 10:00')
        .and.contain('You suggested: “Saying no”')
        .and.contain('Nothing is written yet');
      expect(await said(at('missed', { missedBy: 'manager' }))).to.contain('Priya Nair did not come');
      expect(await said(at('missed', { missedBy: 'both' }))).to.contain('Neither of the two came');
      expect(await said(at('cancelled'))).to.contain('It has no new date yet.');
      expect(await said(at('cancelled', { replacedBy: 's2' }))).to.contain('It has a new date.');
      expect(await said(at('excused'))).to.contain('It does not count as missed.');
    });

    it('keeps the words from whoever may only know the date', async () => {
      const { element } = await show(at('recorded', {}, { actions: [], comments: [], canComment: false }));
      expect(textOf(element)).to.contain('What was written is not shown here').and.contain('Recorded session');
      expect(inside(element, '.empty').dataset['kind']).to.equal('not-allowed');
    });

    it('says the same for what does not exist and for what is not yours, and drops what was shown', async () => {
      const texts: string[] = [];
      for (const code of ['not-found', 'forbidden'] as const) {
        const { element, live, unmount } = await show(sampleSession());
        live('session').fail(new CoachingError(code, 'secret'), sampleSession());
        await settled(element);
        texts.push(textOf(element));
        await expect(element).to.be.accessible();
        unmount();
      }
      expect(texts[0]).to.equal(
        'There is nothing here for you to read This session does not exist, or is not yours to see.',
      );
      expect(texts[1]).to.equal(texts[0]);
    });

    it('says that no session is chosen, and asks for none', async () => {
      const stand = makeStandIn();
      const { element } = await mount('coaching-session-view', { coaching: stand.coaching });
      expect(textOf(element)).to.equal('No session is chosen');
      expect(stand.queries).to.deep.equal([]);
    });

    it('holds the place while it loads, and keeps what it had when newer data cannot be had', async () => {
      const stand = makeStandIn();
      const element = document.createElement('coaching-session-view');
      Object.assign(element, { coaching: asPerson(stand.coaching, tom.id), sessionId: 's1' });
      document.body.append(element);
      await element.updateComplete;
      expect(inside(element, '.skeleton').children).to.have.length(8);
      await expect(element).to.be.accessible();
      stand.live('session').fail(new CoachingError('storage-unavailable', '', { retryable: true }), sampleSession());
      await element.updateComplete;
      expect(textOf(element)).to.contain('Nothing can be read or saved just now.').and.contain('What you talked about');
      await expect(element).to.be.accessible();
      element.remove();
    });
  });

  it('runs under the strict policy, in every state', async () => {
    const page = await openStrictPage([
      'packages/elements/dist/provider/define.js',
      'packages/elements/dist/session-view/define.js',
    ]);
    const { element, live } = await show(sampleSession(), {
      into: page.body,
      methods: { 'actions.update': () => Promise.reject(new CoachingError('conflict', '')) },
    });
    expect(getComputedStyle(inside(element, 'h2')).fontSize).to.equal('24px');
    await click(element, '.act');
    await click(element, '#add');
    live('session').fail(new CoachingError('storage-unavailable', ''), sampleSession());
    await settled(element);
    live('session').fail(new CoachingError('not-found', ''));
    await settled(element);
    expect(textOf(element)).to.contain('There is nothing here for you to read');
  });

  it('has every word from the catalogues, at every width, in both directions', async () => {
    for (const locale of ['en-XA', 'ar-XB'] as const) {
      const stand = makeStandIn();
      stand.live('session').ready(sampleSession());
      const messages = pseudoLanguage([sessionViewCatalogue, termsCatalogue], locale);
      const { element, unmount } = await mount('coaching-session-view', {
        coaching: asPerson(stand.coaching, tom.id),
        properties: { sessionId: 's1' },
        provider: { locale, messages },
      });
      for (const width of [280, 320, 480, 720, 1080]) {
        element.style.inlineSize = `${width}px`;
        const box = inside(element, '.coaching');
        expect(box.scrollWidth, `${locale} ${width}`).to.be.at.most(width);
      }
      for (const heading of element.shadowRoot!.querySelectorAll('h3, summary, button, label')) {
        expect(heading.textContent.trim()).to.match(/^\[.*\]$/);
      }
      await expect(element).to.be.accessible();
      unmount();
    }
  });

  it('prints as a clean page: the record, without what only a screen needs', async () => {
    const { element } = await show(sampleSession());
    await emulateMedia({ media: 'print' });
    const isShown = (selector: string) => inside(element, selector).getClientRects().length > 0;
    expect(isShown('.points')).to.equal(true);
    expect(isShown('#readers')).to.equal(true);
    for (const selector of ['header .button', 'form', '.act', '#add', '#receipts', 'details']) {
      expect(isShown(selector), selector).to.equal(false);
    }
    await emulateMedia({ media: 'screen' });
  });

  it('leaves nothing behind', () => {
    const stand = makeStandIn();
    stand.live('session').ready(sampleSession());
    return expectNoLeak('coaching-session-view', {
      coaching: asPerson(stand.coaching, tom.id),
      properties: { sessionId: 's1' },
    });
  });
});
