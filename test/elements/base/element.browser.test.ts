import { CoachingError } from '@coachkit/core';
import { expect } from '@open-wc/testing';
import { click, inside, mount, settled, textOf } from '../support/mount.ts';
import { openStrictPage } from '../support/strict-page.ts';
import { makeStandIn } from '../support/stand-in.ts';
import './probe.ts';

const agenda = { today: '2026-11-24', entries: [] };
const unreachable = () => new CoachingError('storage-unavailable', 'handle is dead', { retryable: true });

function failuresOf(target: EventTarget): object[] {
  const heard: object[] = [];
  target.addEventListener('coaching-failed', (event) => heard.push((event as CustomEvent<object>).detail));
  return heard;
}

describe('CoachingElement', () => {
  describe('while there is nothing to act on', () => {
    it('holds the place with a skeleton, then says in words that it has no provider', async () => {
      const element = document.createElement('coaching-probe');
      document.body.append(element);
      await element.updateComplete;
      expect(inside(element, '.skeleton').getAttribute('aria-label')).to.equal('Loading');
      const height = element.offsetHeight;
      expect(height).to.be.greaterThan(100);
      await new Promise((resolve) => setTimeout(resolve, 1_050));
      await settled(element);
      expect(textOf(element)).to.equal('Not connected: this belongs inside a coaching-provider.');
      await expect(element).to.be.accessible();
      element.remove();
    });

    it('takes its Coaching from a property without any provider', async () => {
      const element = document.createElement('coaching-probe');
      const { coaching, live } = makeStandIn();
      live('agenda').ready(agenda);
      element.coaching = coaching;
      document.body.append(element);
      await settled(element);
      expect(textOf(element)).to.equal('Due now Nobody is due');
      element.speak('Saved');
      expect(inside(element, '[role=status]').textContent).to.equal('Saved');
      element.remove();
    });

    it('prefers its own Coaching to that of the provider, and goes back when it is taken away', async () => {
      const [outer, own] = [makeStandIn(), makeStandIn()];
      outer.live('agenda').ready({ ...agenda, entries: [{}, {}] as never });
      own.live('agenda').ready(agenda);
      const { element } = await mount('coaching-probe', { coaching: outer.coaching });
      expect(textOf(element)).to.contain('2 people');
      element.coaching = own.coaching;
      await settled(element);
      expect(textOf(element)).to.contain('Nobody is due');
      expect(outer.live('agenda').subscribers).to.equal(0);
      element.coaching = undefined;
      await settled(element);
      expect(textOf(element)).to.contain('2 people');
    });
  });

  describe('a live query', () => {
    it('shows what is ready and follows its changes', async () => {
      const { coaching, live } = makeStandIn();
      live('agenda').ready(agenda);
      const { element } = await mount('coaching-probe', { coaching });
      expect(textOf(element)).to.contain('Nobody is due');
      live('agenda').ready({ ...agenda, entries: [{}] as never });
      await element.updateComplete;
      expect(textOf(element)).to.contain('one person, Tuesday 24 November 2026');
    });

    it('says a failure in the words of its code, tells the host once, and tries again', async () => {
      const { coaching, live } = makeStandIn();
      live('agenda').fail(unreachable());
      const heard = failuresOf(document);
      const { element } = await mount('coaching-probe', { coaching });
      expect(textOf(element)).to.contain('Nothing can be read or saved just now.');
      expect(textOf(element)).not.to.contain('handle is dead');
      expect(heard).to.deep.equal([{ code: 'storage-unavailable', tag: 'coaching-probe' }]);
      await expect(element).to.be.accessible();
      element.requestUpdate();
      await element.updateComplete;
      expect(heard).to.have.length(1);
      await click(element, '[data-failure] button');
      expect(live('agenda').refreshes).to.equal(1);
    });

    it('keeps what it had when newer data cannot be loaded', async () => {
      const { coaching, live } = makeStandIn();
      live('agenda').fail(unreachable(), agenda);
      const { element } = await mount('coaching-probe', { coaching });
      expect(textOf(element)).to.contain('Nothing can be read or saved just now.').and.contain('Nobody is due');
    });

    it('asks anew when a parameter changes, not when the same comes again, and holds the height meanwhile', async () => {
      const stand = makeStandIn();
      stand.live('agenda').ready({ ...agenda, entries: [{}] as never });
      const { element } = await mount('coaching-probe', { coaching: stand.coaching });
      element.requestUpdate();
      await element.updateComplete;
      expect(stand.queries).to.deep.equal([{ name: 'agenda' }]);
      const height = element.offsetHeight;
      stand.live('agenda').set({ status: 'loading' });
      element.personId = 'tom';
      await element.updateComplete;
      expect(stand.queries).to.deep.equal([{ name: 'agenda' }, { name: 'agenda', personId: 'tom' }]);
      expect(element.offsetHeight).to.be.at.least(height);
      expect(inside(element, '.coaching').style.minBlockSize).to.equal(`${height}px`);
      stand.live('agenda').ready(agenda);
      await element.updateComplete;
      expect(inside(element, '.coaching').style.minBlockSize).to.equal('');
    });

    it('lets go when it leaves the page and takes up again when it comes back', async () => {
      const { coaching, live } = makeStandIn();
      live('agenda').ready(agenda);
      const { element, provider } = await mount('coaching-probe', { coaching });
      expect(live('agenda').subscribers).to.equal(1);
      element.remove();
      expect(live('agenda').subscribers).to.equal(0);
      live('agenda').ready({ ...agenda, entries: [{}] as never });
      provider.append(element);
      await settled(element);
      expect(live('agenda').subscribers).to.equal(1);
      expect(textOf(element)).to.contain('one person');
    });

    it('turns a live query that throws at once into the error state', async () => {
      const { coaching } = makeStandIn();
      const closed = new Proxy(coaching, {
        get: (target, name) =>
          name === 'live'
            ? () => {
                throw new CoachingError('closed', 'closed');
              }
            : Reflect.get(target, name),
      });
      const heard = failuresOf(document);
      const { element } = await mount('coaching-probe', { coaching: closed });
      expect(textOf(element)).to.contain('You are signed out.');
      expect(heard).to.deep.equal([{ code: 'closed', tag: 'coaching-probe' }]);
    });
  });

  describe('a fault of ours', () => {
    it('while rendering ends in the error state, from which "Try again" leads out', async () => {
      const { coaching, live } = makeStandIn();
      live('agenda').ready(agenda);
      const heard = failuresOf(document);
      const { element } = await mount('coaching-probe', { coaching });
      element.fault = new TypeError('cannot read properties');
      await settled(element);
      expect(textOf(element)).to.equal('Something went wrong here. The rest of the page is not affected. Try again');
      expect(heard).to.deep.equal([{ code: 'unexpected', tag: 'coaching-probe' }]);
      await click(element, '[data-failure] button');
      expect(heard).to.have.length(2);
      element.fault = undefined;
      await click(element, '[data-failure] button');
      expect(textOf(element)).to.equal('Due now Nobody is due');
    });

    it('at the very first rendering as well', async () => {
      const { coaching } = makeStandIn();
      const { element } = await mount('coaching-probe', { coaching, properties: { fault: new Error('first') } });
      expect(textOf(element)).to.contain('Something went wrong here.');
    });

    it('in an attempt is told in words, to the host and aloud, and is gone with the next attempt', async () => {
      const { coaching, live } = makeStandIn();
      live('agenda').ready(agenda);
      const heard = failuresOf(document);
      const { element, provider } = await mount('coaching-probe', { coaching });
      expect(await element.run(() => Promise.reject(new CoachingError('storage-full', 'quota')))).to.equal(undefined);
      await element.updateComplete;
      expect(textOf(element)).to.contain('Not saved: this device is full.');
      expect(inside(provider, '[role=status]').textContent).to.contain('Not saved: this device is full.');
      expect(heard).to.deep.equal([{ code: 'storage-full', tag: 'coaching-probe' }]);
      expect(await element.run(() => Promise.resolve(7))).to.equal(7);
      await element.updateComplete;
      expect(textOf(element)).to.equal('Due now Nobody is due');
    });
  });

  it('tells what happened by an event that crosses shadow roots, after the host could say no', async () => {
    const { coaching, live } = makeStandIn();
    live('agenda').ready(agenda);
    const { element } = await mount('coaching-probe', { coaching });
    const heard: unknown[] = [];
    const hear = (event: Event) => heard.push([event.type, (event as CustomEvent<unknown>).detail, event.composed]);
    const refuse = (event: Event) => event.preventDefault();
    document.addEventListener('coaching-probe-moved', hear);
    expect(element.tell()).to.equal(true);
    document.addEventListener('coaching-probe-moving', refuse);
    expect(element.tell()).to.equal(false);
    expect(heard).to.deep.equal([['coaching-probe-moved', { sessionId: 's1' }, true]]);
    document.removeEventListener('coaching-probe-moved', hear);
    document.removeEventListener('coaching-probe-moving', refuse);
  });

  it('runs under the strict policy without a violation, in every state', async () => {
    const page = await openStrictPage(['packages/elements/dist/register.js', 'test/elements/base/probe.ts']);
    const { coaching, live } = makeStandIn();
    live('agenda').ready({ ...agenda, entries: [{}] as never });
    const { element } = await mount('coaching-probe', { coaching, into: page.body, properties: { rows: ['a', 'b'] } });
    expect(textOf(element)).to.contain('one person').and.contain('Remove a');
    expect(getComputedStyle(inside(element, '.title')).fontSize).to.equal('24px');
    live('agenda').ready(agenda);
    await element.updateComplete;
    live('agenda').fail(unreachable());
    await element.updateComplete;
    live('agenda').set({ status: 'loading' });
    element.personId = 'tom';
    await element.updateComplete;
    element.fault = new Error('fault');
    await element.updateComplete;
    expect(textOf(element)).to.contain('Something went wrong here.');
  });
});
