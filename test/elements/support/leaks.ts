import type { Coaching } from '@coachkit/core';
import { countSubscriptions } from './count-subscriptions.ts';
import { mount, type MountOptions } from './mount.ts';
import { watchPage } from './page-ledger.ts';

type Tag = keyof HTMLElementTagNameMap;

/**
 * Mounts and unmounts an element a hundred times and compares what is held open with what was held after the first
 * time: listeners on the page, intervals, observers, nodes, subscriptions of the `Coaching`. @throws Error on any rest
 */
export async function expectNoLeak<Name extends Tag>(
  tag: Name,
  options: MountOptions<Name> & { readonly coaching: Coaching },
  times = 100,
): Promise<void> {
  const counted = countSubscriptions(options.coaching);
  const once = async () => (await mount(tag, { ...options, coaching: counted.coaching })).unmount();
  const page = watchPage();
  try {
    // The first time may set up what the page keeps once for all.
    await once();
    const state = () => ({
      ...page.held(),
      subscriptions: counted.open(),
      nodes: document.querySelectorAll('*').length,
    });
    const before = JSON.stringify(state());
    for (let round = 0; round < times; round += 1) await once();
    const after = JSON.stringify(state());
    if (counted.open() !== 0 || after !== before) throw new Error(`left behind: ${after}, was ${before}`);
  } finally {
    page.restore();
  }
}
