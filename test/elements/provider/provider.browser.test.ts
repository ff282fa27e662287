import { baseCatalogue, changeMessages } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import { probeCatalogue } from '../base/probe.ts';
import { inside, mount, settled, textOf } from '../support/mount.ts';
import { pseudoLanguage } from '../support/pseudo-language.ts';
import { makeStandIn } from '../support/stand-in.ts';

const agenda = { today: '2026-11-24', entries: [{}, {}] as never };

function ready() {
  const { coaching, live } = makeStandIn();
  live('agenda').ready(agenda);
  return coaching;
}

describe('coaching-provider', () => {
  it('has no box and shows what is inside', async () => {
    const { provider, element } = await mount('coaching-probe', { coaching: ready() });
    expect(getComputedStyle(provider).display).to.equal('contents');
    expect(element.offsetHeight).to.be.greaterThan(0);
    await expect(provider).to.be.accessible();
  });

  it('reaches an element deep inside, in another shadow root', async () => {
    const { provider } = await mount('coaching-probe', { coaching: ready() });
    const outer = document.createElement('div');
    const element = document.createElement('coaching-probe');
    outer.attachShadow({ mode: 'open' }).append(element);
    provider.append(outer);
    await settled(element);
    expect(textOf(element)).to.contain('2 people');
  });

  it('hands over a Coaching that comes late', async () => {
    const provider = document.createElement('coaching-provider');
    const element = document.createElement('coaching-probe');
    provider.append(element);
    document.body.append(provider);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(textOf(element)).to.equal('Not connected: the coaching-provider has nothing to show yet.');
    provider.coaching = ready();
    await provider.updateComplete;
    await settled(element);
    expect(textOf(element)).to.contain('2 people');
    provider.remove();
  });

  it('says everything through one polite live region, the same text twice', async () => {
    const { provider, element } = await mount('coaching-probe', { coaching: ready() });
    const second = provider.appendChild(document.createElement('coaching-probe'));
    await settled(second);
    element.speak('Saved');
    second.speak('Saved');
    const region = inside(provider, '[role=status]');
    expect([...region.children].map((line) => line.textContent)).to.deep.equal(['Saved', 'Saved']);
    expect(element.shadowRoot?.querySelector('[role=status]')).to.equal(null);
    expect(region.getBoundingClientRect().width).to.equal(1);
  });

  describe('language', () => {
    it('is that of the page when none is named', async () => {
      const { element } = await mount('coaching-probe', { coaching: ready() });
      const root = inside(element, '.coaching');
      expect([root.lang, root.hasAttribute('dir')]).to.deep.equal(['en-GB', false]);
    });

    it('is that of the nearest ancestor that names one', async () => {
      const place = document.body.appendChild(document.createElement('div'));
      place.lang = 'en-US';
      const { element } = await mount('coaching-probe', { coaching: ready(), into: place });
      expect(textOf(element)).to.contain('Tuesday, November 24, 2026');
      place.remove();
    });

    it('stays English, and is marked so, where the words are missing', async () => {
      const { element } = await mount('coaching-probe', { coaching: ready(), provider: { locale: 'ar' } });
      const root = inside(element, '.coaching');
      expect([root.lang, root.dir]).to.deep.equal(['en-GB', 'ltr']);
      expect(textOf(element)).to.contain('2 people, Tuesday 24 November 2026');
    });

    it('changes all words, and every word comes from a catalogue', async () => {
      const messages = pseudoLanguage([probeCatalogue], 'en-XA');
      const { element } = await mount('coaching-probe', { coaching: ready(), provider: { locale: 'en-XA', messages } });
      expect(textOf(element)).to.contain('[Dûé ñöŵ~~~]').and.contain('[2 þéöþļé~~~~]');
    });

    it('turns round for a language written from the right', async () => {
      const messages = pseudoLanguage([probeCatalogue], 'ar-XB');
      const { element, provider } = await mount('coaching-probe', { coaching: ready() });
      Object.assign(provider, { locale: 'ar-XB', messages });
      await provider.updateComplete;
      await element.updateComplete;
      const root = inside(element, '.coaching');
      expect([root.lang, root.dir, getComputedStyle(root).direction]).to.deep.equal(['ar-XB', 'rtl', 'rtl']);
      await expect(provider).to.be.accessible();
    });

    it('takes over words that the host has changed', async () => {
      const messages = changeMessages('en', { probe: { heading: 'Check-ins' } });
      const { element } = await mount('coaching-probe', { coaching: ready(), provider: { messages } });
      expect(textOf(element)).to.contain('Check-ins 2 people');
      expect(baseCatalogue.words.save).to.equal('Save');
    });

    it('survives a tag that is none', async () => {
      const { element } = await mount('coaching-probe', { coaching: ready(), provider: { locale: 'en_GB' } });
      expect(inside(element, '.coaching').lang).to.equal('en-GB');
    });
  });

  describe('look', () => {
    it('is light or dark as the provider says, whatever the page says', async () => {
      const { element, provider } = await mount('coaching-probe', { coaching: ready(), provider: { theme: 'dark' } });
      const colour = () =>
        getComputedStyle(element.shadowRoot!.querySelector('.coaching')!).getPropertyValue('--_accent');
      const probe = document.createElement('a');
      probe.href = '#';
      inside(element, '.coaching').append(probe);
      expect(getComputedStyle(probe).color).to.equal('rgb(147, 180, 255)');
      provider.theme = 'light';
      await provider.updateComplete;
      expect(getComputedStyle(probe).color).to.equal('rgb(35, 87, 196)');
      expect(colour()).to.contain('light-dark');
    });

    it('is set tighter or wider by density', async () => {
      const { element, provider } = await mount('coaching-probe', {
        coaching: ready(),
        provider: { density: 'compact' },
      });
      const unit = () => getComputedStyle(inside(element, '.coaching')).getPropertyValue('--_u').trim();
      expect(unit()).to.equal('3px');
      provider.setAttribute('density', 'roomy');
      await provider.updateComplete;
      await element.updateComplete;
      expect(unit()).to.equal('5px');
      provider.removeAttribute('density');
      await provider.updateComplete;
      await element.updateComplete;
      expect(unit()).to.equal('4px');
    });
  });
});
