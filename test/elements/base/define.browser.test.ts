import { define, defineAll } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import { inside, settled, textOf } from '../support/mount.ts';
import { makeStandIn } from '../support/stand-in.ts';
import { CoachingProbe } from './probe.ts';

describe('define', () => {
  it('leaves a tag alone that another version has taken', () => {
    class Earlier extends HTMLElement {}
    class Later extends HTMLElement {}
    define('coaching-taken', Earlier);
    define('coaching-taken', Later);
    expect(customElements.get('coaching-taken')).to.equal(Earlier);
  });

  it('hands the Coaching to an element that was there before its provider was defined', async () => {
    const { coaching, live } = makeStandIn();
    live('agenda').ready({ today: '2026-11-24', entries: [] });
    const provider = Object.assign(document.createElement('coaching-provider-late'), { coaching });
    const element = document.createElement('coaching-probe');
    provider.append(element);
    document.body.append(provider);
    await element.updateComplete;
    expect(element.coaching).to.equal(undefined);
    defineAll({ suffix: 'late' });
    await settled(element);
    expect(element.coaching).to.equal(coaching);
    expect(textOf(element)).to.contain('Nobody is due');
    provider.remove();
  });

  it('defines every tag with a suffix beside the tags without', () => {
    defineAll();
    defineAll({ suffix: 'v2' });
    const [plain, suffixed] = ['coaching-provider', 'coaching-provider-v2'].map((tag) => customElements.get(tag));
    expect(plain).to.be.a('function');
    expect(suffixed).to.be.a('function').and.not.equal(plain);
  });

  it('defines into a scoped registry and leaves the page alone', function () {
    let scoped: CustomElementRegistry;
    try {
      scoped = new CustomElementRegistry();
    } catch {
      // This browser has no scoped registries.
      this.skip();
    }
    defineAll({ registry: scoped, suffix: 'scoped' });
    expect(scoped.get('coaching-provider-scoped')).to.be.a('function');
    expect(customElements.get('coaching-provider-scoped')).to.equal(undefined);
  });

  it('lets two copies of the package share one root for early consumers', () => {
    const marker = Symbol.for('coachkit.context-root');
    expect(marker in document.documentElement).to.equal(true);
    expect(() => define('coaching-probe', CoachingProbe)).not.to.throw();
  });

  it('works from the head, before there is a body', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><html lang="en-GB"><head><script type="module">
      import '/packages/elements/dist/register.js';
      parent.bodyWhenDefined = document.body === null;
    </script></head><body><coaching-provider></coaching-provider></body></html>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const provider = frame.contentDocument!.querySelector('coaching-provider')!;
    expect(inside(provider, '[role=status]').textContent).to.equal('');
    frame.remove();
  });
});
