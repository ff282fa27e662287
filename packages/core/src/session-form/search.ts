/** What a person is looking for and what was found. */
export interface Search<Item> {
  /** `idle` without a query; while `searching`, the items of the query before stay. */
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
  readonly query: string;
  readonly items: readonly Item[];
  /** Why it failed. */
  readonly error?: unknown;
}

/** Nothing is being looked for. */
export const idle = { status: 'idle', query: '', items: [] } as const;

/** Time without a key before a search begins, and the longest query, in characters. */
const quiet = 120;
const longestQuery = 200;

/**
 * Looks things up while somebody types: not for each key, and never shows the answer to an earlier question.
 * @param told - hears of every new state
 * @returns the search; an empty query ends it and forgets what is on its way
 */
export function createSearch<Item>(
  find: (query: string) => Promise<readonly Item[]>,
  told: (state: Search<Item>) => void,
): (query: string) => void {
  let items: readonly Item[] = [];
  let asked = '';
  let timer: unknown;
  const ask = async (query: string): Promise<void> => {
    let answer: Search<Item>;
    try {
      answer = { status: 'found', query, items: await find(query.slice(0, longestQuery)) };
    } catch (error) {
      answer = { status: 'failed', query, items: [], error };
    }
    if (query !== asked) return;
    items = answer.items;
    told(answer);
  };
  return (text) => {
    asked = text.trim();
    clearTimeout(timer);
    if (asked) timer = setTimeout(() => void ask(asked), quiet);
    else items = [];
    told(asked ? { status: 'searching', query: asked, items } : idle);
  };
}
