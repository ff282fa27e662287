import type { Clock } from '@coachkit/core';
import type { HandlerLimits } from './limits.js';
import { refuse } from './refusal.js';

interface Bucket {
  tokens: number;
  at: number;
}

/** Counts the requests of each person: a bucket of `burst` that fills with `perSecond`. */
export function createRateLimit({ burst, perSecond }: HandlerLimits, clock: Clock): (person: string) => void {
  const buckets = new Map<string, Bucket>();
  return (person) => {
    const now = clock.now();
    const before = buckets.get(person) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + (Math.max(0, now - before.at) / 1000) * perSecond);
    if (tokens < 1) {
      const wait = Math.max(1, Math.ceil((1 - tokens) / perSecond));
      throw refuse('busy', 429, { 'retry-after': String(wait) });
    }
    // The newest last, so that those who have been quiet for longest are forgotten first: theirs are full again.
    buckets.delete(person);
    buckets.set(person, { tokens: tokens - 1, at: now });
    if (buckets.size > 50_000) for (const oldest of [...buckets.keys()].slice(0, 5_000)) buckets.delete(oldest);
  };
}
