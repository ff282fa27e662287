import type { CoachingEvents } from './coaching.js';

/** Calls a listener with each event of one name. */
export interface Emitter {
  readonly on: <Name extends keyof CoachingEvents>(
    name: Name,
    listener: (detail: CoachingEvents[Name]) => void,
  ) => () => void;
  readonly emit: <Name extends keyof CoachingEvents>(name: Name, detail: CoachingEvents[Name]) => void;
}

/** An emitter in which a listener that throws hurts neither the others nor the change that was made. */
export function createEmitter(onListenerError: (error: unknown) => void): Emitter {
  const listeners = new Map<keyof CoachingEvents, Set<(detail: never) => void>>();
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
    emit(name, detail) {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          (listener as (detail: unknown) => void)(detail);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
  };
}
