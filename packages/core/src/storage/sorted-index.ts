import { compareKeys, comparePrefix, writeCursor, type IndexKey, type QueryBounds } from './index-keys.js';

/** What an index finds: values in their order, and the cursor of the next page when there is one. */
export interface IndexPage<Value> {
  readonly values: readonly Value[];
  readonly next?: string;
}

interface Entry<Value> {
  readonly key: IndexKey;
  readonly value: Value;
}

/** Values in the order of their keys. Finding a place takes a binary search, so 10,000 documents are no burden. */
export class SortedIndex<Value> {
  #entries: Entry<Value>[] = [];

  /** Puts a value under a key, in place of the one that was there. */
  set(key: IndexKey, value: Value): void {
    const position = this.#firstWhere((entry) => compareKeys(entry.key, key) >= 0);
    this.#entries.splice(position, this.#standsAt(position, key) ? 1 : 0, { key, value });
  }

  /** Removes the value under a key, if there is one. */
  delete(key: IndexKey): void {
    const position = this.#firstWhere((entry) => compareKeys(entry.key, key) >= 0);
    if (this.#standsAt(position, key)) this.#entries.splice(position, 1);
  }

  /** The values within the bounds. */
  page({ lowest, highest, after, descending, limit }: QueryBounds): IndexPage<Value> {
    let start = this.#firstWhere(({ key }) => comparePrefix(key, lowest) >= 0);
    let end = this.#firstWhere(({ key }) => comparePrefix(key, highest) > 0);
    if (after && descending)
      end = Math.min(
        end,
        this.#firstWhere(({ key }) => compareKeys(key, after) >= 0),
      );
    if (after && !descending)
      start = Math.max(
        start,
        this.#firstWhere(({ key }) => compareKeys(key, after) > 0),
      );
    const found = end - start;
    const from = descending ? Math.max(start, end - limit) : start;
    const page = this.#entries.slice(from, descending ? end : Math.min(end, start + limit));
    if (descending) page.reverse();
    const last = page.at(-1);
    const values = page.map(({ value }) => value);
    return last && found > limit ? { values, next: writeCursor(last.key) } : { values };
  }

  #standsAt(position: number, key: IndexKey): boolean {
    const entry = this.#entries[position];
    return entry !== undefined && compareKeys(entry.key, key) === 0;
  }

  /** The first position at which a test holds that fails for all before it and holds for all after it. */
  #firstWhere(holds: (entry: Entry<Value>) => boolean): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry && holds(entry)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
