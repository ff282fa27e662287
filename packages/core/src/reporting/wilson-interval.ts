const z95 = 1.959963984540054;

/**
 * 95 % interval of a share by Wilson's method, which stays within 0…1 and is honest for small numbers
 * (requirements e5; E. B. Wilson, 1927).
 *
 * @param successes - 0 to `trials`
 * @param trials - 1 or more; 0 gives the whole range
 */
export function wilsonInterval(successes: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const share = successes / trials;
  const weight = z95 ** 2 / trials;
  const centre = (share + weight / 2) / (1 + weight);
  const reach = (z95 / (1 + weight)) * Math.sqrt((share * (1 - share)) / trials + weight / (4 * trials));
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}
