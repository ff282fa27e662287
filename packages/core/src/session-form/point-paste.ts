import { pointLimits } from '../model/limits.js';

/** What begins an item: "- ", "• ", "3. ", "b) ", "[x] ", several of them as well. */
const bullet =
  /^\s*(?:(?:[-\u2013\u2014*+]|o(?=\t))\s+|[\u2022\u2023\u25E6\u25AA\u00B7\u25CF]\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+|\[[ xX]?\]\s*)+/u;

/**
 * Takes a pasted list apart, one point for each item, without bullets and numbers. In a list with bullets a line
 * without one belongs to the item before it.
 * @returns one entry or none for what is no list
 */
export function splitPoints(pasted: string): readonly string[] {
  const lines = pasted.split(/\r\n?|[\n\u2028\u2029]/u).filter((line) => line.trim() !== '');
  const isBulleted = lines.some((line) => bullet.test(line));
  const points: string[] = [];
  for (const line of lines) {
    const isItem = !isBulleted || bullet.test(line) || points.length === 0;
    const text = line.replace(bullet, '').trim();
    if (isItem) points.push(text);
    else points.push(`${points.pop() ?? ''} ${text}`);
  }
  return points.filter((text) => text !== '');
}

/**
 * Puts points in the place of one. Empty lines give way; what is beyond the limit goes, line by line, into the last
 * point, so that nothing pasted is lost.
 */
export function placePoints(points: readonly string[], index: number, items: readonly string[]): readonly string[] {
  const after = points.slice(index + 1);
  const all = [...points.slice(0, index), ...items, ...after.filter((point) => point !== '')];
  const fitting = all.slice(0, pointLimits.most - 1);
  const rest = all.slice(fitting.length);
  const placed = rest.length > 0 ? [...fitting, rest.join('\n')] : fitting;
  // As many lines as before stay, so that the form does not shrink under the hand.
  return [...placed, ...Array<string>(Math.max(0, points.length - placed.length)).fill('')];
}
