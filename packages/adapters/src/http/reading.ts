import { CoachingError, type Clock } from '@coachkit/core';
import { unreachable } from '../transport/json-fetch.js';
import { within, type Timers } from '../transport/timers.js';
import type { Contact } from './contact.js';
import type { Synchroniser } from './synchroniser.js';

/** How long a read waits for the server before the device answers, in milliseconds. */
const patience = 1_000;
const day = 86_400_000;
/** How often the server is asked while somebody watches and no stream is heard, in milliseconds. */
const whileWatched = 3_000;

/** Decides how far the replica can be trusted. */
export interface Reading {
  /**
   * Resolves when the replica may be read: it is known to be fresh, was just made so, or the server did not answer in time.
   * @throws CoachingError `unreachable` before the first answer of the server; `auth-required` too long after the last
   */
  ready(): Promise<void>;
  /** The same for a change: it stands on what the person has seen, so nothing is fetched before it unless nothing is there. */
  readyToChange(): Promise<void>;
  /** Makes the replica fresh, for an answer that may be out of date. @returns whether that worked */
  refresh(): Promise<boolean>;
  /** Keeps the replica fresh until the returned function is called. */
  watch(): () => void;
  streamOpened(): Promise<void>;
  streamEnded(): void;
  changed(): Promise<void>;
}

/** What is needed for it. */
export interface ReadingParts {
  readonly sync: Synchroniser;
  readonly contact: Contact;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly maximumOfflineDays: number;
}

/** The reading of a replica that follows a stream, or asks. */
export function createReading({ sync, contact, clock, timers, maximumOfflineDays }: ReadingParts): Reading {
  let isHeard = false;
  let isFresh = false;
  const look = async (): Promise<void> => {
    isFresh = false;
    const worked = await sync.round();
    isFresh = isHeard && worked;
  };
  const isTooOld = (): boolean => contact.at !== undefined && clock.now() - contact.at > maximumOfflineDays * day;
  let watchers = 0;
  let timer: unknown;
  const poll = (): void => {
    timer = timers.set(() => {
      const round = isFresh ? Promise.resolve(true) : sync.round();
      void round.then(() => {
        timers.clear(timer);
        if (watchers > 0) poll();
      });
    }, whileWatched);
  };
  const reading: Reading = {
    watch() {
      watchers += 1;
      if (watchers === 1) poll();
      return () => {
        watchers -= 1;
        if (watchers === 0) timers.clear(timer);
      };
    },
    readyToChange: async () => (contact.at === undefined || isTooOld() ? reading.ready() : undefined),
    async ready() {
      if (isFresh && sync.status.connection === 'online') return;
      const round = sync.round();
      // Before there is anything to answer with, there is nothing to hurry for.
      if (contact.at === undefined || isTooOld()) await round;
      else await within(timers, patience, round);
      if (contact.at === undefined) throw sync.error ?? unreachable('the server has not answered yet');
      if (isTooOld()) throw new CoachingError('auth-required', 'this device has not heard of the server for too long');
    },
    refresh: async () => (await within(timers, patience, sync.round())) ?? false,
    async streamOpened() {
      isHeard = true;
      await look();
    },
    streamEnded() {
      isHeard = false;
      isFresh = false;
    },
    changed: look,
  };
  return reading;
}
