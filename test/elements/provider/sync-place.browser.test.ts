import { createFakeSynchronisation, withSynchronisation, type FakeSynchronisation } from '@coachkit/testing/fakes';
import type { CoachingProvider } from '@coachkit/elements';
import { expect } from '@open-wc/testing';
import '../base/probe.ts';
import { expectNoLeak } from '../support/leaks.ts';
import { inside, mount, textOf } from '../support/mount.ts';
import { makeStandIn } from '../support/stand-in.ts';
import { until } from '../session-form/show-form.ts';

const agenda = { today: '2026-11-24', entries: [{}, {}] as never };

function over(sync: FakeSynchronisation) {
  const { coaching, live } = makeStandIn();
  live('agenda').ready(agenda);
  return withSynchronisation(coaching, sync);
}

const statusOf = (provider: CoachingProvider): Element | null | undefined =>
  provider.shadowRoot?.querySelector('coaching-sync-status');

const isShown = (provider: CoachingProvider): boolean => {
  const status = statusOf(provider);
  return Boolean(status && textOf(status).includes('You are offline.'));
};

/** How far things have moved on the page meanwhile, as the browser counts it (Core Web Vitals). */
async function layoutShift(job: () => Promise<unknown>): Promise<number> {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { readonly value: number }).value;
  });
  observer.observe({ type: 'layout-shift' });
  await job();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  observer.disconnect();
  return sum;
}

/** Resolves when two frames have been painted. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

describe('the sync status of coaching-provider', () => {
  it('lies over the page and moves nothing on it, coming and going', async () => {
    const sync = createFakeSynchronisation();
    const { provider, element } = await mount('coaching-probe', { coaching: over(sync) });
    await until(() => statusOf(provider));
    const before = element.getBoundingClientRect();
    const shift = await layoutShift(async () => {
      sync.set({ connection: 'offline', waiting: 2 });
      await until(() => isShown(provider));
      expect(element.getBoundingClientRect()).to.deep.equal(before);
      sync.set({ connection: 'online', waiting: 0 });
      await until(() => !isShown(provider));
    });
    expect(shift).to.equal(0);
    expect(element.getBoundingClientRect()).to.deep.equal(before);
    expect(inside(provider, '[role=status]').textContent).to.contain('You are offline.');
    await expect(provider).to.be.accessible();
  });

  it('the page does notice what moves', async () => {
    const first = document.body.appendChild(document.createElement('p'));
    const second = document.body.appendChild(document.createElement('p'));
    second.textContent = 'Below';
    let shift = 0;
    // The browser compares two frames that it has painted, and a busy machine paints when it can.
    for (let size = 200; shift === 0 && size <= 1000; size += 100) {
      await painted();
      shift = await layoutShift(async () => {
        first.style.blockSize = `${size}px`;
        await painted();
      });
    }
    first.remove();
    second.remove();
    expect(shift).to.be.greaterThan(0);
  });

  it('is not there where there is no server, and where the host has said so', async () => {
    const { provider } = await mount('coaching-probe', {
      coaching: over(createFakeSynchronisation({ connection: 'local' })),
    });
    const off = await mount('coaching-probe', {
      coaching: over(createFakeSynchronisation({ connection: 'offline' })),
      provider: { noSyncStatus: true },
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(statusOf(provider)).to.equal(null);
    expect(statusOf(off.provider)).to.equal(null);
    off.provider.noSyncStatus = false;
    await until(() => isShown(off.provider));
    off.provider.noSyncStatus = true;
    await until(() => !statusOf(off.provider));
  });

  it('is shown once by several providers of one page, and by the next when the first leaves', async () => {
    const coaching = over(createFakeSynchronisation({ connection: 'offline' }));
    const first = await mount('coaching-probe', { coaching });
    const second = await mount('coaching-probe', { coaching });
    await until(() => isShown(first.provider));
    expect(statusOf(second.provider)).to.equal(null);
    first.unmount();
    await until(() => isShown(second.provider));
  });

  it('leaves nothing behind', () =>
    expectNoLeak('coaching-probe', { coaching: over(createFakeSynchronisation({ connection: 'offline' })) }));
});
