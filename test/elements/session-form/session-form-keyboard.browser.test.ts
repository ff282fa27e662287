import { expect } from '@open-wc/testing';
import { heardEvents } from '../support/host-page.ts';
import { click, inside, settled, textOf } from '../support/mount.ts';
import { draftOf, fill, focused, pointsOf, press, showForm, until, write } from './show-form.ts';

describe('coaching-session-form by keyboard', () => {
  it('brings what takes the focus above the foot bar', async () => {
    const { element } = await showForm({ width: 320 });
    const foot = inside(element, '.foot');
    element.focus();
    await element.updateComplete;
    const covered: string[] = [];
    for (let tabs = 0; tabs < 30; tabs += 1) {
      await press(element, 'Tab');
      const here = focused(element);
      if (!here || foot.contains(here)) break;
      const { bottom } = (here.closest('label') ?? here).getBoundingClientRect();
      if (bottom > foot.getBoundingClientRect().top) covered.push(here.id || here.outerHTML);
    }
    expect(foot.contains(focused(element))).to.equal(true);
    expect(covered).to.deep.equal([]);
  });

  it('moves no word aside when one of a row is chosen', async () => {
    const { element } = await showForm();
    const places = (): readonly number[] =>
      [...inside(element, 'fieldset.choice').querySelectorAll('label')].map(
        (label) => label.getBoundingClientRect().left,
      );
    const before = places();
    element.focus();
    await element.updateComplete;
    await press(element, 'd');
    expect(places()).to.deep.equal(before);
  });

  it('documents a whole session in twelve key presses that are not text', async () => {
    const heard = heardEvents('coaching-session-recorded');
    const { element, coaching } = await showForm();
    let presses = 0;
    const key = (...keys: string[]): Promise<void> => {
      presses += keys.length;
      return press(element, ...keys);
    };
    element.focus();
    await element.updateComplete;
    expect(focused(element)?.name).to.equal('shadow');
    await key('d', 'k');
    expect(focused(element)?.name).to.equal('focus');
    await key('Enter');
    expect(focused(element)?.id).to.equal('points-0');
    for (const [index, text] of [
      'Led two calls.',
      'Gave the discount early.',
      'Names the trade-off.',
      'Waits.',
    ].entries()) {
      await write(element, text);
      if (index < 3) await key('Enter');
    }
    // On to a fifth line, which stays empty, and from there to the actions.
    await key('Enter', 'Enter');
    expect(focused(element)?.id).to.equal('quickEntry');
    await write(element, 'draft three questions @tom fri');
    await key('Enter');
    await write(element, 'sit in on the call @me 4 dec');
    await key('Control+Enter');
    await until(() => heard.length > 0);
    expect(presses).to.be.at.most(12);
    const record = await coaching.sessions.get({ sessionId: (heard[0]![1] as { sessionId: string }).sessionId });
    expect(record.content?.points).to.deep.equal([
      'Led two calls.',
      'Gave the discount early.',
      'Names the trade-off.',
      'Waits.',
    ]);
    expect(record.content?.focus).to.deep.include({ label: 'Negotiation', skillId: 'negotiation' });
    expect(record.reviewed.map(({ action }) => `${action.id} ${action.status}`)).to.deep.equal([
      'shadow done',
      'elena open',
    ]);
    expect(record.actions.map(({ action: { text, ownerId, dueDate } }) => [text, ownerId, dueDate])).to.deep.equal([
      ['draft three questions', 'tom', '2026-11-27'],
      ['sit in on the call', 'priya', '2026-12-04'],
    ]);
  });

  it('answers each old action with D, K or X and shows what that means', async () => {
    const { element } = await showForm();
    inside(element, '[name=shadow]').focus();
    await press(element, 'x');
    expect(focused(element)?.name).to.equal('elena');
    expect(inside(element, '.past').classList.contains('is-closed')).to.equal(true);
    expect(inside(element, '.past').textContent).to.contain('was due 6 November');
    await press(element, 'k');
    expect(inside(element, '.kept').textContent).to.contain('New date');
    const [, second] = element.shadowRoot!.querySelectorAll('.past');
    expect(second!.textContent).to.contain('due 13 November, 11 days ago');
    // Arrows change an answer as in any group of radio buttons.
    inside(element, '[name=elena]:checked').focus();
    await press(element, 'ArrowLeft');
    expect(inside<HTMLInputElement>(element, '[name=elena]:checked').parentElement!.textContent).to.contain('Done');
    expect(element.shadowRoot!.querySelector('.kept')).to.equal(null);
    // With a modifier the letters are the browser's own.
    await press(element, 'Control+x');
    expect(inside<HTMLInputElement>(element, '[name=elena]:checked').parentElement!.textContent).to.contain('Done');
  });

  describe('in the points', () => {
    it('Enter goes on, makes lines up to five, and from there goes to the actions', async () => {
      const { element } = await showForm();
      inside(element, '#points-0').focus();
      for (const text of ['1', '2', '3', '4', '5']) {
        await write(element, text);
        await press(element, 'Enter');
      }
      expect(pointsOf(element)).to.deep.equal(['1', '2', '3', '4', '5']);
      expect(focused(element)?.id).to.equal('quickEntry');
      expect(textOf(element)).not.to.contain('Add a point');
    });

    it('Enter with Shift makes a line break in the point', async () => {
      const { element } = await showForm();
      inside(element, '#points-0').focus();
      await write(element, 'a');
      await press(element, 'Shift+Enter');
      await write(element, 'b');
      expect(pointsOf(element)[0]).to.equal('a\nb');
    });

    it('Backspace in an empty line removes it and goes back; the last line stays', async () => {
      const { element } = await showForm();
      inside(element, '#points-2').focus();
      await press(element, 'Backspace', 'Backspace', 'Backspace');
      expect(pointsOf(element)).to.deep.equal(['']);
      expect(focused(element)?.id).to.equal('points-0');
    });

    it('Alt with an arrow moves a point and keeps the focus on it', async () => {
      const { element } = await showForm();
      await fill(element, '#points-0', 'First');
      await fill(element, '#points-1', 'Second');
      inside(element, '#points-1').focus();
      await press(element, 'Alt+ArrowUp', 'Alt+ArrowUp');
      expect(pointsOf(element)).to.deep.equal(['Second', 'First', '']);
      expect(focused(element)?.value).to.equal('Second');
    });

    it('a pasted list becomes points', async () => {
      const { element } = await showForm();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '• Led two calls\n• Gave the discount early\n• Waits');
      inside(element, '#points-0').dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
      await settled(element);
      expect(pointsOf(element)).to.deep.equal(['Led two calls', 'Gave the discount early', 'Waits']);
      expect(focused(element)?.id).to.equal('points-2');
    });

    it('while an input method composes, Enter is its own', async () => {
      const { element } = await showForm();
      inside(element, '#points-0').focus();
      const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
      inside(element, '#points-0').dispatchEvent(event);
      await settled(element);
      expect(event.defaultPrevented).to.equal(false);
      expect(focused(element)?.id).to.equal('points-0');
    });
  });

  describe('in the search for a focus', () => {
    it('arrows move, Enter takes, and the points are next', async () => {
      const { element } = await showForm();
      inside(element, '#focus').focus();
      await write(element, 'ing');
      await until(() => element.shadowRoot!.querySelectorAll('#focus-list .option').length > 2);
      expect(inside(element, '#focus').getAttribute('aria-activedescendant')).to.equal('focus-0');
      await press(element, 'ArrowDown');
      const active = inside(element, '#focus').getAttribute('aria-activedescendant');
      expect(active).to.equal('focus-1');
      const label = inside(element, `#${active} span`).textContent;
      await press(element, 'Enter');
      expect(inside(element, '.chip:has(:checked)').textContent.trim()).to.equal(label);
      expect(focused(element)?.id).to.equal('points-0');
      expect(inside<HTMLInputElement>(element, '#focus').value).to.equal('');
    });

    it('Escape closes the list, then empties the field', async () => {
      const { element } = await showForm();
      inside(element, '#focus').focus();
      await write(element, 'fore');
      await until(() => element.shadowRoot!.querySelector('#focus-list .option mark, #focus-list .option b'));
      await press(element, 'Escape');
      expect(inside(element, '#focus').getAttribute('aria-expanded')).to.equal('false');
      expect(inside<HTMLInputElement>(element, '#focus').value).to.equal('fore');
      await press(element, 'Escape');
      expect(inside<HTMLInputElement>(element, '#focus').value).to.equal('');
      expect(focused(element)?.id).to.equal('focus');
    });

    it('words of one’s own are taken without a skill, and come back when a chip takes their place', async () => {
      const { element } = await showForm();
      inside(element, '#focus').focus();
      await write(element, 'Holding the price');
      await until(() => element.shadowRoot!.querySelector('.option-last') && !isSearching(element));
      await press(element, 'Enter');
      expect(inside(element, '.chip:has(:checked)').textContent.trim()).to.equal('Holding the price');
      expect(textOf(element)).to.contain('counts as not linked to a skill');
      await click(element, '.chip input');
      expect(textOf(element)).to.contain('Focus changed.').and.contain('for the goal “Lead a renewal alone by March”');
      await click(element, '[data-step="2"] p > .button');
      await click(element, '[data-step="2"] p.hint:last-child > .button');
      expect(inside(element, '.chip:has(:checked)').textContent.trim()).to.equal('Holding the price');
    });
  });

  it('in the line for an action says how it reads while it is typed', async () => {
    const { element, coaching } = await showForm();
    inside(element, '#quickEntry').focus();
    await write(element, 'shadow the pricing call @me fri');
    expect(inside(element, '.reading').textContent.replace(/\s+/g, ' ')).to.contain('Reads as You, Friday 27 November');
    expect([...element.shadowRoot!.querySelectorAll('mark')].map(({ textContent }) => textContent)).to.deep.equal([
      '@me',
      'fri',
    ]);
    await press(element, 'Enter');
    expect(inside<HTMLTextAreaElement>(element, '#actions-0-text').value).to.equal('shadow the pricing call');
    expect(inside<HTMLInputElement>(element, '#actions-0-dueDate').value).to.equal('Fri 27 November');
    expect(inside<HTMLSelectElement>(element, '.lines select').value).to.equal('priya');
    expect(focused(element)?.id).to.equal('quickEntry');
    await press(element, 'Enter');
    expect(focused(element)?.textContent.trim()).to.equal('Save session');
    await until(() => textOf(element).includes('your text is kept until this page is closed'));
    // What was kept first may be the line while it was being typed.
    await until(async () => (await draftOf(coaching))?.actions.length === 1);
  });

  it('the reading marks lie under the words they mark', async () => {
    const { element } = await showForm();
    await fill(element, '#quickEntry', 'call @me fri');
    const field = inside(element, '#quickEntry').getBoundingClientRect();
    for (const mark of element.shadowRoot!.querySelectorAll('mark')) {
      const { top, bottom } = mark.getBoundingClientRect();
      expect(top).to.be.at.least(field.top);
      expect(bottom).to.be.at.most(field.bottom);
    }
  });
});

function isSearching(element: Element): boolean {
  return !inside(element, '#focus').hasAttribute('aria-activedescendant');
}
