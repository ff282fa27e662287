import { readQuickEntry, type QuickEntry } from '@coachkit/core/session-form';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const people = [
  { id: 'priya', name: 'Priya Nair' },
  { id: 'tom', name: 'Tom Okafor' },
];
const read = (entry: string, locale = 'en-GB'): QuickEntry =>
  readQuickEntry(entry, { locale, today: '2026-11-24', people, me: 'priya' });

/** What is typed, and the action, owner and date that it reads as. */
const typed: readonly (readonly [string, string, (string | undefined)?, string?])[] = [
  ['shadow the pricing call @me fri', 'shadow the pricing call', 'priya', '2026-11-27'],
  ['@tom call Elena by friday', 'call Elena', 'tom', '2026-11-27'],
  ['Call Elena fri @tom', 'Call Elena', 'tom', '2026-11-27'],
  ['Call Elena @okafor 4 dec', 'Call Elena', 'tom', '2026-12-04'],
  ['Call on 4 December 2026', 'Call', undefined, '2026-12-04'],
  ['Call in 2 weeks', 'Call', undefined, '2026-12-08'],
  ['مكالمة @tom fri', 'مكالمة', 'tom', '2026-11-27'],
  // The last of several owners counts, the other stays among the words.
  ['@Tom @me call', '@Tom call', 'priya'],
  ['Call @nobody fri', 'Call @nobody', undefined, '2026-11-27'],
  // A word stays for the action.
  ['fri', 'fri'],
  ['@me fri', 'fri', 'priya'],
  ['@me', '', 'priya'],
  // No dates, or none that can be due.
  ['Ask what she may need', 'Ask what she may need'],
  ['Plan March', 'Plan March'],
  ['pages 3-4', 'pages 3-4'],
  ['Do it 2026-11-03', 'Do it 2026-11-03'],
  ['Do it 31 feb', 'Do it 31 feb'],
  ['mail a@tom.example', 'mail a@tom.example'],
  ['<img src=x onerror=alert(1)> tomorrow', '<img src=x onerror=alert(1)>', undefined, '2026-11-25'],
];

describe('an action in one line', () => {
  for (const [entry, text, ownerId, dueDate] of typed) {
    test(`"${entry}"`, () => {
      const { marks, ...reading } = read(entry);
      assert.deepEqual(reading, { text, ...(ownerId && { ownerId }), ...(dueDate && { dueDate }) });
      assert.equal(marks.length, (ownerId ? 1 : 0) + (dueDate ? 1 : 0));
    });
  }

  test('by the order of numbers of the language', () => {
    assert.equal(read('Call 4/12').dueDate, '2026-12-04');
    assert.equal(read('Call 4/12', 'en-US').dueDate, '2027-04-12');
  });

  test('marks are in order, do not overlap, and with the text hold every character but spaces', () => {
    const word = fc.constantFrom(
      'call',
      '@me',
      '@tom',
      'fri',
      'by',
      '4',
      'dec',
      'tomorrow',
      'e\u0301',
      '👩‍👩‍👧',
      'שלום',
      'in',
      '2',
      'weeks',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), fc.constantFrom(' ', '  '), (words, space) => {
        const entry = words.join(space);
        const { text, marks } = read(entry);
        const inOrder = marks.every(({ start, end }, index) => start >= (marks[index - 1]?.end ?? 0) && end > start);
        const bare = (value: string): string => [...value.replace(/\s/g, '')].sort().join('');
        const all = marks.map(({ start, end }) => entry.slice(start, end)).join('') + text;
        return inOrder && bare(all) === bare(entry);
      }),
    );
  });
});
