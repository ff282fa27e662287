import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Focus } from '@coachkit/core';
import { wordingChanges } from '../../../packages/elements/dist/session-view/wording-changes.js';

const focus = (label: string, kind: Focus['kind'] = 'skill-development'): Focus => ({ kind, label });
const compare = (before: readonly string[], after: readonly string[], was = focus('A'), is = focus('A')) =>
  wordingChanges({ focus: was, points: before }, { focus: is, points: after }, (kind) => `(${kind})`);

describe('what a correction changed', () => {
  it('is nothing when the words are the same, also in another order', () => {
    const none = { before: [], after: [], samePoints: 2 };
    assert.deepEqual(compare(['one', 'two'], ['one', 'two']), none);
    assert.deepEqual(compare(['one', 'two'], ['two', 'one']), none);
  });

  it('has a reworded point on both sides, a new one after, a removed one before', () => {
    assert.deepEqual(compare(['one', 'two'], ['one', 'two, in other words']), {
      before: ['two'],
      after: ['two, in other words'],
      samePoints: 1,
    });
    assert.deepEqual(compare(['one'], ['zero', 'one']), { before: [], after: ['zero'], samePoints: 1 });
    assert.deepEqual(compare(['zero', 'one'], ['one']), { before: ['zero'], after: [], samePoints: 1 });
  });

  it('tells the focus and its kind apart from the points, and from each other', () => {
    assert.deepEqual(compare(['B'], ['B'], focus('A'), focus('B')), { before: ['A'], after: ['B'], samePoints: 1 });
    assert.deepEqual(compare([], [], focus('A'), focus('A', 'role-progression')), {
      before: ['(skill-development)'],
      after: ['(role-progression)'],
      samePoints: 0,
    });
  });

  it('copes with a wording without a focus', () => {
    assert.deepEqual(
      wordingChanges({ points: [] }, { focus: focus('A'), points: ['one'] }, (kind) => kind),
      { before: [], after: ['A', 'skill-development', 'one'], samePoints: 0 },
    );
  });
});
