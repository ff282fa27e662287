import type { Coaching } from '@coachkit/core';
import { mount, type MountOptions } from './mount.ts';

type Tag = keyof HTMLElementTagNameMap;

/** Counts what is held open; each entry must come back to where it was. */
interface Ledger {
  readonly held: () => Readonly<Record<string, number>>;
  readonly restore: () => void;
}

// Targets that outlive an element. Listeners on an element's own nodes go with it.
const isLasting = (target: unknown): boolean =>
  target === undefined ||
  target === window ||
  target === document ||
  target === document.documentElement ||
  target === document.body ||
  target instanceof MediaQueryList ||
  target instanceof BroadcastChannel;

function replace<Owner extends object, Key extends keyof Owner>(owner: Owner, key: Key, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, key);
  Object.defineProperty(owner, key, { configurable: true, writable: true, value });
  return () => {
    if (before) Object.defineProperty(owner, key, before);
    else Reflect.deleteProperty(owner, key);
  };
}

function watchPage(): Ledger {
  const listeners = new Map<unknown, Set<string>>();
  const intervals = new Set<number>();
  const observers = new Set<object>();
  const undo: (() => void)[] = [];
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const keys = new WeakMap<object, number>();
  let next = 0;
  const keyOf = (type: string, listener: object, options: unknown): string => {
    if (!keys.has(listener)) keys.set(listener, (next += 1));
    const capture = typeof options === 'object' && options !== null && 'capture' in options ? options.capture : options;
    return `${type} ${keys.get(listener)} ${capture === true}`;
  };
  const page = { setInterval: window.setInterval, clearInterval: window.clearInterval };
  undo.push(
    replace(
      EventTarget.prototype,
      'addEventListener',
      function (this: unknown, type: string, listener: object, options: unknown) {
        const target = this ?? window;
        const once = typeof options === 'object' && options !== null && 'once' in options && options.once === true;
        if (isLasting(target) && listener && !once) {
          if (!listeners.has(target)) listeners.set(target, new Set());
          listeners.get(target)!.add(keyOf(type, listener, options));
        }
        Reflect.apply(addEventListener, target, [type, listener, options]);
      },
    ),
    replace(
      EventTarget.prototype,
      'removeEventListener',
      function (this: unknown, type: string, listener: object, options: unknown) {
        const target = this ?? window;
        if (listener) listeners.get(target)?.delete(keyOf(type, listener, options));
        Reflect.apply(removeEventListener, target, [type, listener, options]);
      },
    ),
    replace(window, 'setInterval', (...input: Parameters<typeof setInterval>) => {
      const id = Number(Reflect.apply(page.setInterval, window, input));
      intervals.add(id);
      return id;
    }),
    replace(window, 'clearInterval', (id: number) => {
      intervals.delete(id);
      page.clearInterval.call(window, id);
    }),
  );
  for (const Observer of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const { observe, disconnect } = Observer.prototype;
    undo.push(
      replace(Observer.prototype, 'observe', function (this: object, ...input: unknown[]) {
        observers.add(this);
        Reflect.apply(observe, this, input);
      }),
      replace(Observer.prototype, 'disconnect', function (this: object) {
        observers.delete(this);
        Reflect.apply(disconnect, this, []);
      }),
    );
  }
  return {
    held: () => ({
      listeners: [...listeners.values()].reduce((sum, set) => sum + set.size, 0),
      intervals: intervals.size,
      observers: observers.size,
    }),
    restore: () => undo.forEach((one) => one()),
  };
}

/** A `Coaching` that counts how many of its subscriptions (`live`, `on`) are open. */
export function countSubscriptions(coaching: Coaching): { readonly coaching: Coaching; open(): number } {
  let open = 0;
  const counted = (end: () => void): (() => void) => {
    open += 1;
    let ended = false;
    return () => {
      if (!ended) open -= 1;
      ended = true;
      end();
    };
  };
  const watched = new Proxy(coaching, {
    get(target, name) {
      if (name === 'on') return (...input: Parameters<Coaching['on']>) => counted(target.on(...input));
      if (name === 'live') {
        return (query: Parameters<Coaching['live']>[0]) => {
          const live = target.live(query);
          return {
            getSnapshot: () => live.getSnapshot(),
            refresh: () => live.refresh(),
            subscribe: (listener: () => void) => counted(live.subscribe(listener)),
          };
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { coaching: watched, open: () => open };
}

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
