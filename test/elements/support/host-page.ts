import type { Coaching } from '@coachkit/core';

/** The same `Coaching` as somebody else would hold it: only the actor differs. For a stand-in, which decides nothing. */
export function asPerson(coaching: Coaching, personId: string): Coaching {
  return new Proxy(coaching, {
    get(target, name) {
      if (name === 'actor') return { tenantId: 'test', personId, roles: [] };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The events of these names that reach the document, as `[name, detail]`, in order. */
export function heardEvents(...names: readonly string[]): [string, unknown][] {
  const heard: [string, unknown][] = [];
  const hear = (event: Event): void => void heard.push([event.type, (event as CustomEvent).detail]);
  for (const name of names) {
    document.addEventListener(name, hear);
    listening.push(() => document.removeEventListener(name, hear));
  }
  return heard;
}

/** Has the host say no to an event until the test ends. */
export function refuse(name: string): void {
  const say = (event: Event): void => event.preventDefault();
  document.addEventListener(name, say);
  listening.push(() => document.removeEventListener(name, say));
}

const listening: (() => void)[] = [];

afterEach(() => {
  for (const stop of listening.splice(0)) stop();
});
