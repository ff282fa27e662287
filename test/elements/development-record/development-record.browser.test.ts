import { CoachingError } from '@coachkit/core';
import { developmentRecordCatalogue, termsCatalogue } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { priya, tom } from '../session-view/sample-session.ts';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { asPerson, heardEvents, refuse } from '../support/host-page.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { makeStandIn } from '../support/stand-in.ts';
import { openStrictPage } from '../support/strict-page.ts';
import { longRecord, sampleRecord } from './sample-record.ts';
import { catchFiles, show, titles, until } from './show-record.ts';

describe('coaching-development-record', () => {
  it('shows goals first, then skills by counts, then what has happened by month, newest first', async () => {
    const { element } = await show(sampleRecord());
    const headings = [...element.shadowRoot!.querySelectorAll('h2, h3, h4')].map(({ textContent }) => textContent);
    expect(headings).to.deep.equal([
      'Tom Okafor',
      'Goals',
      'Skills practised',
      'What has happened',
      'November 2026',
      'October 2026',
      'December 2025',
    ]);
    expect(titles(element)).to.deep.equal([
      'Holding the price at renewal',
      'Negotiation fundamentals',
      'Shadow the pricing call with Northwind',
      'Discovery questions',
      'A course that is no longer in the catalogue',
      'Coaching session',
    ]);
    expect(textOf(element))
      .to.contain('Lead a renewal alone by 31 March 2027')
      .and.contain('2 sessions, the last on 24 November')
      .and.contain('Next: Draft three trade-off questions for the Alder call')
      .and.contain('You and your current manager can read this. L&D sees counts, never words.')
      .and.contain('Sessionwith Priya Nair50 minutesNegotiation practised')
      .and.contain('CourseNot delivered: the learning system does not have this course');
    await expect(element).to.be.accessible();
    await expectAccessibilityTree(element, 'development record, employee');
  });

  it('pins the goal with the nearest date and folds up what was reached', async () => {
    const { element } = await show(sampleRecord());
    const goals = [...element.shadowRoot!.querySelectorAll('.goal .said')].map(({ textContent }) => textContent.trim());
    expect(goals).to.deep.equal(['Lead a renewal alone', 'Run a forecast review', 'Present to the regional team']);
    const details = inside<HTMLDetailsElement>(element, 'details');
    expect(details.open).to.equal(false);
    details.open = true;
    expect(details.textContent).to.contain('1 goal reached').and.contain('Present to the regional team');
    await expect(element).to.be.accessible();
  });

  it('shows skills as counts and dates in a table, without a level', async () => {
    const { element } = await show(sampleRecord());
    const cells = [...element.shadowRoot!.querySelectorAll('tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent.trim()),
    );
    expect(cells).to.deep.equal([
      ['Skill', 'Sessions', 'Last practised'],
      ['Negotiation', '2', '24 November'],
      ['Discovery questions', '1', '20 October'],
    ]);
  });

  it('tells the manager who can read it, and offers no export of somebody else', async () => {
    const { element } = await show(sampleRecord(), { as: priya.id });
    expect(textOf(element)).to.contain('Tom Okafor and you, as the current manager, can read this.');
    expect(textOf(element)).not.to.contain('Export').and.not.contain('with Priya Nair');
    await expect(element).to.be.accessible();
  });

  it('opens a session by the keyboard', async () => {
    const heard = heardEvents('coaching-session-opened');
    const { element } = await show(sampleRecord());
    const link = inside(element, '.open');
    expect(link.textContent).to.equal('Holding the price at renewal, session on Tuesday 24 November 2026');
    expect(link.getBoundingClientRect().height).to.be.at.least(24);
    link.focus();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal([['coaching-session-opened', { sessionId: 's1', relationshipId: 'pair' }]]);
  });

  describe('narrowed to one kind', () => {
    it('shows that kind; arrow keys go from one to the next', async () => {
      const { element } = await show(sampleRecord());
      inside(element, '[name=filter]').focus();
      await sendKeys({ press: 'ArrowRight' });
      await settled(element);
      expect(titles(element)).to.deep.equal([
        'Holding the price at renewal',
        'Discovery questions',
        'Coaching session',
      ]);
      await sendKeys({ press: 'ArrowRight' });
      await settled(element);
      expect(titles(element)).to.deep.equal([
        'Negotiation fundamentals',
        'A course that is no longer in the catalogue',
      ]);
    });

    it('tells "nothing matches" from "nothing yet", and leads back with the focus', async () => {
      const { entries } = sampleRecord();
      const { element, live } = await show(sampleRecord({ entries: entries.filter(({ kind }) => kind !== 'action') }));
      inside<HTMLInputElement>(element, 'label:last-child [name=filter]').click();
      await settled(element);
      expect(inside(element, '.empty').dataset['kind']).to.equal('no-match');
      expect(textOf(element)).to.contain('No actions so far');
      await expect(element).to.be.accessible();
      await click(element, '.empty button');
      expect(titles(element)).to.have.length(5);
      expect(element.shadowRoot!.activeElement).to.equal(inside(element, '[name=filter]'));
      live('development').ready(sampleRecord({ entries: [], goals: [], skills: [] }));
      await settled(element);
      expect(inside(element, '.empty').dataset['kind']).to.equal('nothing-yet');
      expect(textOf(element)).to.contain('Nothing here yet').and.contain('No goals yet.');
      expect(element.shadowRoot!.querySelector('table')).to.equal(null);
      await expect(element).to.be.accessible();
    });
  });

  it('shows fifty rows of a long record, then fifty more with the focus on the first of them', async () => {
    const { element } = await show(longRecord(120));
    expect(titles(element)).to.have.length(50);
    expect(textOf(element)).to.contain('50 of 120');
    inside(element, '#entries ~ .buttons button').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(titles(element)).to.have.length(100);
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('Focus 51');
    await click(element, '#entries ~ .buttons button');
    expect(titles(element)).to.have.length(120);
    expect(element.shadowRoot!.querySelector('#entries ~ .buttons')).to.equal(null);
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('Focus 101');
  });

  describe('what is taken along', () => {
    it('is made in the browser: a page and JSON, named by id and day', async () => {
      const heard = heardEvents('coaching-record-exported');
      const { element, provider } = await show(sampleRecord());
      const files = catchFiles(window);
      await click(element, 'header button');
      await until(() => heard.length === 1);
      await click(element, 'header button + button');
      await until(() => heard.length === 2);
      const [page, json] = files;
      expect(page!.name).to.equal('tom-2026-11-24.html');
      expect(await page!.blob.text()).to.contain('<h1>Tom Okafor</h1>');
      expect(json!.name).to.equal('tom-2026-11-24.json');
      expect(JSON.parse(await json!.blob.text()).employee).to.deep.equal(tom);
      expect(heard[0]).to.deep.equal(['coaching-record-exported', { employeeId: 'tom', format: 'page' }]);
      expect(inside(provider, '[role=status]').textContent).to.contain('Exported');
    });

    it('stays here when the host says no', async () => {
      refuse('coaching-record-exporting');
      const { element } = await show(sampleRecord());
      const files = catchFiles(window);
      await click(element, 'header button');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(files).to.deep.equal([]);
    });
  });

  it('says the same for what does not exist and for what is not yours', async () => {
    const texts: string[] = [];
    for (const code of ['not-found', 'forbidden'] as const) {
      const { element, live, unmount } = await show(sampleRecord());
      live('development').fail(new CoachingError(code, 'secret'), sampleRecord());
      await settled(element);
      texts.push(textOf(element));
      await expect(element).to.be.accessible();
      unmount();
    }
    expect(texts[0]).to.equal(
      'There is nothing here for you to read This record does not exist, or is not yours to see.',
    );
    expect(texts[1]).to.equal(texts[0]);
  });

  it('holds the place while it loads, and keeps what it had when newer data cannot be had', async () => {
    const stand = makeStandIn();
    const element = document.createElement('coaching-development-record');
    element.coaching = asPerson(stand.coaching, tom.id);
    document.body.append(element);
    await element.updateComplete;
    expect(inside(element, '.skeleton').children).to.have.length(8);
    stand.live('development').fail(new CoachingError('storage-unavailable', '', { retryable: true }), sampleRecord());
    await element.updateComplete;
    expect(textOf(element)).to.contain('Nothing can be read or saved just now.').and.contain('Lead a renewal alone');
    await expect(element).to.be.accessible();
    element.remove();
  });

  it('runs under the strict policy, an export included', async () => {
    const page = await openStrictPage([
      'packages/elements/dist/provider/define.js',
      'packages/elements/dist/development-record/define.js',
    ]);
    const { element, live } = await show(sampleRecord(), { into: page.body });
    expect(getComputedStyle(inside(element, 'h2')).fontSize).to.equal('24px');
    const files = catchFiles(page.defaultView!);
    await click(element, 'header button');
    await until(() => files.length === 1);
    await click(element, '#add');
    live('development').fail(new CoachingError('storage-unavailable', ''), sampleRecord());
    await settled(element);
    live('development').ready(longRecord(60));
    await settled(element);
    expect(titles(element)).to.have.length(50);
  });

  it('has every word from the catalogues, at every width, in both directions', async () => {
    for (const locale of ['en-XA', 'ar-XB'] as const) {
      const stand = makeStandIn();
      stand.live('development').ready(sampleRecord());
      const messages = pseudoLanguage([developmentRecordCatalogue, termsCatalogue], locale);
      const { element, unmount } = await mount('coaching-development-record', {
        coaching: asPerson(stand.coaching, tom.id),
        provider: { locale, messages },
      });
      for (const width of [280, 320, 480, 720, 1080]) {
        element.style.inlineSize = `${width}px`;
        expect(inside(element, '.coaching').scrollWidth, `${locale} ${width}`).to.be.at.most(width);
      }
      for (const words of element.shadowRoot!.querySelectorAll('h3, th, summary, .button, label')) {
        expect(words.textContent.trim()).to.match(/^\[.*\]$/);
      }
      await expect(element).to.be.accessible();
      unmount();
    }
  });

  it('prints the record without what only a screen needs', async () => {
    const { element } = await show(sampleRecord());
    await emulateMedia({ media: 'print' });
    const isShown = (selector: string) => inside(element, selector).getClientRects().length > 0;
    expect(isShown('.month .open')).to.equal(true);
    for (const selector of ['header .button', '.goal .button', '#add', 'form', 'fieldset']) {
      expect(isShown(selector), selector).to.equal(false);
    }
    await emulateMedia({ media: 'screen' });
  });

  it('leaves nothing behind', () => {
    const stand = makeStandIn();
    stand.live('development').ready(sampleRecord());
    return expectNoLeak('coaching-development-record', { coaching: asPerson(stand.coaching, tom.id) });
  });
});
