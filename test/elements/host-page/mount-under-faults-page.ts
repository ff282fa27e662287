import '@coachkit/elements/register';
import '@coachkit/elements/session-form/define';
import { countSubscriptions } from '../support/count-subscriptions.ts';
import { watchPage } from '../support/page-ledger.ts';
import { recordFaults, takeFaults } from '../support/recorded-faults.ts';
import { coachingOver, elements, faults, seededStorage } from './faulty-coaching.ts';
import { useEverything } from './impatient-person.ts';

// The page of the proof that a host page sees nothing of ours but the elements: the proof calls `mountUnderFaults`.

declare global {
  interface Window {
    mountUnderFaults: typeof mountUnderFaults;
  }
}

/** What a host page saw of elements that were mounted and taken off. */
export interface HostPageFigures {
  readonly mounts: number;
  /** How many things were pressed or filled meanwhile. */
  readonly used: number;
  readonly errors: readonly string[];
  readonly globals: readonly string[];
  /** Listeners, intervals, observers and subscriptions that are still there. */
  readonly leaked: number;
}

const globalsBefore = new Set(Object.getOwnPropertyNames(window));
recordFaults(window);

/** Mounts every element under every fault of storage, again and again, with somebody who presses things. */
async function mountUnderFaults(rounds: number): Promise<HostPageFigures> {
  const storage = await seededStorage();
  const page = watchPage();
  let mounts = 0;
  let used = 0;
  let subscriptions = 0;
  const once = async ([tag, personId, attributes]: (typeof elements)[number], of: (typeof faults)[string]) => {
    const counted = countSubscriptions(coachingOver(personId, of, storage));
    const provider = document.createElement('coaching-provider');
    provider.coaching = counted.coaching;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    provider.append(element);
    document.body.append(provider);
    if (!element.shadowRoot) throw new Error(`${tag} is not defined`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    used += await useEverything(element, { rounds: 1, most: 6, pause: 10 });
    provider.remove();
    mounts += 1;
    // What an element does when it is taken off may follow a moment later.
    await new Promise((resolve) => setTimeout(resolve));
    subscriptions += counted.open();
  };
  try {
    // The first time may set up what the page keeps once for all.
    for (const element of elements) await once(element, () => ({}));
    const before = sum(page.held());
    for (let round = 0; round < rounds; round += 1) {
      for (const of of Object.values(faults)) for (const element of elements) await once(element, of);
    }
    // Errors that nobody caught, and work that was put off, come later.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return {
      mounts,
      used,
      errors: takeFaults(),
      globals: Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.has(name)),
      leaked: sum(page.held()) - before + subscriptions,
    };
  } finally {
    page.restore();
  }
}

function sum(held: Readonly<Record<string, number>>): number {
  return Object.values(held).reduce((total, count) => total + count, 0);
}

window.mountUnderFaults = mountUnderFaults;
globalsBefore.add('mountUnderFaults');
