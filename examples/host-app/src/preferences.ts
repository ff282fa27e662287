/** How the application looks. `auto` is as the system does. */
export type Appearance = 'auto' | 'light' | 'dark';

/** Languages to choose from; a further one is one entry here and its messages in `translations.ts`. */
export const languages = [
  { tag: 'en-GB', name: 'English (United Kingdom)' },
  { tag: 'en-US', name: 'English (United States)' },
] as const;

const appearances: readonly string[] = ['auto', 'light', 'dark'];
const keys = {
  appearance: 'northwind.appearance',
  language: 'northwind.language',
  questions: 'northwind.questions',
} as const;

/** What was chosen in this browser. */
export const preferences = {
  get appearance(): Appearance {
    const kept = read(() => localStorage, keys.appearance) ?? 'auto';
    return appearances.includes(kept) ? (kept as Appearance) : 'auto';
  },
  set appearance(value: Appearance) {
    write(() => localStorage, keys.appearance, value === 'auto' ? undefined : value);
    if (value === 'auto') delete document.documentElement.dataset['appearance'];
    else document.documentElement.dataset['appearance'] = value;
  },
  get language(): string {
    const kept = read(() => localStorage, keys.language);
    return languages.some(({ tag }) => tag === kept) ? (kept ?? '') : languages[0].tag;
  },
  set language(value: string) {
    write(() => localStorage, keys.language, value);
  },
  /** Whether the questions beside the session form were hidden for good. */
  get hidesQuestions(): boolean {
    return read(() => localStorage, keys.questions) === 'hidden';
  },
  set hidesQuestions(value: boolean) {
    write(() => localStorage, keys.questions, value ? 'hidden' : undefined);
  },
};

/** Kept here too, for a browser that keeps nothing: a choice holds until the page is closed. */
const inMemory = new Map<string, string>();

function read(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined;
  } catch {
    return inMemory.get(key);
  }
}

function write(storage: () => Storage, key: string, value: string | undefined): void {
  if (value === undefined) inMemory.delete(key);
  else inMemory.set(key, value);
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // Storage is blocked: what is in memory holds.
  }
}
