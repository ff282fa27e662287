import { CoachingError } from '@coachkit/core';
import { changeMessages, questionsCatalogue, sessionFormCatalogue, termsCatalogue } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { coachingOf } from '../../support/pair-with-courses.ts';
import { storePair } from '../../support/pair.ts';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { heardEvents } from '../support/host-page.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { click, inside, settled, textOf } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { openStrictPage } from '../support/strict-page.ts';
import { sampleCoaching, samplePair } from './sample-pair.ts';
import { addAction, fill, focused, pointsOf, showForm, until, writeAndSave } from './show-form.ts';

describe('coaching-session-form', () => {
  it('shows first what is open from last time, then focus, points and actions, with what is known filled in', async () => {
    const { element } = await showForm();
    const headings = [...element.shadowRoot!.querySelectorAll('h2, h3')].map(({ textContent }) => textContent.trim());
    expect(headings).to.deep.equal([
      'Tom Okafor',
      '1Since last time',
      '2Focus',
      '3What you talked about',
      '4What happens next',
    ]);
    expect(inside<HTMLInputElement>(element, '#date').value).to.equal('Tuesday 24 November 2026');
    expect(inside<HTMLInputElement>(element, '#durationMinutes').value).to.equal('50 minutes');
    expect(inside(element, '.chip:has(:checked)').textContent.trim()).to.equal('Negotiation');
    expect(textOf(element))
      .to.contain('You and Tom can read this once you save it. L&D sees counts, never words.')
      .and.contain('due 6 November, 18 days ago')
      .and.contain('Negotiation fundamentals')
      .and.contain('for the goal “Lead a renewal alone by March”');
    await expect(element).to.be.accessible();
    await expectAccessibilityTree(element, 'session form, due');
  });

  it('tells assistive technology what is written, chosen and wrong', async () => {
    const { element } = await showForm();
    inside(element, '[name=shadow]').click();
    await fill(element, '#points-0', 'Led two calls.');
    await addAction(element, 'Call Elena @me fri');
    await fill(element, '#actions-0-dueDate', '31 feb');
    await fill(element, '#quickEntry', 'sit in @tom 4 dec');
    inside(element, '.button-primary').click();
    await settled(element);
    await expect(element).to.be.accessible();
    await until(() => textOf(element).includes('Not saved on this device'));
    await expectAccessibilityTree(element, 'session form, written with one thing to fix');
  });

  it('of two people who meet for the first time asks for no more than it can', async () => {
    const coaching = coachingOf(await storePair(), 'priya', { skills: undefined, lms: undefined } as never);
    const { element } = await showForm({ coaching });
    expect(textOf(element)).to.contain('Nothing is open from earlier sessions.').and.not.contain('suggested');
    expect(element.shadowRoot!.querySelector('.chips')).to.equal(null);
    await fill(element, '#focus', 'Holding the price');
    await until(() => element.shadowRoot!.querySelector('.option-last'));
    await expect(element).to.be.accessible();
    await click(element, '.option-last');
    expect(inside(element, '.chip:has(:checked)').textContent.trim()).to.equal('Holding the price');
    await writeAndSave(element);
    await until(() => element.shadowRoot!.querySelector('#done'));
  });

  it('takes the focus that the employee suggested with one press', async () => {
    const { element } = await showForm();
    await click(element, '[data-step="2"] p > .button');
    expect(inside(element, '.chip:has(:checked)').textContent.trim()).to.equal('Holding the price at renewal');
    expect(inside<HTMLSelectElement>(element, '[data-step="2"] select').value).to.equal('specific-development-area');
  });

  it('offers questions and the last session beside the record from 900 px on, below that folded into it', async () => {
    const { element } = await showForm();
    expect(element.shadowRoot!.querySelector('.questions')).to.equal(null);
    inside<HTMLDetailsElement>(element, '.ask').open = true;
    await until(() => element.shadowRoot!.querySelector('.ask .questions'));
    expect(inside(element, '.ask').textContent).to.contain('Two discovery calls ran long.');
    await expect(element).to.be.accessible();
    (element.closest('div') as HTMLElement).style.inlineSize = '960px';
    await until(() => element.shadowRoot!.querySelector('.rail .questions'));
    expect(element.shadowRoot!.querySelector('.ask .questions')).to.equal(null);
    inside(element, '#quickEntry').focus();
    await settled(element);
    expect(inside(element, '.rail').textContent).to.contain('For step 4');
    const before = inside(element, '.questions').textContent;
    await click(element, '.rail .button-text');
    expect(inside(element, '.questions').textContent).not.to.equal(before);
    await expect(element).to.be.accessible();
  });

  it('hides the questions for good, tells the host, and keeps the focus', async () => {
    const heard = heardEvents('coaching-session-questions-hidden');
    const { element } = await showForm({ width: 960 });
    await until(() => element.shadowRoot!.querySelector('.rail .questions'));
    inside(element, '.rail .end').focus();
    await click(element, '.rail .end');
    expect(element.shadowRoot!.querySelector('.questions')).to.equal(null);
    expect(element.hideQuestions).to.equal(true);
    expect(heard).to.deep.equal([['coaching-session-questions-hidden', {}]]);
    expect(textOf(element)).to.contain('Two discovery calls ran long.');
    expect(document.activeElement).to.equal(element);
  });

  it('keeps the focus in the form when what had it is removed, and says what was removed', async () => {
    const { element, provider } = await showForm();
    for (const [index, text] of ['One', 'Two', 'Three'].entries()) await fill(element, `#points-${index}`, text);
    const remove = inside(element, '.points li:last-child .button-icon');
    remove.focus();
    remove.click();
    await settled(element);
    expect(pointsOf(element)).to.deep.equal(['One', 'Two']);
    expect(focused(element)).not.to.equal(null);
    expect(inside(provider, '[role=status]').textContent).to.contain('Point removed.');
    await addAction(element, 'Call Elena fri');
    const removeAction = inside(element, '[data-step="4"] li .button-icon');
    removeAction.focus();
    removeAction.click();
    await settled(element);
    expect(focused(element)).not.to.equal(null);
    const undo = inside(element, '[data-step="4"] > p .button');
    undo.focus();
    undo.click();
    await settled(element);
    expect(focused(element)).not.to.equal(null);
    expect(inside<HTMLTextAreaElement>(element, '#actions-0-text').value).to.equal('Call Elena');
    expect(inside(element, '[data-step="3"] > p:last-child').textContent).to.contain('Point removed.');
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror="alert(1)">${alert(1)}{{1}}</textarea>';
    const storage = await samplePair();
    const person = await storage.get('person', 'tom');
    await storage.commit([
      { type: 'put', kind: 'person', id: 'tom', body: { ...person!.body!, name: hostile }, expectedVersion: 1 },
    ]);
    const { element } = await showForm({ coaching: coachingOf(storage) });
    expect(inside(element, '#title').textContent).to.equal(hostile);
    await fill(element, '#points-0', hostile);
    await addAction(element, hostile);
    await fill(element, '#quickEntry', `${hostile} @me fri`);
    expect(pointsOf(element)[0]).to.equal(hostile);
    expect(inside<HTMLTextAreaElement>(element, '#actions-0-text').value).to.equal(hostile);
    expect(element.shadowRoot!.querySelectorAll('img, script').length).to.equal(0);
    inside(element, '.button-primary').click();
    await until(() => element.shadowRoot!.querySelector('#done'));
  });

  describe('with nothing to write in', () => {
    it('says so while nobody is chosen', async () => {
      const { element } = await showForm({ properties: { relationshipId: undefined } as never });
      expect(textOf(element)).to.contain('Choose a person to begin a record');
      await expect(element).to.be.accessible();
    });

    it('tells somebody else nothing, not even that it exists', async () => {
      const coaching = coachingOf(await samplePair(), 'mei');
      const { element, unmount } = await showForm({ coaching });
      const text = textOf(element);
      expect(text).to.contain('There is no session here for you to write up').and.not.contain('Tom');
      await expect(element).to.be.accessible();
      unmount();
      const other = await showForm({ coaching, properties: { relationshipId: 'made-up' } });
      expect(textOf(other.element)).to.equal(text);
    });

    it('says why it cannot be loaded, and tries again', async () => {
      let isGone = true;
      const { element } = await showForm({
        methods: ({ sessions }) => ({
          'sessions.prepare': (input: Parameters<typeof sessions.prepare>[0]) =>
            isGone ? Promise.reject(new CoachingError('storage-unavailable', '')) : sessions.prepare(input),
        }),
      });
      expect(textOf(element)).to.contain('Nothing can be read or saved just now.');
      await expect(element).to.be.accessible();
      isGone = false;
      await click(element, '[data-failure] button');
      await until(() => element.shadowRoot!.querySelector('#points-0'));
    });

    it('says that nothing can be changed where storage can only be read', async () => {
      const storage = await samplePair();
      const status = { ...storage.status, readOnly: true };
      const { element } = await showForm({ coaching: coachingOf({ ...storage, status }) });
      expect(inside(element, '.note-caution').textContent).to.contain('A newer version was used on this device.');
      await expect(element).to.be.accessible();
    });
  });

  it('breaks the longest word of a language before it is wider than its place', async () => {
    const word = 'Kraftfahrzeughaftpflichtversicherung';
    const names = ['review', 'keep', 'points', 'reads', 'adds', 'addCourse', 'save', 'keeps'] as const;
    const messages = changeMessages('en', { 'session-form': Object.fromEntries(names.map((name) => [name, word])) });
    const { element } = await showForm({ provider: { messages }, width: 280 });
    await fill(element, '#quickEntry', 'Sit in @me');
    const page = inside(element, '.coaching');
    expect(page.textContent.split(word).length).to.be.greaterThan(names.length);
    expect(page.scrollWidth).to.be.at.most(280);
  });

  for (const locale of ['en-XA', 'ar-XB'] as const) {
    it(`has every word from the catalogue and fits into 280 px, in ${locale}`, async () => {
      const messages = pseudoLanguage([sessionFormCatalogue, questionsCatalogue, termsCatalogue], locale);
      const { element } = await showForm({ provider: { locale, messages }, width: 280 });
      inside(element, '[name=elena]').closest('fieldset')!.querySelectorAll('input')[1]!.click();
      await addAction(element, 'Call Elena @me');
      await fill(element, '#quickEntry', 'Sit in @me');
      inside<HTMLDetailsElement>(element, '.ask').open = true;
      await until(() => element.shadowRoot!.querySelector('.questions'));
      inside(element, '.button-primary').click();
      await settled(element);
      expect(element.shadowRoot!.querySelector('#problems')).not.to.equal(null);
      const said = [
        ...element.shadowRoot!.querySelectorAll(
          'h3:not(.aside + .aside h3), .button:not(.button-icon, [data-step="2"] .button), .error-text, .choice label, .head li, option, .reading > span',
        ),
      ].map(({ textContent }) => textContent.trim());
      expect(said.filter((text) => !text.includes('[') && text !== 'Tom Okafor')).to.deep.equal([]);
      expect(inside(element, '.questions').textContent).to.contain('[');
      const names = [...element.shadowRoot!.querySelectorAll('[aria-label]')].map(({ ariaLabel }) => ariaLabel ?? '');
      expect(names.filter((name) => !name.includes('['))).to.deep.equal([]);
      expect(inside(element, '.coaching').scrollWidth).to.be.at.most(280);
      expect(getComputedStyle(inside(element, '.coaching')).direction).to.equal(locale === 'ar-XB' ? 'rtl' : 'ltr');
      await expect(element).to.be.accessible();
    });
  }

  it('has targets of 24 px or more', async () => {
    const { element } = await showForm({ width: 360, provider: { density: 'compact' } });
    inside(element, '[name=elena]').closest('fieldset')!.querySelectorAll('input')[1]!.click();
    await addAction(element, 'Call Elena');
    for (const control of element.shadowRoot!.querySelectorAll(
      'button, input:not([type=radio]), select, textarea, summary, label',
    )) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height), control.outerHTML).to.be.at.least(24);
    }
  });

  it('has a foot that never jumps: the button stays where it is whatever is said beside it', async () => {
    const { element } = await showForm();
    const foot = inside(element, '.foot').getBoundingClientRect();
    const button = inside(element, '.button-primary').getBoundingClientRect();
    await fill(element, '#points-0', 'One');
    await until(() => inside(element, '.foot').textContent.includes('Not saved on this device'));
    expect(inside(element, '.foot').getBoundingClientRect().height).to.equal(foot.height);
    expect(inside(element, '.button-primary').getBoundingClientRect().left).to.equal(button.left);
  });

  it('is accessible in the dark and in forced colours', async () => {
    const { element } = await showForm({ width: 960 });
    await addAction(element, 'Call Elena');
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await emulateMedia(media);
      await expect(element).to.be.accessible();
    }
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });

  it('runs under the strict policy, without a style attribute', async () => {
    const page = await openStrictPage([
      'packages/elements/dist/session-form/define.js',
      'packages/elements/dist/provider/define.js',
    ]);
    const { element } = await showForm({ into: page.body });
    inside<HTMLDetailsElement>(element, '.ask').open = true;
    await until(() => element.shadowRoot!.querySelector('.questions'));
    await addAction(element, 'Call Elena @me fri');
    await fill(element, '#quickEntry', 'Sit in @me fri');
    await fill(element, '#focus', 'ing');
    await until(() => element.shadowRoot!.querySelector('.option'));
    expect(element.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
    await writeAndSave(element);
    await until(() => element.shadowRoot!.querySelector('#done'));
  });

  it('leaves nothing behind', async () => {
    await expectNoLeak('coaching-session-form', {
      coaching: await sampleCoaching(),
      properties: { relationshipId: 'pair' },
    });
  });
});
