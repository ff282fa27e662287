/** Counts what is held open; each entry must come back to where it was. */
export interface PageLedger {
  readonly held: () => Readonly<Record<'listeners' | 'intervals' | 'observers', number>>;
  /** Stops counting. */
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

/** Counts from now on what code leaves on the page: listeners on what outlives an element, intervals, observers. */
export function watchPage(): PageLedger {
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
