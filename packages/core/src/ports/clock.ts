/** Tells the time. Injected everywhere, so that tests and samples can stand on any day. */
export interface Clock {
  /** Milliseconds since 1 January 1970 UTC. */
  now(): number;
}

/** The clock of this machine. */
export const systemClock: Clock = { now: () => Date.now() };

/** Makes ids that nobody guesses and no two machines make twice. */
export type NewId = () => string;

const alphabet = '0123456789abcdefghijkmnpqrstuvwxyz';

/** A random id of 26 letters and digits: 130 bits or more. */
export const randomId: NewId = () => {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(26))) id += alphabet[byte % alphabet.length] ?? '0';
  return id;
};
