import type { Coaching } from '@coachkit/core';
import type { CoachingProvider } from '@coachkit/elements';
import '@coachkit/elements/provider/define';
import './faults.ts';

type Tag = keyof HTMLElementTagNameMap;

/** What to mount an element with. */
export interface MountOptions<Name extends Tag> {
  readonly coaching?: Coaching | undefined;
  /** Properties of the element, set before it is on the page. */
  readonly properties?: Partial<HTMLElementTagNameMap[Name]>;
  /** Properties of the provider around it. */
  readonly provider?: Partial<CoachingProvider>;
  /** Where; the body of this page when absent. */
  readonly into?: Element;
}

/** An element on the page, inside a provider. */
export interface Mounted<Name extends Tag> {
  readonly element: HTMLElementTagNameMap[Name];
  readonly provider: CoachingProvider;
  /** Takes both off the page. Happens by itself after each test. */
  unmount(): void;
}

const mounted = new Set<Element>();

/**
 * Puts an element into a provider and both on the page, and waits until nothing in it says that it is loading.
 * After the test it is taken off, and the test fails if the page has seen an error or a policy violation.
 */
export async function mount<Name extends Tag>(
  tag: Name,
  { coaching, properties = {}, provider: settings = {}, into = document.body }: MountOptions<Name> = {},
): Promise<Mounted<Name>> {
  const page = into.ownerDocument;
  const provider = Object.assign(page.createElement('coaching-provider'), { coaching, ...settings });
  const element = Object.assign(page.createElement(tag), properties);
  provider.append(element);
  into.append(provider);
  mounted.add(provider);
  await settled(element);
  return {
    element,
    provider,
    unmount: () => {
      provider.remove();
      mounted.delete(provider);
    },
  };
}

/** Waits until an element has rendered and nothing in it is busy. @throws Error after five seconds */
export async function settled(element: Element): Promise<void> {
  const end = performance.now() + 5_000;
  do {
    await ('updateComplete' in element ? element.updateComplete : undefined);
    await new Promise((resolve) => setTimeout(resolve));
    if (!element.shadowRoot?.querySelector('[aria-busy=true]')) return;
  } while (performance.now() < end);
  throw new Error(`<${element.localName}> is still loading after five seconds`);
}

/** The first match inside an element's shadow root. @throws Error when there is none */
export function inside<Found extends Element = HTMLElement>(element: Element, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`<${element.localName}> has no ${selector} in it`);
  return found;
}

/** All that a person can read inside an element, white space in one piece. */
export function textOf(element: Element): string {
  const root = element.shadowRoot?.querySelector('.coaching') ?? element;
  return (root.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Clicks on the first match inside an element and waits until it has rendered. */
export async function click(element: Element, selector: string): Promise<void> {
  inside(element, selector).click();
  await settled(element);
}

afterEach(() => {
  for (const provider of mounted) provider.remove();
  mounted.clear();
});
