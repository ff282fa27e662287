import { expect } from '@open-wc/testing';
import { inside, mount, type Mounted } from '../support/mount.ts';
import { makeStandIn } from '../support/stand-in.ts';
import './probe.ts';

const focused = ({ element }: Mounted<'coaching-probe'>): string | undefined => element.shadowRoot?.activeElement?.id;

async function withRows(rows: readonly string[]): Promise<Mounted<'coaching-probe'>> {
  const { coaching, live } = makeStandIn();
  live('agenda').ready({ today: '2026-11-24', entries: [] });
  return mount('coaching-probe', { coaching, properties: { rows } });
}

async function change(probe: Mounted<'coaching-probe'>, rows: readonly string[]): Promise<void> {
  probe.element.rows = rows;
  await probe.element.updateComplete;
}

describe('the focus', () => {
  it('goes to the next row when its own is removed', async () => {
    const probe = await withRows(['tom', 'elena', 'priya']);
    inside(probe.element, '#elena').focus();
    await change(probe, ['tom', 'priya']);
    expect(focused(probe)).to.equal('priya');
  });

  it('goes to the row before when the last one is removed', async () => {
    const probe = await withRows(['tom', 'elena', 'priya']);
    inside(probe.element, '#priya').focus();
    await change(probe, ['tom', 'elena']);
    expect(focused(probe)).to.equal('elena');
  });

  it('skips neighbours that were removed with it', async () => {
    const probe = await withRows(['tom', 'elena', 'priya', 'sam']);
    inside(probe.element, '#elena').focus();
    await change(probe, ['tom', 'sam']);
    expect(focused(probe)).to.equal('sam');
  });

  it('stays inside the element when the whole list goes', async () => {
    const probe = await withRows(['tom']);
    inside(probe.element, '#tom').focus();
    await change(probe, []);
    expect(document.activeElement).to.equal(probe.element);
  });

  it('is not taken from where the person has moved it', async () => {
    const probe = await withRows(['tom', 'elena']);
    const elsewhere = document.body.appendChild(document.createElement('input'));
    inside(probe.element, '#tom').focus();
    elsewhere.focus();
    await change(probe, ['elena']);
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('is never taken by an element that did not have it', async () => {
    const probe = await withRows(['tom', 'elena']);
    await change(probe, ['elena']);
    expect(document.activeElement).to.equal(document.body);
  });
});
