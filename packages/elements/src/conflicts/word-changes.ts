/** A stretch of a wording, and whether the other wording lacks it. */
export interface Stretch {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Above so many pairs of words the comparison would be felt, and every word counts as changed. */
const mostPairs = 4_000_000;

/** What is different between two wordings, word by word; the stretches of each make up its whole text. */
export function wordChanges(
  one: string,
  other: string,
  locale: string,
): readonly [readonly Stretch[], readonly Stretch[]] {
  const [before, after] = [wordsOf(one, locale), wordsOf(other, locale)];
  const [inBefore, inAfter] = before.length * after.length > mostPairs ? [new Set(), new Set()] : common(before, after);
  return [stretches(before, inBefore), stretches(after, inAfter)];
}

// Words as the language has them: Chinese and Thai write none of the spaces.
function wordsOf(text: string, locale: string): string[] {
  if (!('Segmenter' in Intl)) return text.split(/(\s+)/).filter(Boolean);
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** Where the words stand that both have in the same order: a longest common subsequence. */
function common(before: readonly string[], after: readonly string[]): readonly [Set<number>, Set<number>] {
  const width = after.length + 1;
  // How long it is from a pair of places on, to the end.
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const found: readonly [Set<number>, Set<number>] = [new Set(), new Set()];
  for (let row = 0, column = 0; row < before.length && column < after.length;) {
    if (before[row] === after[column]) {
      found[0].add(row++);
      found[1].add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

function stretches(words: readonly string[], shared: ReadonlySet<unknown>): Stretch[] {
  const found: { text: string; isChanged: boolean }[] = [];
  for (const [index, text] of words.entries()) {
    // A space between two changed words belongs to what was changed; alone it is nothing to see.
    const isChanged = isWhite(text) ? !shared.has(index - 1) && !shared.has(index + 1) : !shared.has(index);
    const last = found.at(-1);
    if (last?.isChanged === isChanged) last.text += text;
    else found.push({ text, isChanged });
  }
  return found.map(({ text, isChanged }) => ({ text, isChanged: isChanged && !isWhite(text) }));
}

const isWhite = (text: string): boolean => text.trim() === '';
