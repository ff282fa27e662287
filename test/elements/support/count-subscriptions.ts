import type { Coaching } from '@coachkit/core';

/** A `Coaching` that counts how many of its subscriptions (`live`, `on`, `sync`) are open. */
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
  const { sync: own } = coaching;
  const sync = { ...own, subscribe: (listener: () => void) => counted(own.subscribe(listener)) };
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
      if (name === 'sync') return sync;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { coaching: watched, open: () => open };
}
