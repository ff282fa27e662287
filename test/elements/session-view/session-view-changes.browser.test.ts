import { CoachingError, invalidInput } from '@coachkit/core';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessibilityTree } from '../support/accessibility-tree.ts';
import { heardEvents, refuse } from '../support/host-page.ts';
import { click, inside, settled, textOf } from '../support/mount.ts';
import { priya, sampleSession, tom } from './sample-session.ts';
import { focused, saved, show, type } from './show-session.ts';

describe('what can be changed in coaching-session-view', () => {
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
});
