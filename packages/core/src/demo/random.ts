/** A stream of chance that is the same for the same seed, on every machine. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number;
  /** A whole number between two bounds, both included. */
  whole(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** A stream of its own for one purpose, so that more draws in one place change nothing in another. */
  fork(purpose: string): Random;
}

/**
 * A counter that steps by the golden ratio, mixed by the finaliser of MurmurHash3 (Austin Appleby, public domain): a
 * 32-bit state, plenty for a sample organisation and useless for secrets.
 */
export function createRandom(seed: number): Random {
  let counter = seed >>> 0;
  const next = (): number => {
    counter = (counter + 0x9e3779b9) >>> 0;
    return mix(counter) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick(list) {
      const picked = list[whole(0, list.length - 1)];
      if (picked === undefined) throw new RangeError('there is nothing to pick from');
      return picked;
    },
    shuffled: (list) =>
      list
        .map((item) => ({ item, place: next() }))
        .sort((one, other) => one.place - other.place)
        .map(({ item }) => item),
    fork: (purpose) => createRandom(hash(purpose, seed)),
  };
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** A number for a text, started from a seed. */
function hash(text: string, seed: number): number {
  let value = mix(seed >>> 0);
  for (let place = 0; place < text.length; place += 1) value = mix((value + text.charCodeAt(place)) >>> 0);
  return value;
}
