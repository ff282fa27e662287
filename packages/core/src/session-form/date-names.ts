import { fold } from '../ports/skills.js';

/** A stretch of time that a relative date counts in. */
export type DateUnit = 'day' | 'week' | 'month';

/** What the words and digits of dates mean in one language. */
export interface DateNames {
  /** Lower case, without accents, digits as 0 to 9. */
  readonly plain: (text: string) => string;
  /** 1 for Monday to 7 for Sunday; 0 for what is no name of a day. */
  readonly weekday: (word: string) => number;
  /** 1 to 12; 0 for what is no name of a month. */
  readonly month: (word: string) => number;
  /** In which order numbers stand and what stands between them: "day/month/year" in Britain. */
  readonly order: readonly string[];
  readonly separator: string;
  /** Every way to say how far off a date is: "tomorrow", "in 1 day". */
  readonly distances: (amount: number, unit: DateUnit) => readonly string[];
}

const known = new Map<string, DateNames>();

/** The names of a language; the same object every time. @throws RangeError for what is no BCP 47 tag */
export function dateNames(locale: string): DateNames {
  let names = known.get(locale);
  if (!names) known.set(locale, (names = makeNames(locale)));
  return names;
}

function makeNames(locale: string): DateNames {
  const digits = new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210);
  const plain = (text: string): string =>
    fold(text).replace(/\p{Nd}/gu, (digit) => (digits.includes(digit) ? String(9 - digits.indexOf(digit)) : digit));
  const parts = (moment: number, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatPart[] =>
    new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options }).formatToParts(moment);

  const named = (part: 'weekday' | 'month', count: number, moment: (index: number) => number) => {
    // A name changes with what stands beside it in many languages ("декабрь", "4 декабря"): all forms are kept.
    const forms = Array.from({ length: count }, (_, index) =>
      (['long', 'short'] as const)
        .flatMap((style) => [{ [part]: style }, { [part]: style, day: 'numeric' } as const])
        .flatMap((options) => parts(moment(index), options))
        .flatMap(({ type, value }) => (type === part ? bare(plain(value)) : [])),
    );
    return (word: string): number => {
      const exact = forms.findIndex((each) => each.includes(word));
      const begun = forms.flatMap((each, index) => (each.some((name) => name.startsWith(word)) ? index + 1 : []));
      // "thu", "sept": a beginning counts when it is that of one name only.
      return exact + 1 || (word.length > 2 && begun.length === 1 ? (begun[0] ?? 0) : 0);
    };
  };

  const written = parts(0, { day: 'numeric', month: 'numeric', year: 'numeric' });
  const relative = (['auto', 'always'] as const).map((numeric) => new Intl.RelativeTimeFormat(locale, { numeric }));
  return {
    plain,
    // 1 January 2024 was a Monday.
    weekday: named('weekday', 7, (index) => Date.UTC(2024, 0, index + 1)),
    month: named('month', 12, (index) => Date.UTC(2024, index, 9)),
    order: written.flatMap(({ type }) => (type === 'literal' ? [] : type)),
    separator: written.find(({ type }) => type === 'literal')?.value.trim() ?? '/',
    distances: (amount, unit) => relative.map((format) => plain(format.format(amount, unit))),
  };
}

/** A word without the punctuation that may follow it. */
export function bare(word: string): string {
  return word.replace(/[.,;:!?\u060C]+$/u, '');
}
