import type { CoachingProvider } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import '../base/probe.ts';
import { click, settled, textOf } from '../support/mount.ts';
import { makeStandIn } from '../support/stand-in.ts';

function place(markup: Readonly<Record<string, string>>): {
  provider: CoachingProvider;
  element: HTMLElementTagNameMap['coaching-probe'];
} {
  const provider = document.createElement('coaching-provider');
  for (const [name, value] of Object.entries(markup)) provider.setAttribute(name, value);
  const element = document.createElement('coaching-probe');
  provider.append(element);
  document.body.append(provider);
  return { provider, element };
}

const actorOf = ({ coaching }: HTMLElementTagNameMap['coaching-probe']): string | undefined => coaching?.actor.personId;

describe('coaching-provider with demo', () => {
  let provider: CoachingProvider;
  let element: HTMLElementTagNameMap['coaching-probe'];
  afterEach(() => provider.remove());

  it('shows a sample organisation with one attribute', async () => {
    ({ provider, element } = place({ demo: '' }));
    await settled(element);
    expect(textOf(element)).to.match(/^Due now \d+ people, /);
    await expect(provider).to.be.accessible();
  });

  it('signs in whom it is told to', async () => {
    ({ provider, element } = place({ demo: '', as: 'manager' }));
    await settled(element);
    const manager = actorOf(element);
    provider.as = 'employee';
    await settled(provider);
    await settled(element);
    expect(actorOf(element)).to.be.a('string').and.not.equal(manager);
  });

  it('draws the same people from the same seed, others from another', async () => {
    const samples: string[] = [];
    for (const demo of ['7', '7', '8']) {
      ({ provider, element } = place({ demo, as: 'learning' }));
      await settled(provider);
      while (!element.coaching) await new Promise((resolve) => setTimeout(resolve, 10));
      samples.push((await element.coaching.directory.people()).map(({ name }) => name).join());
      provider.remove();
    }
    expect(samples[0]).to.have.length.greaterThan(1_000);
    expect(samples[1]).to.equal(samples[0]);
    expect(samples[2]).not.to.equal(samples[0]);
  });

  it('gives way to a Coaching of the host', async () => {
    const { coaching, live } = makeStandIn();
    live('agenda').ready({ today: '2026-11-24', entries: [] });
    ({ provider, element } = place({ demo: '' }));
    await settled(element);
    provider.coaching = coaching;
    await settled(element);
    expect(textOf(element)).to.contain('Nobody is due');
  });

  it('closes the sample when it leaves the page, not when it is moved', async () => {
    ({ provider, element } = place({ demo: '' }));
    await settled(element);
    const sample = element.coaching!;
    document.body.append(provider);
    await settled(element);
    expect(element.coaching).to.equal(sample);
    provider.remove();
    await new Promise((resolve) => setTimeout(resolve));
    const refused = await sample.sessions.agenda().catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'closed');
  });

  it('says in the elements that a sample cannot be fetched, tells the host, and tries again', async () => {
    const frame = document.createElement('iframe');
    // The page cannot reach the code of the sample.
    const map = { imports: { '/packages/core/dist/demo/demo.js': 'data:text/javascript,throw new Error()' } };
    frame.srcdoc = `<!doctype html><html lang="en-GB"><head>
      <script type="importmap">${JSON.stringify(map)}</script>
      <script type="module" src="/packages/elements/dist/register.js"></script>
      <script type="module" src="/test/elements/base/probe.ts"></script>
      </head><body><coaching-provider demo><coaching-probe></coaching-probe></coaching-provider></body></html>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const page = frame.contentDocument!;
    element = page.querySelector('coaching-probe')!;
    await settled(element);
    expect(textOf(element)).to.equal('A part of this page could not be fetched. Try again');
    const heard: object[] = [];
    page.addEventListener('coaching-failed', (event) => heard.push((event as CustomEvent<object>).detail));
    await click(element, '[data-failure] button');
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard).to.deep.equal([{ code: 'part-not-loaded', tag: 'coaching-provider' }]);
    frame.remove();
  });
});
