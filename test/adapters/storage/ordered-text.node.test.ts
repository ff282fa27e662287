import { compareKeys } from '@coachkit/core/storage-parts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderedText, valueOf } from '../../../packages/adapters/dist/storage/sql/ordered-text.js';

const units = fc.array(
  fc.oneof(
    fc.constantFrom(0, 1, 2, 0x20, 0x41, 0x61, 0xe4, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xfffe, 0xffff),
    fc.integer({ min: 0, max: 0xffff }),
  ),
  { maxLength: 12 },
);
const text = units.map((codes) => String.fromCharCode(...codes));
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(0, -0, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 53),
);
const value = fc.oneof(text, number);

test('text that sorts goes back to the value it was made of, to the code unit', () => {
  fc.assert(
    fc.property(value, (each) => {
      const made = orderedText(each);
      assert.ok(!/[\uD800-\uDFFF]/u.test(made) && !made.includes('\0'), 'a database takes it');
      // There is one zero.
      assert.equal(valueOf(made), each === 0 ? 0 : each);
    }),
    { numRuns: 5_000 },
  );
});

test('its bytes sort as the values do', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      const bytes = Buffer.compare(Buffer.from(orderedText(one)), Buffer.from(orderedText(other)));
      assert.equal(bytes, Math.sign(compareKeys([one], [other])));
    }),
    { numRuns: 20_000 },
  );
});

test('what people read in a database stays readable', () => {
  assert.equal(orderedText('2026-03-29'), 's2026-03-29');
  assert.equal(orderedText('Zoë ✓'), 'sZoë ✓');
  assert.equal(orderedText(1), 'nbff0000000000000');
  assert.throws(() => valueOf('n12'), RangeError);
  assert.throws(() => valueOf(''), RangeError);
});
