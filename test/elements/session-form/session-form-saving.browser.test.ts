import { createIndexedDbStorage } from '@coachkit/adapters/storage/indexeddb';
import { CoachingError, type Coaching } from '@coachkit/core';
import { expect } from '@open-wc/testing';
import { coachingOf } from '../../support/pair-with-courses.ts';
import { heardEvents, refuse } from '../support/host-page.ts';
import { click, inside, settled, textOf } from '../support/mount.ts';
import { sampleCoaching, samplePair } from './sample-pair.ts';
import { addAction, draftOf, fill, focused, pointsOf, showForm, until, writeAndSave } from './show-form.ts';

const rejecting = (code: CoachingError['code']) => () => Promise.reject(new CoachingError(code, 'a test wants it so'));
const recordedOf = async ({ sessions }: Coaching) =>
  (await sessions.list({ relationshipId: 'pair' })).filter(({ status }) => status === 'recorded');

describe('what coaching-session-form saves', () => {
  it('is recorded once, told to the host by ids alone, and the focus goes to what has become of it', async () => {
    const heard = heardEvents('coaching-session-recording', 'coaching-session-recorded');
    const { element, coaching } = await showForm();
    await addAction(element, 'A secret word @tom fri');
    await fill(element, '#points-0', 'A secret word');
    inside(element, '.button-primary').click();
    inside(element, '.button-primary').click();
    await until(() => element.shadowRoot!.querySelector('#done'));
    const [session] = await recordedOf(coaching);
    const detail = { relationshipId: 'pair', sessionId: session!.id };
    expect(heard).to.deep.equal([
      ['coaching-session-recording', detail],
      ['coaching-session-recorded', detail],
    ]);
    expect(focused(element)?.id).to.equal('done');
    expect(textOf(element))
      .to.contain('Session kept until this page is closed')
      .and.contain('Three to five points are usual')
      .and.not.contain('Tom can read it now');
    expect(await recordedOf(coaching)).to.have.lengthOf(2);
    await expect(element).to.be.accessible();
  });

  it('is called saved where it has reached the device, and the employee can read it', async () => {
    const { element } = await showForm({
      methods: (coaching) => ({
        'sessions.record': async (input: Parameters<Coaching['sessions']['record']>[0]) => ({
          ...(await coaching.sessions.record(input)),
          level: 'device',
        }),
      }),
    });
    await writeAndSave(element);
    await until(() => element.shadowRoot!.querySelector('#done'));
    expect(textOf(element)).to.contain('Session saved').and.contain('Tom can read it now and comment on it.');
  });

  it('assigns a course and says what has become of it', async () => {
    const { element } = await showForm();
    await click(element, '.after summary');
    await fill(element, '#courses', 'trading');
    await until(() => element.shadowRoot!.querySelector('#courses-list .option'));
    await click(element, '#courses-list .option');
    expect(textOf(element)).to.contain('Tom is enrolled when you save.');
    const [recommend, assign] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('.course input');
    expect(assign!.checked).to.equal(true);
    recommend!.click();
    await settled(element);
    expect(textOf(element)).to.contain('Nobody is enrolled.');
    assign!.click();
    await writeAndSave(element);
    await until(() => textOf(element).includes('Assigned and enrolled'));
    await expect(element).to.be.accessible();
  });

  it('is not saved when the host says no; nothing is lost', async () => {
    refuse('coaching-session-recording');
    const heard = heardEvents('coaching-session-recorded', 'coaching-failed');
    const { element, coaching } = await showForm();
    await writeAndSave(element, 'Not yet');
    expect(heard).to.deep.equal([['coaching-failed', { code: 'vetoed', tag: 'coaching-session-form' }]]);
    expect(inside(element, '.foot').textContent).to.contain('The application has stopped this.');
    expect(pointsOf(element)[0]).to.equal('Not yet');
    expect(await recordedOf(coaching)).to.have.lengthOf(1);
  });

  describe('while something is to be put right', () => {
    it('lists it, takes the focus there, and leads to each field', async () => {
      const { element, coaching } = await showForm();
      await fill(element, '#date', '31 feb');
      await addAction(element, 'Call Elena');
      await fill(element, '#actions-0-dueDate', '3 Nov 2026');
      await fill(element, '#quickEntry', '@me');
      inside(element, '.button-primary').click();
      await settled(element);
      expect(focused(element)?.id).to.equal('problems');
      const links = [...element.shadowRoot!.querySelectorAll<HTMLElement>('#problems a')];
      expect(links.map(({ textContent }) => textContent.trim())).to.deep.equal([
        'Date: Enter a date that exists',
        'Write at least one point',
        'Call Elena: Enter a date from today on',
        'Write what is to be done',
      ]);
      for (const [index, id] of ['date', 'points-0', 'actions-0-dueDate', 'quickEntry'].entries()) {
        links[index]!.click();
        await settled(element);
        const field = focused(element)!;
        expect(field.id).to.equal(id);
        expect(field.getAttribute('aria-invalid')).to.equal('true');
        const said = inside(element, `[id="${field.getAttribute('aria-describedby')}"]`);
        expect(links[index]!.textContent).to.contain(said.textContent.trim());
      }
      await expect(element).to.be.accessible();
      // What is put right goes from the list at once.
      await fill(element, '#actions-0-dueDate', 'tomorrow');
      await fill(element, '#date', 'yesterday');
      await fill(element, '#points-0', 'One');
      await fill(element, '#quickEntry', '');
      expect(element.shadowRoot!.querySelector('#problems')).to.equal(null);
      expect(inside<HTMLInputElement>(element, '#date').value).to.equal('Monday 23 November 2026');
      expect(await recordedOf(coaching)).to.have.lengthOf(1);
    });

    it('says under a kept action that its new date does not exist', async () => {
      const { element } = await showForm();
      inside(element, '[name=shadow]:nth-of-type(1)').closest('fieldset')!.querySelectorAll('input')[1]!.click();
      await settled(element);
      await fill(element, '.kept .input', '31/2/2027');
      await writeAndSave(element);
      expect(inside(element, '.kept .error-text').textContent).to.contain('Enter a date that exists');
      expect(inside(element, '#problems').textContent).to.contain('Shadow the pricing call: Enter a date that exists');
    });

    it('counts the characters of a long point, and refuses it under its line with every letter kept', async () => {
      const { element } = await showForm();
      await fill(element, '#points-0', 'x'.repeat(590));
      expect(inside(element, '#points-0-say').textContent).to.equal('10 characters left');
      await fill(element, '#points-0', 'x'.repeat(601));
      expect(inside(element, '#points-0-say').textContent).to.equal('1 character too many');
      inside(element, '.button-primary').click();
      await until(() => element.shadowRoot!.querySelector('#problems'));
      expect(inside(element, '#problems').textContent).to.contain('Point 1: Use 600 characters or fewer');
      expect(pointsOf(element)[0]).to.have.lengthOf(601);
    });
  });

  describe('on a device that is full', () => {
    it('says so, keeps every letter, and offers the text to take along', async () => {
      const heard = heardEvents('coaching-failed');
      const { element, provider } = await showForm({
        methods: { 'drafts.save': rejecting('storage-full'), 'sessions.record': rejecting('storage-full') },
      });
      await fill(element, '#points-0', 'Not lost');
      await until(() => inside(element, '.foot').textContent.includes('Not saved: this device is full.'));
      expect(inside(provider, '[role=status]').textContent).to.contain('this device is full');
      expect(heard).to.deep.equal([['coaching-failed', { code: 'storage-full', tag: 'coaching-session-form' }]]);
      inside(element, '.button-primary').click();
      await settled(element);
      expect(inside(element, '.foot').textContent).to.contain('Not saved: this device is full.');
      expect(pointsOf(element)[0]).to.equal('Not lost');
      await expect(element).to.be.accessible();
    });

    it('copies all that was typed as plain text', async () => {
      const copied: string[] = [];
      const { writeText } = navigator.clipboard;
      navigator.clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
      const { element, provider } = await showForm({ methods: { 'drafts.save': rejecting('storage-full') } });
      await fill(element, '#points-1', 'Not lost');
      await addAction(element, 'Call Elena @me fri');
      await fill(element, '#quickEntry', 'and another @t');
      await until(() => element.shadowRoot!.querySelector('.foot .button-small'));
      await click(element, '.foot .button-small');
      navigator.clipboard.writeText = writeText;
      await until(() => inside(provider, '[role=status]').textContent.includes('Text copied'));
      expect(copied[0])
        .to.contain('Tom Okafor')
        .and.contain('- Not lost')
        .and.contain('- Call Elena (You, Friday 27 November)')
        .and.contain('- and another @t');
    });
  });

  it('when storage cannot be reached says so, and saves at the next try', async () => {
    let isGone = true;
    const { element } = await showForm({
      methods: (coaching) => ({
        'sessions.record': (input: Parameters<Coaching['sessions']['record']>[0]) =>
          isGone ? rejecting('storage-unavailable')() : coaching.sessions.record(input),
      }),
    });
    await writeAndSave(element, 'Again');
    await until(() => inside(element, '.foot').textContent.includes('Nothing can be read or saved just now.'));
    await expect(element).to.be.accessible();
    isGone = false;
    inside(element, '.button-primary').click();
    await until(() => element.shadowRoot!.querySelector('#done'));
  });

  describe('in two tabs', () => {
    it('the second is told of the draft of the first, both are there, and one is chosen', async () => {
      const storage = await samplePair();
      const [first, second] = [coachingOf(storage), coachingOf(storage)];
      const one = await showForm({ coaching: first });
      const two = await showForm({ coaching: second });
      await fill(one.element, '#points-0', 'Of the first tab');
      await until(async () => (await draftOf(first))?.points[0]);
      await until(() => textOf(one.element).includes('Not saved on this device'));
      await fill(two.element, '#points-0', 'Of the second tab');
      await until(() => two.element.shadowRoot!.querySelector('#conflict'));
      expect(inside(two.element, '#conflict').textContent).to.contain('Of the first tab');
      expect(pointsOf(two.element)[0]).to.equal('Of the second tab');
      expect(inside(two.provider, '[role=status]').textContent).to.contain('this record was changed in another tab');
      await expect(two.element).to.be.accessible();
      // Saving does not decide it.
      inside(two.element, '.button-primary').click();
      await settled(two.element);
      expect(focused(two.element)?.id).to.equal('conflict');
      await click(two.element, '#conflict .button:last-child');
      expect(pointsOf(two.element)[0]).to.equal('Of the first tab');
      expect(textOf(two.element)).to.contain('The other version is here now.');
      await click(two.element, '.main > p > .button');
      expect(pointsOf(two.element)[0]).to.equal('Of the second tab');
    });

    it('the second, which saves what the first has saved, is told and loses nothing', async () => {
      const storage = await samplePair();
      const one = await showForm({ coaching: coachingOf(storage) });
      const two = await showForm({ coaching: coachingOf(storage) });
      await writeAndSave(one.element, 'First');
      await until(() => one.element.shadowRoot!.querySelector('#done'));
      await writeAndSave(two.element, 'Second');
      await until(() => inside(two.element, '.foot').textContent.includes('Nothing of yours is lost.'));
      expect(pointsOf(two.element)[0]).to.equal('Second');
      expect(await recordedOf(one.coaching)).to.have.lengthOf(2);
    });
  });

  describe('of a draft', () => {
    it('is there when the element was taken off the page and comes back, and after a reload', async () => {
      const coaching = await sampleCoaching();
      const { element, provider, unmount } = await showForm({ coaching });
      await fill(element, '#points-0', 'Half a sen');
      await fill(element, '#quickEntry', 'call @m');
      element.remove();
      provider.append(element);
      await settled(element);
      await until(() => pointsOf(element)[0] === 'Half a sen');
      await fill(element, '#points-0', 'Half a sentence');
      unmount();
      const again = await showForm({ coaching });
      expect(pointsOf(again.element)[0]).to.equal('Half a sentence');
      expect(inside<HTMLTextAreaElement>(again.element, '#quickEntry').value).to.equal('call @m');
      expect(again.element.shadowRoot!.querySelector('#conflict')).to.equal(null);
    });

    it('is said to be saved when it has reached the device, and is there when its storage is opened again', async () => {
      const scope = { tenantId: 'test', personId: 'priya', key: new Uint8Array(32).fill(7) };
      const storage = await createIndexedDbStorage(scope);
      await samplePair(storage);
      const { element, unmount } = await showForm({ coaching: coachingOf(storage) });
      await fill(element, '#points-0', 'Before the reload');
      await until(() => inside(element, '.foot').textContent.includes('Draft saved on this device, 09:30'));
      await expect(element).to.be.accessible();
      unmount();
      await storage.close();
      const opened = await createIndexedDbStorage(scope);
      const again = await showForm({ coaching: coachingOf(opened) });
      expect(pointsOf(again.element)[0]).to.equal('Before the reload');
      inside(again.element, '.button-primary').click();
      await until(() => textOf(again.element).includes('Session saved'));
      expect(textOf(again.element)).to.contain('Tom can read it now and comment on it.');
      again.unmount();
      await opened.wipe();
      await opened.close();
    });

    it('is kept at once when the page is hidden', async () => {
      const { element, coaching } = await showForm();
      await fill(element, '#points-0', 'Closing the lid');
      window.dispatchEvent(new Event('pagehide'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await draftOf(coaching))?.points[0]).to.equal('Closing the lid');
    });

    it('keeps right-to-left and combining text exactly, to the code unit', async () => {
      const { element, coaching } = await showForm();
      const texts = ['سأل قبل أن يعرض \u200Fالخصم', 'e\u0301a\u0308 👩‍👩‍👧 \u2067x\u2069', '  two  spaces  '];
      for (const [index, text] of texts.entries()) await fill(element, `#points-${index}`, text);
      window.dispatchEvent(new Event('pagehide'));
      await until(() => textOf(element).includes('Not saved on this device'));
      expect((await draftOf(coaching))?.points).to.deep.equal(texts);
      inside(element, '.button-primary').click();
      await until(() => element.shadowRoot!.querySelector('#done'));
      const [session] = await recordedOf(coaching);
      const { content } = await coaching.sessions.get({ sessionId: session!.id });
      expect(content?.points.slice(0, 2)).to.deep.equal(texts.slice(0, 2));
    });
  });

  it('of a record is corrected: words, date and length, with the earlier wording kept', async () => {
    const heard = heardEvents('coaching-session-correcting', 'coaching-session-corrected');
    const { element, coaching } = await showForm();
    await writeAndSave(element, 'One');
    await until(() => element.shadowRoot!.querySelector('#done'));
    await click(element, '.done .button');
    await until(() => element.shadowRoot!.querySelector('#points-0'));
    expect(textOf(element)).to.contain('You are correcting a saved record.').and.not.contain('Since last time');
    await expect(element).to.be.accessible();
    await fill(element, '#points-0', 'One, in other words');
    inside(element, '.button-primary').click();
    await until(() => element.shadowRoot!.querySelector('#done'));
    const [session] = await recordedOf(coaching);
    const record = await coaching.sessions.get({ sessionId: session!.id });
    expect(record.content?.points).to.deep.equal(['One, in other words']);
    expect(record.versions).to.have.lengthOf(1);
    expect(heard.map(([name]) => name)).to.deep.equal(['coaching-session-correcting', 'coaching-session-corrected']);
    expect(heard[1]![1]).to.deep.equal({ relationshipId: 'pair', sessionId: session!.id });
  });
});
