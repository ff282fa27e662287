import { CoachingError, invalidInput, type Coaching, type SessionRecord } from '@coachkit/core';
import { sessionViewCatalogue, termsCatalogue, type CoachingSessionView } from '@coachkit/elements';
import '@coachkit/elements/session-view/define';
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { asPerson, heardEvents, refuse } from '../support/host-page.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { click, inside, mount, settled, textOf, type Mounted } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { makeStandIn, type Methods, type StandIn } from '../support/stand-in.ts';
import { openStrictPage } from '../support/strict-page.ts';
import { priya, sampleSession, tom } from './sample-session.ts';

const saved = <T>(value: T) => Promise.resolve({ value, level: 'device' as const });

interface Shown extends Mounted<'coaching-session-view'>, StandIn {
  readonly coaching: Coaching;
}

async function show(
  record: SessionRecord | undefined,
  { as = tom.id, methods = {}, into }: { as?: string; methods?: Methods; into?: Element } = {},
): Promise<Shown> {
  const stand = makeStandIn(methods);
  if (record) stand.live('session').ready(record);
  const coaching = asPerson(stand.coaching, as);
  const mounted = await mount('coaching-session-view', {
    coaching,
    properties: { sessionId: 's1' },
    ...(into && { into }),
  });
  return { ...stand, ...mounted, coaching };
}

function type(element: CoachingSessionView, selector: string, text: string): Promise<unknown> {
  const control = inside<HTMLInputElement>(element, selector);
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return element.updateComplete;
}

const focused = (element: CoachingSessionView): string | undefined => element.shadowRoot?.activeElement?.id;

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

  describe('a comment', () => {
    it('is sent with Ctrl and Enter, is gone from the field, which keeps the focus', async () => {
      const sent: unknown[] = [];
      const heard = heardEvents('coaching-session-commenting', 'coaching-session-commented');
      const { element, provider } = await show(sampleSession(), {
        methods: {
          'sessions.comment': (input: { sessionId: string; text: string }) => {
            sent.push(input);
            return saved({ id: 'k2', authorId: tom.id, writtenAt: '2026-11-24T16:00:00.000Z', ...input });
          },
        },
      });
      inside(element, '#comment').focus();
      await sendKeys({ type: 'Thank you.' });
      await sendKeys({ down: 'Control' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ up: 'Control' });
      await settled(element);
      expect(sent).to.deep.equal([{ sessionId: 's1', text: 'Thank you.' }]);
      expect(inside<HTMLTextAreaElement>(element, '#comment').value).to.equal('');
      expect(focused(element)).to.equal('comment');
      expect(inside(provider, '[role=status]').textContent).to.contain('Comment added');
      expect(heard).to.deep.equal([
        ['coaching-session-commenting', { sessionId: 's1' }],
        ['coaching-session-commented', { sessionId: 's1', commentId: 'k2' }],
      ]);
    });

    it('that is refused says why under the field and keeps every letter', async () => {
      const { element } = await show(sampleSession(), {
        methods: { 'sessions.comment': () => Promise.reject(invalidInput('text', 'too-long', 2000)) },
      });
      const long = 'x'.repeat(2001);
      await type(element, '#comment', long);
      expect(inside(element, '#comment-say').textContent).to.contain('2,001 of 2,000 characters');
      inside<HTMLFormElement>(element, '.list + form').requestSubmit();
      await settled(element);
      const field = inside<HTMLTextAreaElement>(element, '#comment');
      expect(field.value).to.equal(long);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(inside(element, '#comment-say').textContent).to.contain('Use 2,000 characters or fewer');
      expect(focused(element)).to.equal('comment');
      await expect(element).to.be.accessible();
    });

    it('that cannot be saved is still there, with a sentence', async () => {
      const heard = heardEvents('coaching-failed');
      const { element } = await show(sampleSession(), {
        methods: { 'sessions.comment': () => Promise.reject(new CoachingError('storage-full', 'quota')) },
      });
      await type(element, '#comment', 'Thank you.');
      await click(element, '.list + form button');
      expect(inside<HTMLTextAreaElement>(element, '#comment').value).to.equal('Thank you.');
      expect(textOf(element)).to.contain('Not saved: this device is full.');
      expect(heard).to.deep.equal([['coaching-failed', { code: 'storage-full', tag: 'coaching-session-view' }]]);
      await expect(element).to.be.accessible();
    });

    it('stays with its session while another one is shown', async () => {
      const { element, live } = await show(sampleSession());
      await type(element, '#comment', 'Not sent yet');
      const { session } = sampleSession();
      element.sessionId = 's2';
      live('session').ready(sampleSession({ session: { ...session, id: 's2' } }));
      await settled(element);
      expect(inside<HTMLTextAreaElement>(element, '#comment').value).to.equal('');
      element.sessionId = 's1';
      live('session').ready(sampleSession());
      await settled(element);
      expect(inside<HTMLTextAreaElement>(element, '#comment').value).to.equal('Not sent yet');
    });

    it('is sent once on a double click, and not at all when the host says no', async () => {
      let times = 0;
      const { element } = await show(sampleSession(), {
        methods: {
          'sessions.comment': async () => {
            times += 1;
            await new Promise((resolve) => setTimeout(resolve, 20));
            return saved({ id: 'k2' });
          },
        },
      });
      await type(element, '#comment', 'Once');
      inside(element, '.list + form button').click();
      inside(element, '.list + form button').click();
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(times).to.equal(1);
      refuse('coaching-session-commenting');
      await type(element, '#comment', 'Twice');
      await click(element, '.list + form button');
      expect(times).to.equal(1);
      expect(inside<HTMLTextAreaElement>(element, '#comment').value).to.equal('Twice');
    });
  });

  describe('an agreed action', () => {
    it('is marked as done by the keyboard and opened again by the same button', async () => {
      const asked: unknown[] = [];
      const heard = heardEvents('coaching-action-updating', 'coaching-action-updated');
      const record = sampleSession();
      const { element, provider, live } = await show(record, {
        methods: {
          'actions.update': (input: object) => {
            asked.push(input);
            return saved(record.actions[0]!.action);
          },
        },
      });
      inside(element, '.act').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(asked).to.deep.equal([{ actionId: 'a1', status: 'done' }]);
      const [first, ...others] = record.actions;
      const closedAt = '2026-11-24T16:00:00.000Z';
      live('session').ready({
        ...record,
        actions: [{ ...first!, action: { ...first!.action, status: 'done', closedAt } }, ...others],
      });
      await settled(element);
      const button = element.shadowRoot!.activeElement!;
      expect(button.getAttribute('aria-label')).to.equal('Reopen: Draft three trade-off questions for the Alder call');
      expect(textOf(element)).to.contain('Done 24 November 2026');
      expect(inside(provider, '[role=status]').textContent).to.contain('Marked as done');
      await sendKeys({ press: 'Space' });
      await settled(element);
      expect(asked[1]).to.deep.equal({ actionId: 'a1', status: 'open' });
      expect(heard.map(([name]) => name)).to.deep.equal([
        'coaching-action-updating',
        'coaching-action-updated',
        'coaching-action-updating',
        'coaching-action-updated',
      ]);
    });

    it('that was changed elsewhere meanwhile says so in its own row; nothing else is lost', async () => {
      const { element } = await show(sampleSession(), {
        methods: { 'actions.update': () => Promise.reject(new CoachingError('conflict', '')) },
      });
      await type(element, '#comment', 'Half a sentence');
      await click(element, '.act');
      expect(inside(element, '.row [data-failure]').textContent).to.contain('This was changed somewhere else.');
      expect(inside<HTMLTextAreaElement>(element, '#comment').value).to.equal('Half a sentence');
      await expect(element).to.be.accessible();
    });

    it('asks for its course again, for the manager alone', async () => {
      const heard = heardEvents('coaching-course-retried');
      const [first] = sampleSession().actions;
      const course = first!.courses[0]!;
      const delivered = { ...course, assignment: { ...course.assignment, status: 'enrolled' as const } };
      const methods = { 'courses.retry': () => saved(delivered) };
      const employee = await show(sampleSession(), { methods });
      expect(employee.element.shadowRoot?.querySelector('.facts button')).to.equal(null);
      employee.unmount();
      const { element, provider } = await show(sampleSession(), { as: priya.id, methods });
      expect(inside(element, '.facts button').getAttribute('aria-label')).to.equal('Try again: Trading concessions');
      await click(element, '.facts button');
      expect(heard).to.deep.equal([['coaching-course-retried', { assignmentId: 'a1.0', status: 'enrolled' }]]);
      expect(inside(provider, '[role=status]').textContent).to.contain('Assigned and enrolled');
    });
  });

  describe("an action of the employee's own", () => {
    it('is added by the keyboard alone, and the focus comes back to the button', async () => {
      const asked: unknown[] = [];
      const { element, provider } = await show(sampleSession(), {
        methods: {
          'actions.add': (input: object) => {
            asked.push(input);
            return saved({ ...sampleSession().actions[0]!.action, id: 'a7' });
          },
        },
      });
      const heard = heardEvents('coaching-action-added');
      inside(element, '#add').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(focused(element)).to.equal('text');
      await sendKeys({ type: 'Ring Elena' });
      inside<HTMLInputElement>(element, '#due').value = '2026-12-01';
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(asked).to.deep.equal([
        { relationshipId: 'pair', sessionId: 's1', ownerId: tom.id, text: 'Ring Elena', dueDate: '2026-12-01' },
      ]);
      expect(heard[0]![1]).to.deep.equal({ sessionId: 's1', relationshipId: 'pair', actionId: 'a7' });
      expect(focused(element)).to.equal('add');
      expect(inside(provider, '[role=status]').textContent).to.contain('Action added');
      expect(inside<HTMLInputElement>(element, '#text').value).to.equal('');
    });

    it('that is refused says why under each field; Escape closes the form and keeps what was typed', async () => {
      const problems = [
        { path: 'text', rule: 'blank' },
        { path: 'dueDate', rule: 'date-in-past' },
      ] as const;
      const { element } = await show(sampleSession(), {
        methods: { 'actions.add': () => Promise.reject(new CoachingError('invalid-input', '', { problems })) },
      });
      await click(element, '#add');
      inside<HTMLInputElement>(element, '#text').value = ' ';
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(inside(element, '#text-say').textContent).to.contain('Write a few words');
      expect(inside(element, '#due-say').textContent).to.contain('Enter a date from today on');
      expect(focused(element)).to.equal('text');
      await expect(element).to.be.accessible();
      await expectAccessibilityTree(element, 'session view, refused action');
      await sendKeys({ press: 'Escape' });
      await settled(element);
      expect(focused(element)).to.equal('add');
      await click(element, '#add');
      expect(inside<HTMLInputElement>(element, '#text').value).to.equal(' ');
    });

    it('is not offered to the manager here', async () => {
      const { element } = await show(sampleSession(), { as: priya.id });
      expect(element.shadowRoot?.querySelector('#add')).to.equal(null);
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
